import type { SprintFigures } from '../../lib/core/sprint/comparison.ts';
import type { GoalOutcome } from '../../lib/core/sprint/ledger.ts';
import { milestoneKey } from '../../lib/core/keys.ts';
import type { LedgerSprint, LedgerView, SprintMessages, TeamFlowView } from '../../lib/messaging/messages.ts';
import { DAY, day, NOW, project } from './issues.ts';
import { report, reportIssues, span, storyIssue } from './sprint-report-fixtures.ts';

const FORTNIGHT = 14 * DAY;
const at = (moment: number) => day(new Date(moment).toISOString().slice(0, 10));

function spanOf(ago: number): LedgerSprint['span'] {
  const [from, to] = [span.startsAt - ago * FORTNIGHT, span.startsAt - (ago - 1) * FORTNIGHT - 3 * DAY];
  return { from: at(from), fromBy: 'former', dueOn: at(to), startsAt: from, committedAt: from + DAY / 2, endedAt: to, endedOn: at(to) };
}

function past(ago: number, text: string, outcome: Pick<GoalOutcome, 'result' | 'note'> | null, changes: Partial<LedgerSprint> = {}): LedgerSprint {
  const when = spanOf(ago);
  return {
    sprint: milestoneKey(project, 14 - ago), title: `Sprint ${14 - ago}`, span: when, state: 'closed', gone: false, asks: outcome === null, basis: 'history', since: null,
    goals: [{ wordings: [{ text, at: when.startsAt, by: 'mira', from: 'description' }], outcome: outcome && { ...outcome, at: when.startsAt + FORTNIGHT, by: 'mira' } }],
    carriedOver: [storyIssue(312, 0), storyIssue(327, 0)], increment: [storyIssue(330, 0), storyIssue(331, 0), storyIssue(333, 0)], ...changes,
  };
}

const reworded = past(3, 'Sellers see what they earn, by the day.', { result: 'partly', note: 'By the week; the day waits for the new ledger.' });

export const ledger: LedgerView = {
  sprints: [
    { ...past(0, '', null), goals: [{ wordings: report.goals.wordings, outcome: null }], span, state: 'open', asks: false, title: 'Sprint 14' },
    past(1, 'Nobody has to call us to return a parcel.', null),
    past(2, 'The first page is there within a second, on a phone, in a train.', { result: 'met', note: '0.9 s at the 75th percentile.' }),
    { ...reworded, goals: reworded.goals.map((goal) => ({ ...goal, wordings: [{ text: 'Sellers see what they earn.', at: reworded.span.startsAt, by: null, from: 'first-paragraph' }, ...goal.wordings] })), basis: 'snapshots', since: reworded.span.startsAt + 2 * DAY },
    past(4, 'Payments by invoice in Austria.', { result: 'not', note: '' }, { gone: true, increment: [] }),
    past(5, '', null, { goals: [], asks: false }),
  ],
  issues: reportIssues,
};

/** More than are shown at once. */
export const longLedger: LedgerView = { ...ledger, sprints: Array.from({ length: 26 }, (_, index) => past(index + 1, `Goal number ${26 - index}.`, { result: 'met', note: '' })) };

function figures(ago: number, planned: number, added: number, done: number, carried: number, goal: SprintFigures['goal'], changes: Partial<SprintFigures> = {}): SprintFigures {
  const amount = (issues: number) => ({ issues, estimate: issues * 3 });
  return { sprint: milestoneKey(project, 14 - ago), title: `Sprint ${14 - ago}`, span: spanOf(ago), basis: 'history', planned: amount(planned), added: amount(added), removed: amount(ago % 2), done: amount(done), carried: amount(carried), accuracy: Math.min(1, (done - 1) / planned), goal, ...changes };
}

export const comparison: SprintMessages['sprintComparison']['response'] = {
  sprints: [figures(1, 10, 2, 9, 3, null), figures(2, 8, 1, 8, 1, 'met'), figures(3, 9, 4, 8, 5, 'partly', { basis: 'snapshots' }), figures(4, 11, 0, 7, 4, 'not'), figures(5, 7, 3, 9, 1, null, { planned: { issues: 7, estimate: null } })],
  backTest: { levels: [{ percent: 50, held: 14, of: 24 }, { percent: 85, held: 20, of: 24 }, { percent: 95, held: 23, of: 24 }], sprints: 24, declined: 2 },
};

export const teamFlow: TeamFlowView = {
  throughput: { daily: Array.from({ length: 60 }, (_, index) => [0, 1, 0, 2, 0, 1, 1][index % 7] ?? 0), since: at(NOW - 84 * DAY), finished: 43 },
  cycleDays: { p50: 3, p85: 9, p95: 17, n: 38 }, inProgress: 6, ageDays: { p50: 10, p85: 14, p95: 21, n: 6 }, source: 'The Kanban Guide (2020), https://kanbanguides.org/',
};
