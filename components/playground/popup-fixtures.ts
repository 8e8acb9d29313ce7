import type { GoalsView, PageReport, PopupView, SprintView } from '../../lib/messaging/messages.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import { iterationKey, milestoneKey } from '../../lib/core/keys.ts';
import { DAY, day, NOW, otherProject, project, sprintIssue, sprintKey } from './issues.ts';

const sprint: Sprint = {
  key: sprintKey, project, number: 14, title: 'Sprint 14', url: 'https://github.com/acme/shop/milestone/14', state: 'open',
  description: 'Sprint Goal: Guests pay without an account, in under a minute.', startsOn: day('2026-11-16'), dueOn: day('2026-11-30'),
  createdAt: NOW - 8 * DAY, updatedAt: NOW - DAY, openIssues: 5, closedIssues: 7,
};
const next: Sprint = { ...sprint, key: milestoneKey(project, 15), number: 15, title: 'Sprint 15', dueOn: day('2026-12-14') };

/** Sprints of two Projects. */
export const iteration: Sprint = { ...sprint, key: iterationKey(project, 1, 'cfc16e4d'), title: 'Iteration 10', url: 'https://github.com/orgs/acme/projects/1', description: '', board: { id: 1, name: 'Shop delivery' } };
export const week: Sprint = { ...iteration, key: iterationKey(project, 2, '0aa10002'), title: 'Week 47', url: 'https://github.com/orgs/acme/projects/2', board: { id: 2, name: 'Platform' }, dueOn: day('2026-11-24') };
export const comingIteration: Sprint = { ...iteration, key: iterationKey(project, 1, 'd4e5f607'), title: 'Iteration 11', state: 'future', startsOn: day('2026-12-07'), dueOn: day('2026-12-20') };

export const sprintView: SprintView = {
  sprint,
  goal: { text: 'Guests pay without an account, in under a minute.', source: 'description', pending: false },
  chosenBy: 'date', workingDaysLeft: 6, dueOn: day('2026-11-30'),
  issues: { done: 7, total: 12 }, unread: 0, estimate: { done: 21, total: 40, unestimated: 2 },
  flagged: [
    sprintIssue(312, 'Guest checkout fails in Safari when the address form is filled automatically', [{ label: 'Overdue', severity: 'late', reason: '3 working days past its due date, Tue 17 Nov.' }, { label: 'Blocked', severity: 'risk', reason: 'Blocked by #318.' }]),
    sprintIssue(318, 'Rotate the payment certificates', [{ label: 'Unowned', severity: 'risk', reason: 'In the sprint for 6 days, and nobody has taken it.' }]),
    sprintIssue(327, 'Show the delivery date before payment', [{ label: 'No movement', severity: 'watch', reason: 'In progress, and quiet for 5 working days.' }]),
  ],
  crept: { since: NOW - 6 * DAY, by: 'first-seen', issues: [sprintIssue(340, 'Hotfix: tax for Norway is rounded twice', [], true), sprintIssue(342, 'Log out from all devices')] },
};

export const goalsView: GoalsView = {
  goals: ['Guests pay without an account, in under a minute.'], from: 'description', pending: false,
  via: { via: 'tracker', because: 'Goes into the milestone’s description, as its “Sprint Goal” line, where the whole team sees it.' }, conflict: null, wordings: [], items: [], label: 'sprint-goal', writes: [],
};

export const popupView: PopupView = {
  project: { key: project, name: 'acme/shop', state: 'ready' },
  projects: [{ key: project, name: 'acme/shop', host: 'github.com' }, { key: otherProject, name: 'acme/payments', host: 'github.com' }],
  sprint: sprintView, goals: goalsView, alongside: [], flow: null, boards: [], sprints: [sprint, next], syncedAt: NOW - 4 * 60_000, syncing: false,
  connection: { host: 'github.com', tracker: 'github', signIn: 'token', login: 'mira', state: 'ok', link: null },
  allowance: { limit: 5000, remaining: 4873, resetAt: NOW + 23 * 60_000, reserve: 0 }, problem: null, failedWrites: [],
};

export const anonymous: Pick<PopupView, 'connection' | 'allowance'> = {
  connection: { host: 'github.com', tracker: 'github', signIn: 'none', login: null, state: 'anonymous', link: null },
  allowance: { limit: 60, remaining: 41, resetAt: NOW + 23 * 60_000, reserve: 15 },
};

export const listPage: { url: string; report: PageReport } = {
  url: 'https://github.com/acme/shop/issues',
  report: { surface: 'github-issue-list', recognised: true, links: 25, badges: 25, project, board: null },
};
