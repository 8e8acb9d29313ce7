import type { SprintOdds } from '../core/forecast/odds.ts';
import { likelihood, oddsInPercent } from '../core/share-words.ts';
import type { ProjectKey } from '../core/issue.ts';
import { trackerOfKey } from '../core/keys.ts';
import type { Health } from '../core/roadmap/roadmap-item.ts';
import type { GoalHealth } from '../core/sprint/goal-health.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { timeLeftInWords } from '../core/sprint/time-left.ts';
import type { LineRow, SprintReport } from '../messaging/messages.ts';
import { runningSprintOf } from './current-sprint.ts';
import type { Ports } from './ports.ts';
import { goalWrites } from './sprint-goal.ts';
import { goalsOfSprint } from './sprint-goals.ts';
import { lastSprintReport } from './sprint-report.ts';
import { clockTime, plural } from './wording.ts';

/** What was reported so lately needs no time of day. */
const FRESH = 3_600_000;
/** The reason that the odds among the facts say already: a line has no room to say it twice. */
const SIMULATED = / of 100 simulations /;
const HEALTH: Readonly<Record<GoalHealth['health'], Health | null>> = { 'met': 'complete', 'on-track': 'on-track', 'at-risk': 'at-risk', 'off-track': 'off-track', 'unknown': null };

/**
 * The goal of the sprint that a board, a backlog or a list of milestones belongs to, as a line: how it goes and the odds by the report that was made last, which may be older than the rest and then says so. `null` where no
 * sprint runs or it has no goal.
 *
 * @example await goalLine(ports, 'github.com/acme/shop', null, null) // → { kind: 'goal', text: 'Shoppers pay in two taps', health: 'at-risk', facts: ['3 working days left', 'goal in time: about even, 64 %', …], … }
 */
export async function goalLine(ports: Ports, project: ProjectKey, board: number | null, milestone: number | null): Promise<LineRow | null> {
  const running = await runningSprintOf(ports, project, board);
  // A milestone of another kind is no sprint, and the goal of the one that runs is not its own.
  if (!running || (milestone !== null && milestone !== running.sprint.number)) return null;
  const { sprint, issues } = running;
  const [{ goals: [goal, ...others], pending }, report, outbox] = await Promise.all([goalsOfSprint(ports, sprint), reportOf(ports, project, sprint), ports.store.outbox()]);
  if (goal === undefined) return null;
  const now = ports.now();
  const odds = report && oddsInWords(report.odds);
  const contested = goalWrites(outbox, sprint).some(({ conflict }) => conflict !== undefined);
  return {
    id: `goal|${sprint.key}`, kind: 'goal', label: 'Sprint Goal', text: goal, link: { words: sprint.title, to: sprint.url },
    health: report && HEALTH[report.health.health], reason: report?.health.reasons.find((one) => odds === null || !SIMULATED.test(one)) ?? null,
    facts: [
      contested ? 'a teammate has changed the goal: choose in Details' : null,
      others.length > 0 ? `and ${plural(others.length, 'more goal')}` : null,
      timeLeftInWords(running, sprint.dueOn) ?? (trackerOfKey(sprint.key) === 'jira' ? 'no end date' : 'no due date'),
      odds,
      `${issues.done} of ${plural(issues.total, 'issue')} done`,
      pending ? 'a change is waiting to be written' : null,
      report && now - report.madeAt > FRESH ? `odds as of ${clockTime(report.madeAt, now)}` : null,
    ].filter((fact) => fact !== null),
    done: issues.done, total: issues.total,
  };
}

/** As it was made last, for the project or for the sprint by itself: a page does not wait for a new one. */
async function reportOf(ports: Ports, project: ProjectKey, { key }: Sprint): Promise<SprintReport | null> {
  const [last, own] = await Promise.all([lastSprintReport(ports, project, null), lastSprintReport(ports, project, key)]);
  const [newest = null] = [last, own].filter((report) => report?.sprint.key === key).toSorted((a, b) => (b?.madeAt ?? 0) - (a?.madeAt ?? 0));
  return newest;
}

/** In the words that the popup says it in. `goal in time: very likely, over 99 %` */
function oddsInWords(odds: SprintOdds): string | null {
  if (odds.state !== 'odds') return null;
  const { probability } = odds.goal ?? odds.everything;
  if (probability === null) return null;
  return `${odds.goal ? 'goal' : 'everything'} in time: ${likelihood(probability).toLowerCase()}, ${oddsInPercent(probability)}`;
}
