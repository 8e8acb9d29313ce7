import { dayLastRead } from '../core/as-of.ts';
import { backlogKey } from '../core/keys.ts';
import { FLOW_SOURCE, FLOW_WEEKS, readFlow, WEEK } from '../core/sprint/flow.ts';
import type { Board, Sprint } from '../core/sprint/sprint.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { FlowView } from '../messaging/messages.ts';
import type { ProjectRow } from '../storage/rows.ts';
import { assessor } from './assess-issue.ts';
import { knownOf } from './last-read.ts';
import type { Ports } from './ports.ts';
import { sprintIssue } from './sprint-issues.ts';

/** More than any team has open at once and means it; the popup must not read a whole archive. */
const OPEN = 5000;

/**
 * The flow of a project that has no sprints, or whose board in view has none; `null` where sprints are the answer.
 *
 * @example await flowOf(ports, row, [], null) // → { board: { name: 'Support', … }, inProgress: […], finished: 38, perWeek: 3.2, … }
 */
export async function flowOf(ports: Ports, row: ProjectRow, sprints: readonly Sprint[], board: number | null): Promise<FlowView | null> {
  const boards = row.boards ?? [];
  const shown = boards.find(({ id }) => id === board);
  if (ports.trackerFor(row.project)?.kind !== 'jira' || !isRead(row) || !hasNoSprints(boards, shown, sprints)) return null;
  const now = ports.now();
  const [open, finished, settings] = await Promise.all([ports.store.openIssues(backlogKey(row.project, 'issue'), OPEN), ports.store.finishedSince(row.project, now - FLOW_WEEKS * WEEK), ports.store.settings()]);
  const calendar = workCalendar(settings.calendar);
  const { from, until } = await knownOf(ports, row.project, finished);
  const lastRead = dayLastRead(until, now, calendar);
  const flow = readFlow([...open, ...finished], until, calendar, from);
  const assess = assessor(await ports.store.material(flow.inProgress.map(({ issue }) => issue.key)), now);
  return {
    board: boardView(shown ?? boards[0]),
    inProgress: flow.inProgress.map(({ issue, ageDays, from: ageFrom }) => ({ ...sprintIssue(issue, assess(issue).flags), ageDays, ageFrom })),
    weeks: flow.weeks, finished: flow.finished, perWeek: flow.perWeek,
    source: FLOW_SOURCE,
    ...(lastRead !== null && { lastRead }),
  };
}

/** Before the boards, or the whole project, have been read, nobody knows that it has no sprints. */
function isRead({ state, boards, complete }: ProjectRow): boolean {
  return state === 'ready' && (boards !== undefined || complete);
}

/** A scrum board means to have sprints even where none has been made yet; a team-managed one has them or has not. */
function hasNoSprints(boards: readonly Board[], shown: Board | undefined, sprints: readonly Sprint[]): boolean {
  if (shown?.kind === 'kanban') return true;
  return sprints.length === 0 && !boards.some(({ kind }) => kind === 'scrum');
}

function boardView(board: Board | undefined): FlowView['board'] {
  return board ? { name: board.name, url: board.url, kind: board.kind } : null;
}
