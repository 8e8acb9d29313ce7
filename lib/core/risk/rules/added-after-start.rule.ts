import { dateInWords } from '../../date-words.ts';
import type { RiskRule } from '../risk.ts';
import { joinedAt } from '../../sprint/joined.ts';
import { startedOn } from '../../sprint/span.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags what came into a running sprint after its planning. The first day still counts as planning: trackers tell the day that a sprint starts, teams start it when they meet. */
export default {
  id: 'added-after-start',
  kind: 'execution',
  label: 'Added after the start',
  source: 'Scope increase as Swarmia defines it: added to the sprint after its start; removed and added again counts. From the issue’s history',
  assess({ issue, sprint, calendar }) {
    const started = sprint && startedOn(sprint, calendar);
    if (!sprint || sprint.state !== 'open' || started === null || issue.kind === 'pull-request') return undefined;
    const joined = joinedAt(issue, sprint.number);
    if (joined === null || calendar.dateOf(joined) <= started) return undefined;
    const days = calendar.workingDaysBetween(started, joined);
    return {
      severity: 'watch',
      reason: `Added to ${sprint.title} on ${dateInWords(calendar.dateOf(joined))}, ${days > 0 ? `${counted(days, 'working day')} after` : 'on a day off since'} its start.`,
      facts: [issueFact(issue, 'Joined the sprint', days, dateInWords(calendar.dateOf(joined)), { kind: 'derived', from: 'the history of its sprints' })],
    };
  },
  examples: [
    { name: 'added on the third day', given: { inCurrentSprint: true, sprintStartedDays: 7, joinedSprint: { 3: 4 } }, flags: 'watch' },
    { name: 'taken out and added again', given: { inCurrentSprint: true, sprintStartedDays: 7, joinedSprint: { 3: 1 } }, flags: 'watch' },
    { name: 'there from the planning', given: { inCurrentSprint: true, sprintStartedDays: 7, joinedSprint: { 3: 7 } }, flags: undefined },
    { name: 'there before it started', given: { inCurrentSprint: true, sprintStartedDays: 7, joinedSprint: { 3: 12 } }, flags: undefined },
    { name: 'created in the running sprint', given: { inCurrentSprint: true, sprintStartedDays: 7, ageDays: 2, joinedSprint: {} }, flags: 'watch' },
    { name: 'a tracker that tells no history', given: { inCurrentSprint: true, sprintStartedDays: 7, ageDays: 2 }, flags: undefined },
    { name: 'a sprint without a start', given: { inCurrentSprint: true, joinedSprint: { 3: 1 } }, flags: undefined },
  ],
} satisfies RiskRule;
