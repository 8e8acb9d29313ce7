import type { ProjectKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import type { PopupView } from '../messaging/messages.ts';
import type { ConnectionRow, JobRow, LimiterRow, ProjectRow } from '../storage/rows.ts';
import { currentSprintOf } from './current-sprint.ts';
import { explainError } from './explain-error.ts';
import { pendingWrite } from './pending-writes.ts';
import { ANONYMOUS_RESERVE, type Ports } from './ports.ts';

/**
 * What the toolbar popup shows, from stored data alone, so that it opens at once: the Sprint Goal of the project in view
 * (else of the project visited last), and the state of the page, the connection and the writes.
 */
export async function openPopup(ports: Ports, wanted: ProjectKey | null): Promise<PopupView> {
  const projects = (await ports.store.projects()).toSorted((a, b) => b.visitedAt - a.visitedAt);
  const seen = projects.filter((row) => row.state !== 'silent');
  const row = wanted ? projects.find((candidate) => candidate.project === wanted) : seen[0];
  const host = row?.host ?? (wanted ? hostOf(wanted) : 'github.com');
  const [connection, limiter, outbox, sprint, jobs] = await Promise.all([
    ports.store.connection(host), ports.store.limiter(host), ports.store.outbox(), row ? currentSprintOf(ports, row.project) : null, ports.store.jobs(),
  ]);
  const now = ports.now();
  return {
    project: row ? { key: row.project, name: row.name, state: row.state } : wanted ? { key: wanted, name: withoutHost(wanted), state: 'new' } : null,
    projects: seen.map(({ project, name }) => ({ key: project, name })),
    sprint: sprint?.view ?? null,
    sprints: (sprint?.sprints ?? []).filter((candidate) => candidate.state === 'open'),
    syncedAt: row?.syncedAt ?? null,
    syncing: jobs.some((job) => job.project === row?.project && isUnderWay(job, now)),
    connection: { host, login: connection?.login ?? null, state: connectionState(connection) },
    allowance: allowanceView(limiter, connection, now),
    problem: problemOf(row, connection, limiter, now),
    failedWrites: outbox.filter((write) => write.state === 'failed').map((write) => pendingWrite(write, now)),
  };
}

const READING: readonly JobRow['kind'][] = ['visit', 'changes', 'sprints', 'sweep'];

function isUnderWay({ kind, dueAt, error, finishedAt }: JobRow, now: number): boolean {
  return READING.includes(kind) && dueAt <= now && error === null && finishedAt === null;
}

function connectionState(connection: ConnectionRow | undefined): 'anonymous' | 'ok' | 'unauthorised' {
  if (!connection || connection.tokenKind === null) return 'anonymous';
  return connection.state === 'unauthorised' ? 'unauthorised' : 'ok';
}

/** What is left of the hour; a window that has passed is whole again. `null` where the site has no limit. */
export function allowanceView(limiter: LimiterRow | undefined, connection: ConnectionRow | undefined, now: number): PopupView['allowance'] {
  const anonymous = connectionState(connection) === 'anonymous';
  if (!limiter || limiter.limit === null || limiter.remaining === null || limiter.resetAt === null) return null;
  const remaining = limiter.resetAt <= now ? limiter.limit : limiter.remaining;
  return { limit: limiter.limit, remaining, resetAt: limiter.resetAt, reserve: anonymous ? ANONYMOUS_RESERVE : 0 };
}

function problemOf(row: ProjectRow | undefined, connection: ConnectionRow | undefined, limiter: LimiterRow | undefined, now: number): PopupView['problem'] {
  const host = row?.host ?? 'github.com';
  const hasToken = connectionState(connection) !== 'anonymous';
  if (connection?.state === 'unauthorised') return explainError({ kind: 'unauthorised', reason: '' }, host, now);
  if (limiter?.pausedUntil && limiter.pausedUntil > now) return explainError({ kind: 'rate-limited', until: limiter.pausedUntil, scope: 'primary' }, host, now, hasToken);
  return row?.error ? explainError(row.error, host, now, hasToken) : null;
}
