import type { IssueKey } from '../../lib/core/issue.ts';
import type { BurnCounts, BurnUp } from '../../lib/core/sprint/burn-up.ts';
import type { SprintSpan } from '../../lib/core/sprint/span.ts';
import type { SprintStory, StoryIssue } from '../../lib/core/sprint/story.ts';
import type { GoalsView, ReportIssue, SprintReport } from '../../lib/messaging/messages.ts';
import { DAY, day, issueKey, issueUrl, NOW, project } from './issues.ts';
import { sprintView } from './popup-fixtures.ts';

const { sprint } = sprintView;
/** Planned on Monday the 16th; on the 22nd half of it has passed. */
const START = NOW - 6 * DAY;

function counts(scope: number, done: number, goalScope: number, goalDone: number): BurnCounts {
  return { scope, done, goalScope, goalDone };
}
const KNOWN = [counts(10, 0, 5, 0), counts(10, 1, 5, 0), counts(11, 3, 5, 1), counts(12, 4, 5, 2), counts(12, 7, 5, 2), counts(12, 7, 5, 2), counts(12, 7, 5, 2)];

/** From the 16th to the 30th. */
export const burnUp: BurnUp = {
  days: Array.from({ length: 15 }, (_, index) => {
    const on = new Date(Date.UTC(2026, 10, 16 + index));
    const issues = KNOWN[index];
    const estimate = issues && counts(issues.scope * 3 + 4, issues.done * 3, issues.goalScope * 4, issues.goalDone * 4);
    return { on: day(on.toISOString().slice(0, 10)), off: [0, 6].includes(on.getUTCDay()), counts: issues && estimate ? { issues, estimate } : null };
  }),
  estimated: true, basis: 'history', since: null, goalSince: null,
};

export const span: SprintSpan = { from: day('2026-11-16'), fromBy: 'tracker', dueOn: day('2026-11-30'), startsAt: START, committedAt: START + DAY / 2, endedAt: null, endedOn: null };

const TITLES: Readonly<Record<number, readonly [string, ReportIssue['category'], number | null, boolean]>> = {
  301: ['A guest sees the price with delivery before giving an address', 'done', 3, true],
  305: ['Pay without an account', 'done', 5, true],
  312: ['Guest checkout fails in Safari when the address form is filled automatically', 'doing', 5, true],
  318: ['Rotate the payment certificates', 'todo', 2, false],
  321: ['Remember the basket of a guest for thirty days', 'doing', 3, true],
  322: ['Receipt by mail without an account', 'todo', null, true],
  327: ['Show the delivery date before payment', 'doing', 8, false],
  330: ['Upgrade the mail service', 'done', 2, false],
  331: ['Faster search for orders in the back office', 'done', 3, false],
  333: ['Shop names with umlauts sort last', 'done', 1, false],
  340: ['Hotfix: tax for Norway is rounded twice', 'done', 1, false],
  342: ['Log out from all devices', 'done', 2, false],
  350: ['Gift wrapping at checkout', 'todo', 5, false],
};

export const reportIssues: Readonly<Record<IssueKey, ReportIssue>> = Object.fromEntries(Object.entries(TITLES).map(([number, [title, category, estimate, serves]]) => {
  const key = issueKey(Number(number));
  return [key, { key, reference: `#${number}`, title, url: issueUrl(Number(number)), category, estimate, mark: serves ? { via: 'label', pending: false } : null } satisfies ReportIssue];
}));

export function storyIssue(number: number, daysAfterStart: number, by: string | null = 'jonas'): StoryIssue {
  return { issue: issueKey(number), at: START + daysAfterStart * DAY, by, estimate: TITLES[number]?.[2] ?? null };
}
const all = (numbers: readonly number[], daysAfterStart: number): StoryIssue[] => numbers.map((number, index) => storyIssue(number, daysAfterStart + index / 4));

export const story: SprintStory = {
  sprint: sprint.key, span, basis: 'history', since: null,
  committed: all([301, 305, 312, 318, 321, 322, 327, 330, 331, 350], 0),
  added: [{ ...storyIssue(333, 2), again: false }, { ...storyIssue(340, 3, 'mira'), again: false }, { ...storyIssue(342, 3), again: true }],
  removed: [{ ...storyIssue(350, 4, 'mira'), how: 'taken-out' }],
  carriedIn: [{ ...storyIssue(312, 0), times: 2 }, { ...storyIssue(327, 0), times: 1 }],
  carriedOut: all([312, 318, 321, 322, 327], 6),
  done: all([330, 301, 340, 305, 331, 333, 342], 1),
  doneBefore: [],
  reestimated: [{ ...storyIssue(327, 3), from: 3 }],
  reopened: [storyIssue(305, 2)],
};

