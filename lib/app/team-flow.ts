import { dayLastRead } from '../core/as-of.ts';
import { beginOfHistory } from '../core/forecast/throughput.ts';
import type { ProjectKey } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { isCounted } from '../core/sprint/progress.ts';
import { FLOW_SOURCE } from '../core/sprint/flow.ts';
import { flowMetrics } from '../core/sprint/flow-metrics.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { TeamFlowView } from '../messaging/messages.ts';
import { knownOf } from './last-read.ts';
import type { Ports } from './ports.ts';

/** More than any team has open at once and means it. */
const OPEN = 5000;

/**
 * The measures of flow of a project over the last twelve weeks, from what is stored, as of its last reading: days that nobody has read are neither quiet nor make anything older.
 *
 * @example (await teamFlow(ports, 'github.com/acme/shop')).cycleDays?.p85 // → 9
 */
export async function teamFlow(ports: Pick<Ports, 'store' | 'now'>, project: ProjectKey): Promise<TeamFlowView> {
  const { store, now } = ports;
  const at = now();
  const calendar = workCalendar((await store.settings()).calendar);
  const [open, finished] = await Promise.all([store.openIssues(backlogKey(project, 'issue'), OPEN), store.finishedSince(project, beginOfHistory(at, calendar))]);
  const { from, until } = await knownOf(ports, project, finished.filter(isCounted));
  const lastRead = dayLastRead(until, at, calendar);
  const { throughput, ...measures } = flowMetrics([...open, ...finished], until, calendar, from);
  // A message carries no typed array.
  return { ...measures, throughput: { ...throughput, daily: [...throughput.daily] }, source: FLOW_SOURCE, ...(lastRead !== null && { lastRead }) };
}
