import { HOUR } from '../../seed/dates.ts';
import { item } from '../edit/change.ts';
import type { Change, ChangeItem } from '../model/issue.ts';
import { type JiraSite, sprintsWritten } from '../model/site.ts';
import { type Resolution, RESOLUTION_ID } from '../model/workflow.ts';
import type { IssuePlan } from './issues.ts';
import type { SprintMove } from './sprinting.ts';

/** What happened to an issue in outline; its changelog is written from this. */
export interface Step {
  readonly created: number;
  readonly closedAt: number | null;
  /** Statuses from the first to the present one. */
  readonly path: readonly string[];
  readonly resolution: Resolution | null;
  readonly moves: readonly SprintMove[];
  readonly assignee: string | null;
  readonly flaggedAt: number | null;
  readonly points: number | null;
}

/** The changelog, oldest first. Times keep to the order in which things can happen: planned, begun, done. */
export function changesOf(site: JiraSite, step: Step, { random, now }: IssuePlan): { changes: readonly Change[]; categoryChangedAt: number; lastAt: number } {
  const author = step.assignee ?? 'maya';
  const entries: Omit<Change, 'id'>[] = [];
  const put = (at: number, by: string, ...items: ChangeItem[]): void => void entries.push({ at: Math.floor(at), author: by, items });
  if (step.points !== null) put(step.created + HOUR / 3, 'maya', item('Story Points', null, null, null, String(step.points)));
  if (step.assignee !== null) put(step.created + HOUR / 2, 'maya', item('assignee', null, null, step.assignee, step.assignee));
  let inSprints: number[] = [];
  for (const { at, sprint } of step.moves) {
    const before = inSprints;
    inSprints = [...inSprints, sprint];
    put(at, 'maya', item('Sprint', ...sprintsWritten(site, before), ...sprintsWritten(site, inSprints)));
  }
  if (step.flaggedAt !== null) put(Math.max(step.flaggedAt, step.created + HOUR), author, item('Flagged', '', '', '[10019]', 'Impediment'));
  let categoryChangedAt = step.created;
  const began = Math.max(step.created + HOUR, step.moves.at(0)?.at ?? 0);
  const end = step.closedAt ?? now.getTime() - HOUR - random.next() * 0.7 * (now.getTime() - began);
  for (const [index, to] of step.path.entries()) {
    const from = step.path[index - 1];
    if (from === undefined) continue;
    const last = index === step.path.length - 1;
    const at = Math.floor(last ? end : began + ((end - began) * index) / step.path.length);
    const [was, is] = [from, to].map((id) => site.statuses.find((status) => status.id === id));
    if (was?.category !== is?.category) categoryChangedAt = at;
    const resolved = last && step.resolution !== null ? [item('resolution', null, null, RESOLUTION_ID[step.resolution], step.resolution)] : [];
    put(at, author, item('status', from, was?.name ?? null, to, is?.name ?? null), ...resolved);
  }
  entries.sort((one, other) => one.at - other.at);
  return { changes: entries.map((entry) => ({ ...entry, id: site.nextId++ })), categoryChangedAt, lastAt: entries.at(-1)?.at ?? step.created };
}
