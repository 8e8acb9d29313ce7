import type { GoalsView, PopupView } from '../../lib/messaging/messages.ts';
import { DAY, day, NOT_ALLOWED, NOW, SIGNED_OUT } from './issues.ts';
import type { PopupState } from '../popup/Popup.tsx';
import type { PlaygroundState } from './playground-state.ts';
import { alongside, boardPage, coming, flow, jiraGoals, jiraSprint, jiraView } from './popup-jira-fixtures.ts';
import { report } from './sprint-report-fixtures.ts';
import { shown } from './popup-states.tsx';

const jira = ({ goals, ...changes }: Partial<Omit<PopupView, 'goals'>> & { readonly goals?: Partial<GoalsView> } = {}): PopupState => {
  const view = { ...jiraView, ...changes, goals: changes.sprint === null ? null : { ...jiraGoals, ...goals } };
  return { kind: 'ready', view, report: view.sprint === null ? null : { ...report, sprint: view.sprint.sprint, goals: jiraGoals }, asks: null };
};
const signedOut: Partial<Omit<PopupView, 'goals'>> = { connection: { ...jiraView.connection, state: 'unauthorised', link: SIGNED_OUT.link }, problem: SIGNED_OUT };
const unread: Partial<Omit<PopupView, 'goals'>> = { sprint: null, sprints: [], boards: [], syncedAt: null };
const project = jiraView.project;

export const popupJiraStates: readonly PlaygroundState[] = [
  shown('popup-jira', 'Jira: the active sprint, its goal from its field', jira(), boardPage),
  shown('popup-jira-several', 'Jira: several active sprints at once', jira({ alongside, sprint: { ...jiraSprint, flagged: [], crept: null } }), boardPage),
  shown('popup-jira-picked', 'Jira: our sprint picked, goal kept locally', jira({ alongside: alongside.slice(0, 1), sprint: { ...jiraSprint, chosenBy: 'pick', flagged: [], crept: jiraSprint.crept && { ...jiraSprint.crept, by: 'both' } }, goals: { goals: ['Guests pay in two taps.', 'Nobody waits for a code.'], from: 'local', via: { via: 'local', because: 'Kept in this browser: your account on acme.atlassian.net lacks Manage sprints.' } } }), boardPage),
  shown('popup-jira-pending', 'Jira: goal on its way', jira({ goals: { goals: ['Guests pay in two taps.'], pending: true, writes: [{ id: 'g1', summary: 'Writes the Sprint Goal into the sprint’s goal', state: 'queued', undoUntil: Date.now() + 8000, failure: null }] } }), boardPage),
  shown('popup-kanban', 'Jira: a Kanban board, its flow', jira({ sprint: null, sprints: [], flow }), boardPage),
  shown('popup-kanban-late', 'Jira: its flow as of an earlier day', jira({ sprint: null, sprints: [], flow: { ...flow, lastRead: day('2026-11-16') }, syncedAt: NOW - 6 * DAY }), boardPage),
  shown('popup-kanban-beside', 'Jira: a Kanban board beside a sprint', jira({ flow: { ...flow, inProgress: flow.inProgress.slice(0, 1) }, alongside: alongside.slice(0, 1) }), boardPage),
  shown('popup-kanban-new', 'Jira: no sprints, nothing known of the flow', jira({ sprint: null, sprints: [], flow: { ...flow, board: null, inProgress: [], weeks: [], finished: 0, perWeek: null } }), boardPage),
  shown('popup-jira-between', 'Jira: between two sprints', jira({ sprint: null, sprints: [coming] }), boardPage),
  shown('popup-jira-no-board', 'Jira: no board may be seen', jira({ sprint: null, sprints: [], boards: [] }), boardPage),
  shown('popup-signed-out', 'Jira: signed out, nothing read yet', jira({ ...unread, ...signedOut }), { ...boardPage, report: null }),
  shown('popup-signed-out-later', 'Jira: signed out since', jira(signedOut), boardPage),
  shown('popup-jira-forbidden', 'Jira: a permission is missing', jira({ problem: NOT_ALLOWED }), boardPage),
  shown('popup-jira-silent', 'Jira: not visible to this account', jira({ ...unread, project: project && { ...project, state: 'silent' } }), { ...boardPage, report: { ...boardPage.report, badges: 0 } }),
  shown('popup-jira-public', 'Jira: not signed in, reading what everybody may', jira({ connection: { ...jiraView.connection, signIn: 'none', state: 'anonymous', link: SIGNED_OUT.link } }), boardPage),
  shown('popup-unconnected', 'A Jira that is not connected', jira(), { url: 'https://tickets.acme.gov/jira/browse/SHOP-812', report: null }),
];
