import type { IssueKey } from '../core/issue.ts';
import { isLabel, type GoalMark } from '../core/sprint/goal-mark.ts';
import { type GoalTrack, goalTracksOf } from '../core/sprint/goal-track.ts';
import type { Instant } from '../core/time.ts';
import type { IssueRow, OutboxRow } from '../storage/rows.ts';
import type { Material } from '../storage/store.ts';
import { isIn, type SprintAccount } from './sprint-account.ts';

/** Since when each issue of a sprint serves its goal, by all that is stored of it, up to `now`: the moment at which the report looks, so that today's marks count in it. */
export function goalTracks(account: SprintAccount, now: Instant, label: string, markOf: (issue: IssueRow) => GoalMark | null, { goalMarks, outbox }: Pick<Material, 'goalMarks' | 'outbox'>): Map<IssueKey, GoalTrack> {
  const { sprint, issues, tracks, snapshots, span } = account;
  const rows = new Map(issues.map((row) => [row.key, row]));
  const of = (key: IssueKey, tell: (row: IssueRow) => boolean): boolean => {
    const row = rows.get(key);
    return row !== undefined && tell(row);
  };
  return goalTracksOf({
    sprint: sprint.key, issues, tracks, snapshots, label, until: Math.min(span.endedAt ?? now, now),
    isIn: (key) => of(key, (row) => isIn(row, sprint)),
    isMarked: (key) => of(key, (row) => markOf(row) !== null),
    saidOf: (key) => saidIn(outbox.get(key) ?? [], label) ?? goalMarks.get(key) ?? null,
  });
}

/** The latest wish for the label that has not failed. */
function saidIn(rows: readonly OutboxRow[], label: string): { readonly on: boolean; readonly at: Instant } | null {
  const wish = rows.findLast(({ write, state }) => write.kind === 'label' && state !== 'failed' && isLabel(write.label, label));
  return wish?.write.kind === 'label' ? { on: wish.write.present, at: wish.createdAt } : null;
}
