import type { GoalsView, PopupView, SprintReport } from '../../lib/messaging/messages.ts';
import { githubProjectKey, milestoneKey } from '../../lib/core/keys.ts';
import { type Page, Popup, type PopupState } from '../popup/Popup.tsx';
import type { PopupEvents } from '../popup/popup-events.ts';
import { BARRED, DAY, day, LIMITED, NOW, OFFLINE, UNAUTHORISED, UNREAD } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';
import { anonymous, comingIteration, goalsView, iteration, listPage, popupView, sprintView, week } from './popup-fixtures.ts';
import { report, stoppedReport } from './sprint-report-fixtures.ts';

const nothing = () => undefined;
const well = () => Promise.resolve(null);
const events: PopupEvents = {
  onPickProject: nothing, onPickSprint: nothing, onSaveGoals: well, onResolve: nothing, onMark: nothing, onOutcome: well, onCopy: () => Promise.resolve(true), onUndoMarks: nothing, onRefresh: nothing, onAllow: nothing, onReload: nothing,
  onOptions: nothing, onUndo: nothing, onRetry: nothing, onDiscard: nothing,
};

export function shown(id: string, title: string, state: PopupState, page: Page = listPage): PlaygroundState {
  return { id, title, room: 'popup', view: () => <Popup state={state} page={page} busy={state.kind === 'loading' || (state.kind === 'ready' && state.view.sprint !== null && state.report === null)} now={NOW} said="" undoable={null} events={events} /> };
}
const ENDED: SprintReport['asks'] = { sprint: milestoneKey(sprintView.sprint.project, 13), title: 'Sprint 13', goals: ['The basket is kept for thirty days.'] };
/** `goals` and `told` change what is said of the sprint; without a sprint there is no report. */
function ready({ goals, told, ...changes }: Partial<Omit<PopupView, 'goals'>> & { readonly goals?: Partial<GoalsView>; readonly told?: Partial<SprintReport> | null } = {}): PopupState {
  const view = { ...popupView, ...changes, goals: changes.sprint === null ? null : { ...goalsView, ...goals } };
  return { kind: 'ready', view, report: view.sprint === null || told === null ? null : { ...report, ...told }, asks: view.between ? ENDED : null };
}
function withOdds(goal: number, everything: number): Partial<SprintReport> {
  const { odds } = report;
  return odds.state === 'odds' && odds.goal !== null ? { odds: { ...odds, goal: { ...odds.goal, probability: goal }, everything: { ...odds.everything, probability: everything } } } : {};
}
const unmarked: SprintReport['odds'] = report.odds.state === 'odds' ? { ...report.odds, goal: null, everything: { ...report.odds.everything, probability: 0 } } : report.odds;
const project = popupView.project;
const unrecognised = { ...listPage, report: { ...listPage.report, surface: null, recognised: false, badges: 0 } };

