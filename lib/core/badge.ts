import type { IssueKey } from './issue.ts';
import type { Severity } from './risk/risk.ts';
import type { Health, Horizon } from './roadmap/roadmap-item.ts';
import type { Band } from './scoring/score.ts';

/** What one badge shows. Plain data: it crosses to the overlay, which only draws it. */
export interface Badge {
  readonly key: IssueKey;
  readonly state: 'ready' | 'unscored' | 'pending' | 'loading' | 'error';
  readonly band: Band | null;
  /** The score as text with the model's digits, or null. */
  readonly score: string | null;
  readonly flags: number;
  readonly worst: Severity | null;
  /** Roadmap item's id and title, when it is planned for and how it goes; of an item that nobody has described there is no more than its id. */
  readonly roadmap: { readonly id: string; readonly title: string; readonly horizon: Horizon | null; readonly health: Health | null } | null;
  /** The one-line reason, shown as the tooltip. */
  readonly reason: string;
  /** What of it the name does not say: the accessible description, or a screen reader would say the rest twice. */
  readonly more: string;
  /** The accessible name: `Priority 82, high; 4th of 61 in acme/shop; 2 risk flags; in sprint; roadmap item Faster checkout, Now, at risk: 3 of 12 issues are blocked`. */
  readonly name: string;
  readonly inSprint: boolean;
  /** It serves the goal of the sprint that runs; absent where it does not. */
  readonly goal?: true;
}
