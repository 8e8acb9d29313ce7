import { splitGoals } from '../core/sprint/goal-list.ts';
import type { SprintConventions } from '../core/sprint/conventions.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { GoalsView } from '../messaging/messages.ts';
import type { LedgerRow } from '../storage/rows.ts';
import { pendingWrite } from './pending-writes.ts';
import type { Ports } from './ports.ts';
import { conventionsOf } from './sprint-conventions.ts';
import { goalAccess, goalOf, goalWrites } from './sprint-goal.ts';
import { ROADMAP_PATH } from '../core/roadmap/file/roadmap-file.ts';
import { writeAccessTo } from './write-access.ts';

/** Where the team's goals are, and what they are: all but what is only for a page to show. */
export type Goals = Pick<GoalsView, 'goals' | 'from' | 'pending'>;

/**
 * The goals of a sprint, from where the team keeps them: the place that its file names, else the file, the sprint at the tracker, this browser. What is on its way counts as written; a goal that was kept here
 * because the tracker could not be written stands in for the tracker's.
 */
export function readGoals(sprint: Sprint, conventions: Pick<SprintConventions, 'goalPlace' | 'goalsOf'>, writes: Parameters<typeof goalOf>[1], local: string | null): Goals {
  const told = goalOf(sprint, writes, local);
  const inFile = conventions.goalsOf(sprint.title);
  if (inFile.length > 0 && conventions.goalPlace !== 'local' && (conventions.goalPlace === null || conventions.goalPlace === 'file' || told === null)) return { goals: inFile, from: 'file', pending: false };
  return { goals: splitGoals(told?.text ?? ''), from: told?.source ?? null, pending: told?.pending ?? false };
}

/**
 * Everything about the goals of a sprint that a page shows or changes.
 *
 * @example (await goalsView(ports, sprint, undefined)).goals // → ['Buyers pay in one step.']
 */
export async function goalsView(ports: Ports, sprint: Sprint, ledger: LedgerRow | undefined): Promise<GoalsView> {
  const [outbox, local, wordings, access, conventions, roadmap] = await Promise.all([
    ports.store.outbox(), ports.store.localGoal(sprint.key), ports.store.goalWordings(sprint.key), writeAccessTo(ports, sprint.key), conventionsOf(ports, sprint.project), ports.store.roadmap(),
  ]);
  const writes = goalWrites(outbox, sprint);
  const goals = readGoals(sprint, conventions, writes, local?.text ?? null);
  const refused = writes.find(({ conflict }) => conflict !== undefined);
  const mine = refused?.write.kind === 'sprint-description' ? (refused.write.goal ?? '') : '';
  return {
    ...goals,
    via: goals.from === 'file' ? { via: 'file', because: `Your team keeps its goals in ${ROADMAP_PATH}: change them there, and everybody sees it.` } : goalAccess(sprint, access),
    conflict: refused?.conflict ? { mine: splitGoals(mine), theirs: splitGoals(refused.conflict.theirs), at: refused.createdAt } : null,
    wordings,
    items: (ledger?.items ?? []).map((id) => ({ id, title: roadmap.find((item) => item.id === id)?.title ?? id })),
    label: conventions.goalLabel,
    writes: writes.map((write) => pendingWrite(write, ports.now())),
  };
}
