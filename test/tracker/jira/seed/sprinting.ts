import { DAY, HOUR } from '../../seed/dates.ts';
import type { Area } from '../../seed/labels.ts';
import type { JiraSprint } from '../model/board.ts';
import type { IssuePlan } from './issues.ts';

/** An issue's way through the sprints: where it was put when. */
export interface SprintMove {
  readonly at: number;
  readonly sprint: number;
}

export interface Planned {
  readonly sprints: readonly number[];
  readonly moves: readonly SprintMove[];
  /** It is in a sprint that runs. */
  readonly running: boolean;
}

const NOWHERE: Planned = { sprints: [], moves: [], running: false };

/** Plans an issue into sprints: finished work into the one that it was finished in, open work into the running and the next one; some of it was carried over, some came after the start. */
export function sprintsFor({ site, project, random, now }: IssuePlan, { area, created, closedAt }: { area: Area; created: number; closedAt: number | null }): Planned {
  const boards = [...site.boards.values()].filter((board) => board.project === project.key && board.hasSprints);
  const board = boards.find(({ component }) => component?.toLowerCase() === area && random.chance(0.85)) ?? boards.find(({ component }) => component === null);
  const sprints = [...site.sprints.values()].filter(({ boardId }) => boardId === board?.id);
  const during = (at: number): JiraSprint | undefined => sprints.find(({ startAt, endAt, state }) => state !== 'future' && startAt !== null && endAt !== null && startAt <= at && at < endAt);
  const throwOf = random.next();
  if (closedAt !== null) {
    const sprint = throwOf < 0.8 ? during(closedAt) : undefined;
    return sprint ? path({ sprint, sprints, created, now }, random.next()) : NOWHERE;
  }
  const recent = now.getTime() - created < 200 * DAY;
  const wanted = !recent ? undefined : throwOf < 0.5 ? 'active' : throwOf < 0.66 ? 'future' : undefined;
  const sprint = sprints.find(({ state }) => state === wanted);
  return sprint ? path({ sprint, sprints, created, now }, random.next()) : NOWHERE;
}

function path({ sprint, sprints, created, now }: { sprint: JiraSprint; sprints: readonly JiraSprint[]; created: number; now: Date }, throwOf: number): Planned {
  const startAt = sprint.startAt ?? now.getTime();
  const before = sprints[sprints.indexOf(sprint) - 1];
  const running = sprint.state === 'active';
  const carried = throwOf < 0.3 && before?.startAt != null && before.state === 'closed' && created < before.startAt - DAY;
  if (carried && before?.startAt != null && before.completedAt !== null) {
    return { sprints: [before.id, sprint.id], running, moves: [{ at: before.startAt - DAY, sprint: before.id }, { at: before.completedAt, sprint: sprint.id }] };
  }
  // What was not there when the sprint began, or a quarter of the rest, came into it later.
  const late = sprint.state !== 'future' && (created > startAt - 3 * HOUR || throwOf > 0.8);
  const at = late ? Math.max(created + HOUR / 2, startAt + 2 * DAY * throwOf) : Math.max(created + HOUR / 2, Math.min(startAt, now.getTime()) - (1 + throwOf) * DAY);
  return { sprints: [sprint.id], running, moves: [{ at: Math.floor(at), sprint: sprint.id }] };
}
