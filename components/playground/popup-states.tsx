import type { PopupView } from '../../lib/messaging/messages.ts';
import { Popup, type PopupState } from '../popup/Popup.tsx';
import type { PopupEvents } from '../popup/popup-events.ts';
import { day, LIMITED, NOW, OFFLINE, UNAUTHORISED } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';
import { anonymous, comingIteration, iteration, listPage, popupView, sprintView, week } from './popup-fixtures.ts';

const nothing = () => undefined;
const events: PopupEvents = {
  onPickProject: nothing, onPickSprint: nothing, onSaveGoal: () => Promise.resolve(null), onRefresh: nothing, onReload: nothing, onOptions: nothing,
  onUndo: nothing, onRetry: nothing, onDiscard: nothing,
};

export function shown(id: string, title: string, state: PopupState, page: { url: string | null; report: typeof listPage.report | null } = listPage): PlaygroundState {
  return { id, title, room: 'popup', view: () => <Popup state={state} page={page} now={NOW} said="" events={events} /> };
}
const ready = (changes: Partial<PopupView> = {}): PopupState => ({ kind: 'ready', view: { ...popupView, ...changes } });
const project = popupView.project;
const unrecognised = { ...listPage, report: { ...listPage.report, surface: null, recognised: false, badges: 0 } };

export const popupStates: readonly PlaygroundState[] = [
  shown('popup-sprint', 'The current sprint', ready()),
  shown('popup-anonymous', 'Without a token, goal kept locally', ready({ ...anonymous, sprint: { ...sprintView, estimate: null, flagged: [], crept: null, goal: { text: 'Guests pay without an account.', source: 'local', pending: false }, goalVia: { via: 'local', because: 'Kept in this browser. Add a token for github.com that may write issues, and the team sees it as a label.' } } })),
  shown('popup-no-goal', 'No goal yet, layout not recognised', ready({ sprint: { ...sprintView, goal: null, workingDaysLeft: 1, crept: null } }), unrecognised),
  shown('popup-late', 'Overdue, goal pending, failed write', ready({
    sprint: { ...sprintView, workingDaysLeft: -2, goal: { text: 'Guests pay without an account, in under a minute, also where the address is filled in by the browser and the card needs a second check by the bank.', source: 'description', pending: true }, pending: [{ id: 'g1', summary: 'Write the Sprint Goal to Sprint 14', state: 'queued', undoUntil: Date.now() + 8000, failure: null }] },
    failedWrites: [{ id: 'w2', summary: 'Add the label roadmap:faster-checkout to #312', state: 'failed', undoUntil: null, failure: 'GitHub answered that the token may not write issues here.' }],
  })),
  shown('popup-first-run', 'First run', ready({ ...anonymous, project: null, projects: [], sprint: null, sprints: [], syncedAt: null }), { url: 'https://example.com/', report: null }),
  shown('popup-iteration', 'An iteration of a Project, another one alongside', ready({ sprint: { ...sprintView, sprint: iteration, goal: null, goalVia: { via: 'local', because: 'Kept in this browser: GitHub’s iterations have no place for a goal. A line “Sprint Goal: …” in a status update of the Project shows to the whole team.' }, crept: null }, alongside: [{ sprint: week, goal: null, workingDaysLeft: 2, issues: { done: 1, total: 4 } }], sprints: [iteration, week, comingIteration, ...popupView.sprints] })),
  shown('popup-between', 'A week off between two iterations', ready({ sprint: null, between: { after: { ...iteration, title: 'Iteration 9', dueOn: day('2026-11-20') }, before: comingIteration }, sprints: [comingIteration, ...popupView.sprints] })),
  shown('popup-no-sprint', 'No milestone', ready({ sprint: null, sprints: [] })),
  shown('popup-no-date', 'Milestones without a date', ready({ sprint: null })),
  shown('popup-silent', 'Private or unknown', ready({ ...anonymous, project: project === null ? null : { ...project, state: 'silent' }, sprint: null, sprints: [], syncedAt: null })),
  shown('popup-reading', 'Reading for the first time', ready({ project: project === null ? null : { ...project, state: 'reading' }, sprint: null, sprints: [], syncedAt: null, syncing: true })),
  shown('popup-offline', 'Offline', ready({ problem: OFFLINE })),
  shown('popup-unauthorised', 'Token refused', ready({ problem: UNAUTHORISED, connection: { ...popupView.connection, state: 'unauthorised' }, allowance: null })),
  shown('popup-limited', 'Rate limited', ready({ ...anonymous, problem: LIMITED, allowance: { limit: 60, remaining: 0, resetAt: NOW + 23 * 60_000, reserve: 15 } })),
  shown('popup-loading', 'Loading', { kind: 'loading' }),
  shown('popup-failed', 'Worker does not answer', { kind: 'failed', problem: { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' } }),
];
