import { type Answer, ok } from '../../api/answer.ts';
import type { JiraBoard } from '../model/board.ts';
import type { JiraIssue } from '../model/issue.ts';
import { issuesOnBoard, openSprintOf, sprintsOnBoard } from '../model/site.ts';
import { representBoard, representConfiguration } from '../represent/board.ts';
import { representIssue } from '../represent/issue.ts';
import { representVersion } from '../represent/project.ts';
import { representSprint } from '../represent/sprint.ts';
import { type JiraCall, listed, sliced } from './call.ts';
import { noSprintsHere, noSuchBoard, refuse } from './refusals.ts';
import { narrowed } from './search-routes.ts';
import { wantedOf } from './wanted.ts';

const onBoard = (answer: (call: JiraCall, board: JiraBoard) => Answer) => (call: JiraCall, id: string): Answer => {
  const board = call.site.boards.get(Number(id));
  return board ? answer(call, board) : noSuchBoard();
};

/** A page of the agile API. */
export function page<Row>(call: JiraCall, rows: readonly Row[], represent: (row: Row) => unknown): Answer {
  const part = sliced(rows, call.query);
  return ok({ maxResults: part.maxResults, startAt: part.startAt, total: rows.length, isLast: part.startAt + part.rows.length >= rows.length, values: part.rows.map(represent) });
}

export function listBoards(call: JiraCall): Answer {
  const { site, query, view } = call;
  const project = query.get('projectKeyOrId');
  const types = listed(query, 'type');
  const known = [...site.projects.values()].find(({ key, id }) => key === project?.toUpperCase() || id === project);
  if (project !== null && !known) return refuse(400, [`No project could be found with key or id '${project}'.`]);
  const boards = [...site.boards.values()].filter((board) => (!known || board.project === known.key) && (types.length === 0 || types.includes(board.type)));
  return page(call, boards, (board) => representBoard(view, board));
}

export const getBoard = onBoard(({ view }, board) => ok(representBoard(view, board)));
export const getConfiguration = onBoard(({ view }, board) => ok(representConfiguration(view, board)));

export const listSprints = onBoard((call, board) => {
  if (!board.hasSprints) return noSprintsHere();
  const states = listed(call.query, 'state');
  const unknown = states.find((state) => !['active', 'future', 'closed'].includes(state));
  if (unknown !== undefined) return refuse(400, [`The state '${unknown}' is not valid.`]);
  // By state and then as they were made, whatever order was asked for.
  const rank = { closed: 0, active: 1, future: 2 };
  const sprints = sprintsOnBoard(call.site, board).filter(({ state }) => states.length === 0 || states.includes(state)).sort((one, other) => rank[one.state] - rank[other.state] || one.id - other.id);
  return page(call, sprints, (sprint) => representSprint(call.view, sprint));
});

export const listBoardIssues = onBoard((call, board) => issuesPage(call, issuesOnBoard(call.site, board)));

export const listBacklog = onBoard((call, board) =>
  issuesPage(call, issuesOnBoard(call.site, board).filter((issue) => issue.resolution === null && openSprintOf(call.site, issue)?.state !== 'active')));

export const listBoardVersions = onBoard((call, board) => {
  const project = call.site.projects.get(board.project);
  return page(call, project?.versions ?? [], (version) => representVersion(call.view, version, project));
});

/** Issues as the agile API has them: with `sprint`, `closedSprints`, `epic` and `flagged` under these names. */
export function issuesPage(call: JiraCall, issues: readonly JiraIssue[]): Answer {
  const wanted = { ...wantedOf(call.query, '*all'), agile: true };
  return narrowed(call, issues, (rows) => {
    const part = sliced(rows, call.query, 100);
    return ok({ expand: 'schema,names', startAt: part.startAt, maxResults: part.maxResults, total: rows.length, issues: part.rows.map((issue) => representIssue(call.view, issue, wanted)) });
  });
}
