import { type Answer, ok } from '../../api/answer.ts';
import { field } from '../../api/body.ts';
import { changeSprintState } from '../edit/sprint.ts';
import type { JiraSprint } from '../model/board.ts';
import { representSprint } from '../represent/sprint.ts';
import { issuesPage } from './board-routes.ts';
import { editOf, type JiraCall } from './call.ts';
import { mayNotManageSprints, noSuchBoard, noSuchSprint, refuse } from './refusals.ts';

const onSprint = (answer: (call: JiraCall, sprint: JiraSprint) => Answer) => (call: JiraCall, id: string): Answer => {
  const sprint = call.site.sprints.get(Number(id));
  return sprint ? answer(call, sprint) : noSuchSprint();
};

export const getSprint = onSprint(({ view }, sprint) => ok(representSprint(view, sprint)));

export const listSprintIssues = onSprint((call, sprint) => issuesPage(call, [...call.site.issues.values()].filter(({ sprints }) => sprints.includes(sprint.id))));

export function listBoardSprintIssues(call: JiraCall, board: string, sprint: string): Answer {
  return call.site.boards.has(Number(board)) ? listSprintIssues(call, sprint) : noSuchBoard();
}

/** PUT replaces the whole sprint: what the body does not say is taken away. POST changes what it names. */
export const writeSprint = (whole: boolean) => onSprint((call, sprint) => {
  const { account, body, view } = call;
  if (account.role !== 'admin') return mayNotManageSprints();
  const said = (name: string): unknown => field(body, name);
  const [name, state, goal] = [said('name'), said('state'), said('goal')];
  if (whole && (typeof name !== 'string' || typeof state !== 'string')) return refuse(400, [], { ...(typeof name === 'string' ? {} : { name: 'The sprint name must not be empty.' }), ...(typeof state === 'string' ? {} : { state: 'The sprint state must be given.' }) });
  if (typeof name === 'string' && (name.trim() === '' || name.length > 30)) return refuse(400, [], { name: 'The sprint name must be of 1 to 30 characters.' });
  if (state !== undefined && !STATES.some((one) => one === state)) return refuse(400, [], { state: `The state '${String(state)}' is not valid.` });
  if (sprint.state === 'closed' && state !== undefined && state !== 'closed') return refuse(400, ['A completed sprint can not be opened again.']);
  const dates = (['startDate', 'endDate'] as const).map((key) => ({ key, value: said(key) })).filter(({ value }) => whole || value !== undefined);
  if (sprint.state !== 'closed') for (const { key, value } of dates) sprint[key === 'startDate' ? 'startAt' : 'endAt'] = typeof value === 'string' ? Date.parse(value) : null;
  if (typeof name === 'string') sprint.name = name;
  if (typeof goal === 'string') sprint.goal = goal;
  else if (whole) sprint.goal = '';
  const wanted = STATES.find((one) => one === state);
  if (wanted) changeSprintState(editOf(call), sprint, wanted);
  return ok(representSprint(view, sprint));
});

const STATES: readonly JiraSprint['state'][] = ['future', 'active', 'closed'];
