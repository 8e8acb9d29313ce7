import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Instant, WorkCalendar } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { Store, SyncStore } from '../storage/store.ts';
import type { Tracker } from '../trackers/tracker.ts';

/** Everything that the sync reaches the outside through. */
export interface House {
  readonly store: Store & SyncStore;
  readonly trackerFor: (subject: string) => Tracker | null;
  readonly now: () => Instant;
  readonly random: () => number;
  /** Rows have changed: tell overlays and open pages. */
  readonly changed: (keys: readonly IssueKey[], projects: readonly ProjectKey[]) => void;
  /** Something of ours broke, perhaps over a row that is not what it should be: whoever can looks through what is stored. */
  readonly doubt?: () => void;
  /** There is work: have a round run as soon as possible. */
  readonly soon: () => void;
}

/** The team's calendar as it is set now. */
export async function calendarOf({ store }: Pick<House, 'store'>): Promise<WorkCalendar> {
  return workCalendar((await store.settings()).calendar);
}
