import type { Issue } from '../issue.ts';

/** How far something has come, over both trackers. */
export interface ItemProgress {
  readonly issues: { readonly done: number; readonly total: number };
  /** In points, or the teams' own units; `null` when no issue has such an estimate. */
  readonly estimate: Estimates | null;
  /** What is estimated in hours: no number of the other kind, so never added to it. Absent: nothing is. */
  readonly hours?: Estimates;
  readonly inProgress: number;
  /** Open issues that wait for another one, or bear the tracker's own flag. */
  readonly blocked: number;
  /** The same issues by tracker; a tracker that feeds none is absent. */
  readonly byTracker: Readonly<Partial<Record<Issue['tracker'], { readonly done: number; readonly total: number }>>>;
  /** Issues of it that were closed may not have been read: all of this is of what is known. */
  readonly partial?: true;
}

/** What of some issues is estimated in one unit. */
export interface Estimates {
  readonly done: number;
  readonly total: number;
  /** Issues without any estimate, which are in no sum. */
  readonly unestimated: number;
}
