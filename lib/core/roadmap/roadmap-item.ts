import type { IssueKey } from '../issue.ts';
import type { Instant } from '../time.ts';

export type Horizon = 'now' | 'next' | 'later';

/** Something the product means to achieve; issues are tagged to it. */
export interface RoadmapItem {
  /** Lower-case letters, digits and dashes: it is also the label `roadmap:<id>`. */
  readonly id: string;
  readonly title: string;
  /** The measure that should move; empty when nobody has said. */
  readonly outcome: string;
  /** `null` for an item known only from a teammate's label. */
  readonly horizon: Horizon | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** An issue belongs to a roadmap item. */
export interface Tag {
  readonly key: IssueKey;
  readonly item: string;
  /** Where the tag stands: a label on the tracker that all see, what the team shares in the issue without a label, or only this browser. */
  readonly via: 'label' | 'shared' | 'local';
  /** A write is on its way and can still be undone. */
  readonly pending: boolean;
}
