import type { ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { withGoal } from '../core/sprint/goal-of.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { UNDO_WINDOW_MS } from './tag-issues.ts';
import { goalAccess } from './sprint-goal.ts';
import { writeAccessTo } from './write-access.ts';

/**
 * Changes a sprint's goal: in the tracker where that is allowed, else kept in this browser. A sprint of Jira has a field for it;
 * in a milestone's description only the goal's words change, the rest stays as it is.
 *
 * @example await setGoal(ports, 'github.com/acme/shop/milestone/3', 'Shoppers pay in two taps') // → { via: 'tracker', … }
 */
export async function setGoal(ports: Ports, sprint: SprintKey, text: string): Promise<{ via: 'tracker' | 'local'; because: string }> {
  const host = hostOf(sprint);
  const project = ports.trackerFor(sprint)?.sprintProjectOf(sprint) ?? null;
  const row = project ? (await ports.store.sprints(project)).find((candidate) => candidate.key === sprint) : undefined;
  if (!project || !row) throw new ProblemError({ kind: 'unknown', sentence: 'This sprint is not known here any more.', action: 'Refresh, then write the goal again.' });
  const access = goalAccess(row, await writeAccessTo(ports, sprint));
  const now = ports.now();
  if (access.via === 'local') {
    await ports.store.setLocalGoal(sprint, text.trim() === '' ? null : text.trim(), now);
    ports.changed([], [project]);
    return { via: 'local', because: access.because };
  }
  await ports.store.setLocalGoal(sprint, null, now);
  await ports.store.putOutbox({
    id: `sprint-description|${sprint}`, host, write: { kind: 'sprint-description', sprint, description: withGoal(row, text) },
    state: 'queued', notBefore: now + UNDO_WINDOW_MS, createdAt: now, attempts: 0, failure: null,
  });
  ports.changed([], [project]);
  ports.sync.wake();
  return access;
}

/** The sprint that the popup shows for a project; `null` returns to the nearest due date. */
export async function pickSprint(ports: Ports, project: ProjectKey, sprint: SprintKey | null): Promise<void> {
  const settings = await ports.store.settings();
  const { [project]: _former, ...others } = settings.pickedSprint;
  await ports.store.putSettings({ ...settings, pickedSprint: sprint === null ? others : { ...others, [project]: sprint } });
  ports.changed([], [project]);
}
