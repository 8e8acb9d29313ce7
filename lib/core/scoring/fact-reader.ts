import type { Fact } from '../fact.ts';
import type { Issue } from '../issue.ts';
import type { RoadmapItem, Tag } from '../roadmap/roadmap-item.ts';
import type { Sprint } from '../sprint/sprint.ts';
import type { Instant, WorkCalendar } from '../time.ts';

/** Everything a fact may be read from. */
export interface FactContext {
  readonly issue: Issue;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly sprint: Sprint | null;
  readonly tag: Tag | null;
  readonly roadmapItem: RoadmapItem | null;
  /** Whether the team has a roadmap at all; without one, fit is unknown rather than none. */
  readonly hasRoadmap: boolean;
}

export interface FactExample {
  readonly name: string;
  readonly given: Partial<Omit<Issue, 'key'>> & { readonly horizon?: RoadmapItem['horizon']; readonly hasRoadmap?: boolean; readonly dueInWorkingDays?: number };
  readonly value: number | undefined;
}

/** A derived input: one file in facts/. Reads one issue, returns a fact or `undefined` when nothing is known. Entered values overrule it. */
export interface FactReader {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  read(context: FactContext): Fact | undefined;
  readonly examples: readonly FactExample[];
}
