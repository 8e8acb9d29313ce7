import type { Issue } from '../core/issue.ts';
import type { RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';
import type { EnteredRow, SettingsRow } from './rows.ts';

/** What the store needs of the core's scorer: its recipe's name, and the number that ranks an issue. */
export interface Scorer {
  readonly recipe: string;
  score(input: { readonly issue: Issue; readonly sprint: Sprint | null; readonly tag: Tag | null; readonly entered: readonly EnteredRow[] }): number | null;
}

/** Makes the scorer of the present settings and roadmap: the store knows no model. */
export type ScorerFor = (settings: SettingsRow, roadmap: readonly RoadmapItem[], now: Instant) => Scorer;

/** The knowledge that comes from outside the store. */
export interface Knowledge {
  readonly scorerFor: ScorerFor;
  /** Settings of a database that nobody has set yet. */
  readonly standard: SettingsRow;
  readonly now: () => Instant;
}
