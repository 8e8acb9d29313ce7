import type { Issue } from '../issue.ts';

/** How far something has come, over both trackers. */
export interface ItemProgress {
  readonly issues: { readonly done: number; readonly total: number };
  /** In the teams' own units; `null` when no issue has an estimate. `unestimated` counts the issues without one, which are in neither sum. */
  readonly estimate: { readonly done: number; readonly total: number; readonly unestimated: number } | null;
  readonly inProgress: number;
  /** Open issues that wait for another one, or bear the tracker's own flag. */
  readonly blocked: number;
  /** The same issues by tracker; a tracker that feeds none is absent. */
  readonly byTracker: Readonly<Partial<Record<Issue['tracker'], { readonly done: number; readonly total: number }>>>;
}