export const goals: GoalsView = {
  goals: ['Guests pay without an account, in under a minute.'], from: 'description', pending: false,
  via: { via: 'tracker', because: 'Goes into the description of the milestone, for everybody who sees it.' },
  conflict: null,
  wordings: [
    { id: '1', sprint: sprint.key, text: 'Guests pay without an account.', at: START, by: 'mira', from: 'description', here: false, standing: 'stood' },
    { id: '2', sprint: sprint.key, text: 'Guests pay without an account, in under a minute.', at: START + 2 * DAY, by: 'jonas', from: 'description', here: true, standing: 'stood' },
  ],
  items: [], label: 'sprint-goal', writes: [],
};

const chance = { p50: day('2026-11-26'), p85: day('2026-12-01'), p95: day('2026-12-03') };

export const report: SprintReport = {
  project: { key: project, name: 'acme/shop' }, sprint, goals, unread: 0,
  health: { health: 'at-risk', reasons: ['The goal is reached in time in 74 of 100 simulations.', '#312 has been in progress for 9 days.'] },
  workingDaysLeft: 6,
  coverage: { goal: { done: 2, total: 5 }, other: { done: 5, total: 7 }, left: [issueKey(312), issueKey(321), issueKey(322)], inProgress: 2, offGoal: [issueKey(327)] },
  odds: {
    state: 'odds', goal: { remaining: 3, probability: 0.74, p50: day('2026-11-25'), p85: day('2026-12-01'), p95: day('2026-12-02'), mixed: 0.52 }, everything: { remaining: 5, probability: 0.48, ...chance },
    byEnd: { at50: 5, at85: 3, at95: 2 }, workingDays: 6, from: { historyDays: 60, finished: 41, growth: { days: 38, net: 9 }, runs: 2000 },
  },
  story, burnUp, asks: null,
  daily: { since: day('2026-11-20'), basis: 'history', finished: [storyIssue(342, 4)], started: [storyIssue(321, 4)], added: [], removed: [{ ...storyIssue(350, 4, 'mira'), how: 'taken-out' }], flagged: [{ issue: issueKey(312), rules: ['blocked'] }] },
  threats: [
    { issue: issueKey(312), rule: 'blocked', label: 'Blocked', severity: 'risk', reason: 'Blocked by #318, which nobody has taken, for 3 working days.' },
    { issue: issueKey(322), rule: 'not-started', label: 'Not started', severity: 'watch', reason: 'It is left for the goal, 6 working days before the end, and not begun.' },
    { issue: null, rule: 'off-goal', label: 'Off the goal', severity: 'watch', reason: '1 of 3 issues in progress serves another end than the goal.' },
  ],
  flags: [
    { rule: 'overdue', label: 'Overdue', severity: 'late', issues: [{ issue: issueKey(312), severity: 'late', reason: '3 working days past its due date, Tue 17 Nov.' }] },
    { rule: 'blocked', label: 'Blocked', severity: 'risk', issues: [{ issue: issueKey(312), severity: 'risk', reason: 'Blocked by #318, which nobody has taken, for 3 working days.' }] },
    { rule: 'unestimated-in-sprint', label: 'Unestimated', severity: 'watch', issues: [321, 322].map((number) => ({ issue: issueKey(number), severity: 'watch' as const, reason: 'It is in the sprint, and nobody has estimated it.' })) },
  ],
  issues: reportIssues, text: 'Sprint 14, 6 working days left.\nGoal: Guests pay without an account, in under a minute.\n', madeAt: NOW - 60_000, today: day('2026-11-22'),
};

const GONE = 'Not all of acme/shop could be read since 19 Nov 2026: that takes a token for github.com that may see it.';
const THEN = 'As of 19 Nov 2026, when it was last read.';
/** The same, of a project that nobody has been able to read for three days. */
export const stoppedReport: SprintReport = {
  ...report, health: { health: 'unknown', reasons: [GONE, `2 of 5 goal issues are done. ${THEN}`] }, odds: { state: 'declined', because: GONE, from: { historyDays: 60, finished: 40, growth: null, runs: 2000 } },
  coverage: { ...report.coverage, goal: { done: 2, total: 5 } }, threats: report.threats.map((threat) => ({ ...threat, reason: `${threat.reason} ${THEN}` })), flags: report.flags.map((one) => ({ ...one, issues: one.issues.map((flag) => ({ ...flag, reason: `${flag.reason} ${THEN}` })) })),
  daily: { ...report.daily, since: day('2026-11-18'), until: day('2026-11-19') }, burnUp: { ...burnUp, days: burnUp.days.map((one, index) => (index > 3 ? { ...one, counts: null } : one)) },
};