export const popupStates: readonly PlaygroundState[] = [
  shown('popup-sprint', 'The current sprint', ready()),
  shown('popup-met', 'The goal is met', ready({ told: { health: { health: 'met', reasons: ['All 5 goal issues are done.'] }, coverage: { goal: { done: 5, total: 5 }, other: { done: 5, total: 7 }, left: [], inProgress: 0, offGoal: [] }, threats: [], daily: { ...report.daily, finished: [], started: [], removed: [], flagged: [] } }, sprint: { ...sprintView, issues: { done: 10, total: 12 }, flagged: [], crept: null } })),
  shown('popup-on-track', 'On track, without an estimate', ready({ told: { ...withOdds(0.93, 0.71), health: { health: 'on-track', reasons: ['In 93 of 100 simulations all goal issues are done by the end.', '4 of 5 goal issues are done.'] }, threats: report.threats.slice(2) }, sprint: { ...sprintView, estimate: null } })),
  shown('popup-off-track', 'Off track, the last day', ready({ told: { ...withOdds(0.004, 0), health: { health: 'off-track', reasons: ['In fewer than 1 of 100 simulations all goal issues are done by the end.', '2 of 5 goal issues are done.'] } }, sprint: { ...sprintView, workingDaysLeft: 0 } })),
  shown('popup-days-off', 'The last working day, days off before the end', ready({ sprint: { ...sprintView, workingDaysLeft: 0, daysLeft: 2 } })),
  shown('popup-declined', 'Too little history, no issue marked', ready({ told: { odds: { state: 'declined', because: 'Only 6 working days are known; odds need 20.', from: { historyDays: 6, finished: 3, growth: null, runs: 2000 } }, health: { health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] }, coverage: { ...report.coverage, goal: { done: 0, total: 0 }, left: [] }, threats: report.threats.slice(0, 1) } })),
  shown('popup-unmarked', 'No issue marked, and little chance for all of the sprint; long reasons', ready({ told: {
    odds: unmarked, health: { health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] }, coverage: { ...report.coverage, goal: { done: 0, total: 0 }, left: [] },
    threats: report.threats.map((threat, at) => (at === 2 ? threat : { ...threat, reason: 'Blocked by #318 Payment provider answers twice, #320 Receipts in two languages, 3 more since 12 Nov 2026 (6 working days), of which 2 are in no current sprint.' })),
  } })),
  shown('popup-goals', 'Several goals in their order', ready({ goals: { goals: ['Guests pay without an account, in under a minute.', 'Nobody waits for a receipt.', 'The old checkout is switched off.'], from: 'file', via: { via: 'file', home: githubProjectKey('github.com', 'acme', 'shop'), because: 'Your team keeps its goals in .github/waymark.yml of acme/shop: the page of sprints proposes a change of them, which counts for everybody once it is merged.' } } })),
  shown('popup-long-goal', 'A goal as long as a page', ready({ goals: { goals: [Array.from({ length: 12 }, () => 'Guests pay without an account, in under a minute.').join(' ')] } })),
  shown('popup-arabic', 'A goal and issues from right to left', ready({ goals: { goals: ['يدفع الضيوف بدون حساب في أقل من دقيقة.', 'لا أحد ينتظر الإيصال (2026).'] }, told: { issues: Object.fromEntries(Object.entries(report.issues).map(([key, issue]) => [key, { ...issue, title: 'فشل الدفع كضيف في Safari عند ملء العنوان تلقائيًا' }])) } })),
  shown('popup-japanese', 'A goal without spaces', ready({ goals: { goals: ['ゲストはアカウントなしで一分以内に支払いを完了でき、領収書を待つことも、住所を二度入力することもありません。'] } })),
  shown('popup-conflict', 'Two wordings of the goal', ready({ goals: { conflict: { mine: ['Guests pay without an account, in under thirty seconds.'], theirs: ['Guests pay without an account, in under a minute.'], at: NOW } } })),
  shown('popup-asks', 'The sprint before has ended', ready({ told: { asks: ENDED } })),
  shown('popup-waiting', 'The report is on its way', ready({ told: null })),
  shown('popup-hours', 'Estimated in points and in hours', ready({ sprint: { ...sprintView, hours: { done: 12, total: 61.5, unestimated: 2 } } })),
  shown('popup-anonymous', 'Without a token, goal kept locally', ready({ ...anonymous, goals: { goals: ['Guests pay without an account.'], from: 'local', via: { via: 'local', because: 'Kept in this browser. Add a token for github.com that may write issues, and the team sees it as a label.' } }, sprint: { ...sprintView, unread: 5, estimate: null, flagged: [], crept: null } })),
  shown('popup-no-goal', 'No goal yet, layout not recognised', ready({ goals: { goals: [], from: null }, sprint: { ...sprintView, workingDaysLeft: 1, crept: null } }), unrecognised),
  shown('popup-late', 'Overdue, goal pending, failed write', ready({
    goals: { goals: ['Guests pay without an account, in under a minute, also where the address is filled in by the browser and the card needs a second check by the bank.'], pending: true, writes: [{ id: 'g1', summary: 'Writes the Sprint Goal into the milestone’s description', state: 'queued', undoUntil: Date.now() + 8000, failure: null }] },
    sprint: { ...sprintView, workingDaysLeft: -2 },
    told: { odds: { state: 'done' }, health: { health: 'off-track', reasons: ['The sprint ended on 18 Nov 2026, with 3 of 5 goal issues open.'] } },
    failedWrites: [{ id: 'w2', summary: 'Add the label roadmap:faster-checkout to #312', state: 'failed', undoUntil: null, failure: 'GitHub answered that the token may not write issues here.' }, { id: 'w3', summary: 'Adds the label roadmap:faster-checkout to #318', state: 'failed', undoUntil: null, failure: 'It was made while mira was signed in, and would be sent as jonas now: send it so, discard it, or sign in as mira again, and it is sent by itself.', sendAs: 'jonas' }],
  })),
  shown('popup-first-run', 'First run', ready({ ...anonymous, project: null, projects: [], sprint: null, sprints: [], syncedAt: null }), { url: 'https://example.com/', report: null }),
  shown('popup-iteration', 'An iteration of a Project, another one alongside', ready({ goals: { goals: [], from: null, via: { via: 'local', because: 'Kept in this browser: GitHub’s iterations have no place for a goal. A line “Sprint Goal: …” in a status update of the Project shows to the whole team.' } }, sprint: { ...sprintView, sprint: iteration, crept: null }, alongside: [{ sprint: week, goal: null, workingDaysLeft: 2, issues: { done: 1, total: 4 } }], sprints: [iteration, week, comingIteration, ...popupView.sprints] })),
  shown('popup-between', 'A week off between two iterations', ready({ sprint: null, between: { after: { ...iteration, title: 'Iteration 9', dueOn: day('2026-11-20') }, before: comingIteration }, sprints: [comingIteration, ...popupView.sprints] })),
  shown('popup-no-sprint', 'No milestone', ready({ sprint: null, sprints: [] })),
  shown('popup-no-date', 'Milestones without a date', ready({ sprint: null })),
  shown('popup-not-any-more', 'Its token was removed, and it is private', ready({ ...anonymous, project: project === null ? null : { ...project, state: 'silent' }, sprint: null, sprints: [], lastReadAt: NOW - 6 * DAY })),
  shown('popup-token-removed', 'Its token was removed', ready({ ...anonymous, lastReadAt: NOW - 3 * DAY, told: stoppedReport })),
  shown('popup-silent', 'Private or unknown', ready({ ...anonymous, project: project === null ? null : { ...project, state: 'silent' }, sprint: null, sprints: [], syncedAt: null })),
  shown('popup-unread', 'Offline before anything was read', ready({ project: project === null ? null : { ...project, state: 'new' }, sprint: null, sprints: [], syncedAt: null, problem: UNREAD })),
  shown('popup-reading', 'Reading for the first time', ready({ project: project === null ? null : { ...project, state: 'reading' }, sprint: null, sprints: [], syncedAt: null, syncing: true })),
  shown('popup-offline', 'Offline, with what was known three hours ago', ready({ problem: OFFLINE, syncedAt: NOW - 3 * 3_600_000 })),
  shown('popup-unauthorised', 'Token refused', ready({ problem: UNAUTHORISED, connection: { ...popupView.connection, state: 'unauthorised' }, allowance: null })),
  shown('popup-barred', 'A site that was switched off', ready({ problem: BARRED, syncedAt: NOW - 3 * 3_600_000 }), { ...listPage, barred: true }),
  shown('popup-limited', 'Rate limited', ready({ ...anonymous, problem: LIMITED, allowance: { limit: 60, remaining: 0, resetAt: NOW + 23 * 60_000, reserve: 15 } })),
  shown('popup-loading', 'Loading', { kind: 'loading' }),
  shown('popup-failed', 'Worker does not answer', { kind: 'failed', problem: { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' } }),
];
