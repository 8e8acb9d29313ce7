import { jiraSprintKey } from '../../lib/core/keys.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import type { FlowView, GoalsView, PageReport, PopupView, RunningSprint, SprintView } from '../../lib/messaging/messages.ts';
import { DAY, day, jiraIssue, jiraProject, NOW } from './issues.ts';
import { goalsView, popupView, sprintView } from './popup-fixtures.ts';

const boardUrl = (id: number) => `https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/${id}`;

const sprint: Sprint = {
  key: jiraSprintKey(jiraProject, 31), project: jiraProject, number: 31, title: 'Checkout 14', url: `${boardUrl(3)}/backlog`, state: 'open',
  description: 'Guests pay without an account, in under a minute.', goalIn: 'field', board: { id: 3, name: 'Checkout' }, startsOn: day('2026-11-16'), dueOn: day('2026-11-27'),
  createdAt: NOW - 20 * DAY, updatedAt: NOW - DAY, openIssues: 0, closedIssues: 0,
};
const payments: Sprint = { ...sprint, key: jiraSprintKey(jiraProject, 33), number: 33, title: 'Payments 9', board: { id: 5, name: 'Payments' }, dueOn: day('2026-12-04') };
const platform: Sprint = { ...sprint, key: jiraSprintKey(jiraProject, 34), number: 34, title: 'Platform W48', board: { id: 8, name: 'Platform' }, dueOn: null };
export const coming: Sprint = { ...sprint, key: jiraSprintKey(jiraProject, 36), number: 36, title: 'Checkout 15', state: 'future', startsOn: day('2026-11-30'), dueOn: day('2026-12-11') };

export const jiraSprint: SprintView = {
  ...sprintView, sprint, dueOn: sprint.dueOn, workingDaysLeft: 5,
  goal: { text: 'Guests pay without an account, in under a minute.', source: 'field', pending: false },
  flagged: [jiraIssue(812, 'Address form loses the postcode when the browser fills it', [{ label: 'Flagged', severity: 'risk', reason: 'Flagged as an impediment in Jira.' }])],
  crept: { since: NOW - 6 * DAY, by: 'history', issues: [jiraIssue(840, 'Hotfix: tax for Norway is rounded twice', [], true), jiraIssue(842, 'Log out from all devices')] },
};

export const jiraGoals: GoalsView = { ...goalsView, from: 'field', via: { via: 'tracker', because: 'Goes into the sprint’s goal in Jira, where the whole team sees it.' } };

export const alongside: readonly RunningSprint[] = [
  { sprint: payments, goal: { text: 'Certificates are rotated without a person awake.', source: 'field', pending: false }, workingDaysLeft: 10, issues: { done: 3, total: 11 } },
  { sprint: platform, goal: null, workingDaysLeft: null, issues: { done: 0, total: 6 } },
];

export const flow: FlowView = {
  board: { name: 'Support', url: boardUrl(12), kind: 'kanban' },
  inProgress: [
    { ...jiraIssue(731, 'Refunds above 500 € wait for a second pair of eyes', [{ label: 'Ageing', severity: 'late', reason: 'Open for 23 days; 95 % of the team’s 48 finished issues took at most 19 days.' }]), ageDays: 23, ageFrom: 'history' },
    { ...jiraIssue(790, 'Invoices in Danish say “kr.” twice'), ageDays: 9, ageFrom: 'history' },
    { ...jiraIssue(803, 'Export of last year’s orders times out'), ageDays: 6, ageFrom: 'created' },
    { ...jiraIssue(811, 'Second reminder goes out on a Sunday'), ageDays: 2, ageFrom: 'history' },
    { ...jiraIssue(815, 'Returns label prints on two pages'), ageDays: 0, ageFrom: 'history' },
  ],
  weeks: [3, 5, 4, 2, 6, 4, 5, 3, 0, 4, 7, 5], finished: 48, perWeek: 4, source: 'The Kanban Guide (2020), https://kanbanguides.org/',
};

export const jiraView: PopupView = {
  ...popupView, project: { key: jiraProject, name: 'SHOP', state: 'ready' }, sprint: jiraSprint, goals: jiraGoals, sprints: [sprint], allowance: null,
  projects: [{ key: jiraProject, name: 'SHOP', host: 'acme.atlassian.net' }, ...popupView.projects],
  boards: [{ name: 'Checkout', url: boardUrl(3), kind: 'scrum' }],
  connection: { host: 'acme.atlassian.net', tracker: 'jira', signIn: 'session', login: null, state: 'ok', link: null },
};

export const boardPage: { url: string; report: PageReport } = { url: boardUrl(3), report: { surface: 'jira-board', recognised: true, links: 18, badges: 18, project: jiraProject, board: 3 } };
