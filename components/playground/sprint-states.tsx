import { milestoneKey } from '../../lib/core/keys.ts';
import type { GoalsView, SprintReport } from '../../lib/messaging/messages.ts';
import { BurnUp } from '../sprint/BurnUp.tsx';
import type { SprintsLook } from '../workspace/address.ts';
import { Sprints, type SprintsReading, type SprintsState } from '../workspace/sprints/Sprints.tsx';
import type { SprintsEvents } from '../workspace/sprints/sprints-events.ts';
import { WorkspaceFrame } from '../workspace/WorkspaceFrame.tsx';
import { DAY, day, NOW, OFFLINE, project, SIGNED_OUT, UNAUTHORISED, UNREAD } from './issues.ts';
import { comparison, ledger, longLedger, teamFlow } from './ledger-fixtures.ts';
import type { PlaygroundState } from './playground-state.ts';
import { anonymous, popupView } from './popup-fixtures.ts';
import { flow, jiraView } from './popup-jira-fixtures.ts';
import { burnUp, goals, report, stoppedReport } from './sprint-report-fixtures.ts';

const kanbanView = { ...jiraView, sprint: null, sprints: [], alongside: [], flow };
const nothing = () => undefined;
const well = () => Promise.resolve(null);
const events: SprintsEvents = {
  onPickProject: nothing, onPickSprint: nothing, onKeepSprint: nothing, onReview: () => Promise.resolve('## Sprint 13'), onRefresh: nothing, onReload: nothing, onOptions: nothing, onUndoMarks: nothing, onSaveItems: well, onItems: () => Promise.resolve([{ id: 'faster-checkout', title: 'Faster checkout' }, { id: 'guest-accounts', title: 'Guest accounts' }]),
  onSaveGoals: well, onPreviewGoals: () => Promise.resolve({ ok: false, sentence: 'There is nothing to write: the roadmap there says the same already.', errors: [], choices: [] }), onProposeGoals: well, onResolve: nothing, onMark: nothing, onOutcome: well, onUndo: nothing, onRetry: nothing, onDiscard: nothing,
};
const forecast = { p50: day('2026-11-26'), p85: day('2026-12-01') };
const small = { burnUp: { ...burnUp, estimated: false, basis: 'snapshots' as const, since: Date.UTC(2026, 10, 17, 9), goalSince: day('2026-11-19'), days: burnUp.days.map((one, index) => (index === 0 ? { ...one, counts: null } : one)) }, dueOn: day('2026-11-30'), today: day('2026-11-22'), forecast };

function shown(id: string, title: string, state: SprintsState, look: SprintsLook = 'current', marked = false): PlaygroundState {
  return {
    id: `sprints-${id}`, title, room: 'workspace',
    view: () => <WorkspaceFrame here="sprints" onOptions={nothing}><Sprints state={state} look={look} now={NOW} undoable={marked ? { words: '3 issues serve the goal. Written as the label sprint-goal.' } : null} said="" events={events} /></WorkspaceFrame>,
  };
}
const ready = (changes: Partial<SprintsReading> = {}, problem: typeof OFFLINE | null = null): SprintsState => ({ kind: 'ready', reading: { view: popupView, report, ledger, comparison, flow: teamFlow, ...changes }, problem });
const of = (changes: Partial<SprintReport>, others: Partial<GoalsView> = {}): Partial<SprintsReading> => ({ report: { ...report, ...changes, goals: { ...goals, ...others } } });
const empty = { goal: { done: 0, total: 0 }, other: { done: 7, total: 12 }, left: [], inProgress: 0, offGoal: [] };
const noOdds = { state: 'declined' as const, because: 'Only 4 working days are known; odds need 10.', from: { historyDays: 4, finished: 3, growth: null, runs: 2000 } };

export const sprintStates: readonly PlaygroundState[] = [
  { id: 'burn-up-small', title: 'A burn-up in the popup, by snapshots', room: 'popup', view: () => <main className="waymark popup"><h1 className="visually-hidden">Burn-up</h1><div className="popup-body"><BurnUp {...small} small /></div></main> },
  shown('current', 'The current sprint', ready()),
  shown('asks', 'A sprint has ended: was its goal met?', ready(of({ asks: { sprint: milestoneKey(project, 13), title: 'Sprint 13', goals: ['Nobody has to call us to return a parcel.'] } }))),
  shown('several', 'Several goals, kept here', ready(of({}, { goals: [...goals.goals, 'Nobody waits for a receipt.', 'The old checkout is gone.'], from: 'local', items: [{ id: 'faster-checkout', title: 'Faster checkout' }], via: { via: 'local', because: 'Your token may not write milestones.' } }))),
  shown('conflict', 'Two wordings of one goal', ready(of({}, { conflict: { mine: ['Guests pay in two taps.'], theirs: goals.goals, at: NOW } }))),
  shown('no-goal', 'No goal, nothing marked, too little history', ready(of({ odds: noOdds, coverage: empty, threats: [], health: { health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] } }, { goals: [], from: null, wordings: [] }))),
  shown('met', 'The goal is met', ready(of({ health: { health: 'met', reasons: ['All 5 goal issues are done.'] }, threats: [], odds: { state: 'done' } }))),
  shown('marked', 'Issues were just marked', ready(), 'current', true),
  shown('ledger', 'The ledger', ready({ ledger }), 'ledger'),
  shown('ledger-long', 'The ledger of a year', ready({ ledger: longLedger }), 'ledger'),
  shown('gone', 'A sprint that was deleted at the tracker', ready({ report: { ...report, gone: true, sprint: { ...report.sprint, state: 'closed' } } })),
  shown('ledger-empty', 'The ledger before the first sprint', ready({ ledger: { sprints: [], issues: {} } }), 'ledger'),
  shown('past', 'Past sprints, forecasts, flow', ready(), 'past'),
  shown('past-empty', 'No past sprint', ready({ comparison: { sprints: [], backTest: null } }), 'past'),
  shown('kanban', 'Kanban: flow only', ready({ view: kanbanView, report: 'none' })),
  shown('none', 'No sprint runs', ready({ view: { ...popupView, sprint: null, sprints: [] }, report: 'none' })),
  shown('unknown', 'A sprint that is not known', ready({ report: 'unknown' })),
  shown('first-run', 'First run', ready({ view: { ...popupView, ...anonymous, project: null, projects: [], sprint: null, sprints: [], syncedAt: null }, report: null })),
  shown('signed-out', 'Signed out', ready({ view: { ...kanbanView, flow: null, syncedAt: null, problem: SIGNED_OUT }, report: null }, SIGNED_OUT)),
  shown('offline', 'Offline', ready({}, OFFLINE)),
  shown('unread', 'Offline before anything was read', ready({ view: { ...popupView, project: popupView.project && { ...popupView.project, state: 'new' }, sprint: null, sprints: [], syncedAt: null, problem: UNREAD }, report: 'none', ledger: null }, UNREAD)),
  shown('refused', 'The token is refused', ready({}, UNAUTHORISED)),
  shown('token-removed', 'Its token was removed', ready({ view: { ...popupView, ...anonymous, lastReadAt: NOW - 3 * DAY }, report: stoppedReport })),
  shown('past-late', 'Past sprints and flow as of an earlier day', ready({ flow: { ...teamFlow, lastRead: day('2026-11-16') } }), 'past'),
  shown('loading', 'Loading', { kind: 'loading' }),
  shown('failed', 'Worker does not answer', { kind: 'failed', problem: { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' } }),
];
