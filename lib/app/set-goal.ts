import type { ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { goalOf as readGoalOf, withGoal } from '../core/sprint/goal-of.ts';
import type { GoalOutcome } from '../core/sprint/ledger.ts';
import { normaliseGoal } from '../core/sprint/sprint-goal.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { elsewhere, goalsOfSprint } from './sprint-goals.ts';
import { goalAccess, goalWrites } from './sprint-goal.ts';
import type { LedgerRow, SprintRow } from '../storage/rows.ts';
import { dropWrite, retryWrite } from './unsent-writes.ts';
import { conventionsOf } from './sprint-conventions.ts';
import { goalWish } from './wishes.ts';
import { writeAccessTo } from './write-access.ts';

/**
 * Changes a sprint's goal: in the tracker where that is allowed, else kept in this browser. A sprint of Jira has a field for it;
 * in a milestone's description only the goal's words change, the rest stays as it is. `seen` is the goal that the user changed, where that is known:
 * if another stands there by now, nothing is written over it.
 *
 * @example await setGoal(ports, 'github.com/acme/shop/milestone/3', 'Shoppers pay in two taps') // → { via: 'tracker', … }
 */
export async function setGoal(ports: Ports, sprint: SprintKey, text: string, seen?: string): Promise<{ via: 'tracker' | 'local'; because: string }> {
  const project = ports.trackerFor(sprint)?.sprintProjectOf(sprint) ?? null;
  const row = project ? (await ports.store.sprints(project)).find((candidate) => candidate.key === sprint) : undefined;
  if (!project || !row) throw new ProblemError({ kind: 'unknown', sentence: 'This sprint is not known here any more.', action: 'Refresh, then write the goal again.' });
  const conventions = await conventionsOf(ports, project);
  // Written where it came from.
  const place = elsewhere((await goalsOfSprint(ports, row)).from, conventions);
  if (place) throw new ProblemError({ kind: 'elsewhere', sentence: place.because, action: 'Waymark reads it within the hour, or at once when you refresh.' });
  const access = conventions.goalPlace === 'local' ? KEPT : goalAccess(row, await writeAccessTo(ports, sprint));
  const now = ports.now();
  if (access.via === 'local') {
    // What waits to be written, or was refused, is overtaken: it must not show in its place, nor be tried again.
    await ports.store.amendGoal(sprint, now, ({ write }) => ({ local: text.trim() || null, write: write?.state === 'sending' ? write : null }));
    ports.changed([], [project]);
    return { via: 'local', because: access.because };
  }
  const wish = goalWish({ kind: 'sprint-description', sprint, description: withGoal(row, text), goal: normaliseGoal(text) }, now, await basisOf(ports, row, seen));
  await ports.store.amendGoal(sprint, now, ({ local, write }) => ({ local: null, write: { ...wish, replaced: { local, wish: write?.state === 'queued' && write.attempts === 0 ? write.write : null } } }));
  ports.changed([], [project]);
  ports.sync.wake();
  return access;
}

const KEPT: ReturnType<typeof goalAccess> = { via: 'local', because: 'Kept in this browser, as your team’s roadmap wants it.' };

/** What the user saw may be older than what is stored, or newer: a goal of theirs that is still on its way. */
async function basisOf({ store }: Ports, row: SprintRow, seen: string | undefined): Promise<string | undefined> {
  if (seen === undefined || normaliseGoal(seen) === (readGoalOf(row)?.text ?? '')) return undefined;
  const isOwn = goalWrites(await store.outbox(), row).some(({ write }) => write.kind === 'sprint-description' && write.goal === normaliseGoal(seen));
  return isOwn ? undefined : withGoal(row, seen);
}

/** Roadmap items whose issues serve the goal of a sprint, besides those that bear the mark. */
export async function setGoalItems(ports: Ports, sprint: SprintKey, items: readonly string[]): Promise<void> {
  await changeSprint(ports, sprint, (row) => ({ ...row, items }));
}

/** What the team says of a goal of a sprint, the first being 0; `null` takes it back. */
export async function setGoalOutcome(ports: Ports, sprint: SprintKey, goal: number, outcome: Pick<GoalOutcome, 'result' | 'note'> | null): Promise<void> {
  const by = (await ports.store.connection(hostOf(sprint)))?.login ?? null;
  const said = outcome && { result: outcome.result, note: outcome.note.trim(), at: ports.now(), by };
  await changeSprint(ports, sprint, (row) => ({ ...row, outcomes: Array.from({ length: Math.max(row.outcomes.length, goal + 1) }, (_, index) => (index === goal ? said : (row.outcomes[index] ?? null))) }));
}

async function changeSprint(ports: Ports, sprint: SprintKey, amend: (row: LedgerRow) => LedgerRow): Promise<void> {
  if (!(await ports.store.changeLedger(sprint, amend))) throw new ProblemError({ kind: 'unknown', sentence: 'This sprint is not known here any more.', action: 'Refresh, then try again.' });
  const project = ports.trackerFor(sprint)?.sprintProjectOf(sprint);
  ports.changed([], project ? [project] : []);
}

/** Answers what became of a goal that somebody had changed meanwhile: `mine` is written over theirs after all (unless it has changed once more), `theirs` stays. Either way every wording is kept. */
export async function resolveGoalConflict(ports: Ports, sprint: SprintKey, use: 'mine' | 'theirs'): Promise<void> {
  const row = (await ports.store.outbox()).find(({ write, conflict }) => conflict !== undefined && write.kind === 'sprint-description' && write.sprint === sprint);
  if (row) await (use === 'mine' ? retryWrite : dropWrite)(ports, row.id);
}

/** The sprint that the popup shows for a project; `null` returns to the nearest due date. */
export async function pickSprint(ports: Ports, project: ProjectKey, sprint: SprintKey | null): Promise<void> {
  await ports.store.amendSettings((settings) => {
    const { [project]: _former, ...others } = settings.pickedSprint;
    return { ...settings, pickedSprint: sprint === null ? others : { ...others, [project]: sprint } };
  });
  ports.changed([], [project]);
}
