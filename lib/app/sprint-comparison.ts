import type { ProjectKey } from '../core/issue.ts';
import { backTest } from '../core/forecast/back-test.ts';
import type { BackTest } from '../core/forecast/calibration.ts';
import { figuresOf, type SprintFigures } from '../core/sprint/comparison.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import type { Ports } from './ports.ts';
import { accountOf } from './sprint-account.ts';
import { begun, ledgerGoalsOf, readProject } from './sprint-ledger.ts';
import { throughputOf } from './team-throughput.ts';

/** A year of fortnights. */
const MOST = 26;
/** So much of the past is forecast again, with the twelve weeks before it that each forecast stands on. */
const DAYS = 480;

/**
 * The ended sprints of a project's team, the latest first, in figures that stand beside each other; and how forecasts made at their beginnings compare with what happened. Where boards share a project, the team is that of the
 * current sprint. `backTest` is `null` without an ended sprint.
 *
 * @example (await sprintComparison(ports, 'github.com/acme/shop')).sprints[0]?.accuracy // → 0.75
 */
export async function sprintComparison(ports: Ports, project: ProjectKey): Promise<{ sprints: readonly SprintFigures[]; backTest: BackTest | null }> {
  const [read, settings] = await Promise.all([readProject(ports, project), ports.store.settings()]);
  const { sprints, there, calendar } = read;
  const now = ports.now();
  const latest = begun(sprints, calendar.dateOf(now));
  const team = currentSprint(sprints.filter(({ key }) => there.has(key)), settings.pickedSprint[project] ?? null, now, calendar) ?? latest[0];
  if (!team) return { sprints: [], backTest: null };
  const own = latest.filter(({ board, state }) => state === 'closed' && board?.id === team.board?.id).slice(0, MOST);
  const [accounts, { finished, known }] = await Promise.all([
    Promise.all(own.map(async (sprint) => ({ account: await accountOf(ports, sprint, sprints, calendar), goals: await ledgerGoalsOf(ports, sprint, read) }))),
    throughputOf(ports, team, sprints, calendar, DAYS),
  ]);
  const ended = accounts.filter(({ account }) => account.span.endedAt !== null);
  return {
    sprints: ended.map(({ account: { sprint, story }, goals }) => figuresOf(sprint.title, story, goals)),
    backTest: ended.length === 0 ? null : backTest({ finished, known, spans: ended.map(({ account }) => account.span), seed: project, now, calendar }),
  };
}
