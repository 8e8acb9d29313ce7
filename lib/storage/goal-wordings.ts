import type { ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf, isIterationKey } from '../core/keys.ts';
import { sprintConventions } from '../core/sprint/conventions.ts';
import { joinGoals } from '../core/sprint/goal-list.ts';
import { goalOf } from '../core/sprint/goal-of.ts';
import { type KeptWording, keptWordingId } from '../core/sprint/kept-wording.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';
import type { WriteTransaction } from './database.ts';
import type { GoodRoadmapFile } from './rows.ts';
import type { Commit } from './store.ts';

/**
 * Keeps every goal that a sprint has had, as it is seen: in the transaction that stores the sprint, so that a killed worker neither loses one nor notes it twice. A goal that a write of ours was for is
 * ours, of the time at which it was wished.
 */
export async function noteGoals(transaction: WriteTransaction, { sprints = [], refusedGoal }: Commit, now: Instant): Promise<void> {
  const store = transaction.objectStore('goalWordings');
  if (refusedGoal) await store.put(refusedGoal);
  if (sprints.length === 0) return;
  const [writes, former] = await Promise.all([transaction.objectStore('outbox').getAll(), Promise.all(sprints.map(async ({ key }) => store.index('sprint').getAll(key)))]);
  for (const [index, sprint] of sprints.entries()) {
    const told = goalOf(sprint);
    const text = told?.text ?? '';
    const last = latestAtTracker(former[index] ?? []);
    if (text === (last?.text ?? '')) continue;
    const ours = writes.find(({ write, conflict }) => write.kind === 'sprint-description' && write.sprint === sprint.key && conflict === undefined && (goalOf({ ...sprint, description: write.description })?.text ?? '') === text);
    const login = ours ? ((await transaction.objectStore('connections').get(hostOf(sprint.key)))?.login ?? null) : null;
    // Two wordings never change places: one that was wished before another was seen came to stand after it.
    const at = Math.max(ours?.createdAt ?? now, last === undefined ? 0 : last.at + 1);
    await store.put({ id: keptWordingId(sprint.key, at, 'stood'), sprint: sprint.key, text, at, by: login, here: ours !== undefined, from: placeOf(sprint, told?.source), standing: 'stood' });
  }
}

/**
 * Keeps the goals that a team's file names for its sprints, in the transaction that stores the file or a sprint: the file may name the next sprint before the tracker has it.
 */
export async function noteFileGoals(transaction: WriteTransaction, { roadmapFile, sprints = [] }: Commit, now: Instant): Promise<void> {
  if (roadmapFile?.state === 'good') await noteGoalsOfFile(transaction, roadmapFile, await transaction.objectStore('sprints').index('project').getAll(roadmapFile.project), now);
  for (const [project, told] of Map.groupBy(sprints, (sprint) => sprint.project)) {
    const row = await transaction.objectStore('roadmapFiles').get(project);
    if (row?.good) await noteGoalsOfFile(transaction, { project, good: row.good }, told, now);
  }
}

async function noteGoalsOfFile(transaction: WriteTransaction, { project, good }: { readonly project: ProjectKey; readonly good: GoodRoadmapFile }, sprints: readonly Sprint[], now: Instant): Promise<void> {
  const { goalsOf } = sprintConventions([{ project, team: good.file.team }], project);
  const store = transaction.objectStore('goalWordings');
  for (const sprint of sprints) {
    const text = joinGoals(goalsOf(sprint.title));
    const last = (await store.index('sprint').getAll(sprint.key)).findLast(({ from }) => from === 'file');
    if (text === (last?.text ?? '')) continue;
    const at = Math.max(now, (last?.at ?? -1) + 1);
    await store.put({ id: `${keptWordingId(sprint.key, at, 'stood')}|file`, sprint: sprint.key, text, at, by: null, here: false, from: 'file', standing: 'stood' });
  }
}

/** Keeps a goal of this browser's own, in whose transaction it is stored; the same again is no change. */
export async function noteLocalGoal(transaction: WriteTransaction, sprint: SprintKey, text: string, at: Instant): Promise<void> {
  const store = transaction.objectStore('goalWordings');
  const last = (await store.index('sprint').getAll(sprint)).findLast(({ from }) => from === 'local');
  if ((last?.text ?? '') === text) return;
  await store.put({ id: keptWordingId(sprint, at, 'stood'), sprint, text, at, by: null, here: true, from: 'local', standing: 'stood' });
}

function latestAtTracker(wordings: readonly KeptWording[]): KeptWording | undefined {
  return wordings.findLast(({ standing, from }) => standing === 'stood' && from !== 'local' && from !== 'file');
}

function placeOf({ key, goalIn }: Sprint, source: KeptWording['from'] | undefined): KeptWording['from'] {
  // GitHub gives iterations no words: theirs are a status update's.
  return isIterationKey(key) ? 'status-update' : (source ?? goalIn ?? 'description');
}
