import type { ProjectKey } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { FLOW_SOURCE, FLOW_WEEKS } from '../core/sprint/flow.ts';
import { flowMetrics } from '../core/sprint/flow-metrics.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { TeamFlowView } from '../messaging/messages.ts';
import type { Ports } from './ports.ts';

const WEEK = 7 * 86_400_000;
/** More than any team has open at once and means it. */
const OPEN = 5000;

/**
 * The measures of flow of a project over the last twelve weeks, from what is stored.
 *
 * @example (await teamFlow(ports, 'github.com/acme/shop')).cycleDays?.p85 // → 9
 */
export async function teamFlow({ store, now }: Pick<Ports, 'store' | 'now'>, project: ProjectKey): Promise<TeamFlowView> {
  const at = now();
  const [open, finished, settings] = await Promise.all([store.openIssues(backlogKey(project, 'issue'), OPEN), store.finishedSince(project, at - FLOW_WEEKS * WEEK), store.settings()]);
  const { throughput, ...measures } = flowMetrics([...open, ...finished], at, workCalendar(settings.calendar));
  // A message carries no typed array.
  return { ...measures, throughput: { ...throughput, daily: [...throughput.daily] }, source: FLOW_SOURCE };
}
