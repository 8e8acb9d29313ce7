import { ANONYMOUS_RESERVE, pauseEnd } from '../core/allowance.ts';
import { permissionWords } from '../core/permission-words.ts';
import type { ConnectionView, PopupView } from '../messaging/messages.ts';
import type { ConnectionRow, LimiterRow, ProjectRow } from '../storage/rows.ts';
import type { Tracker } from '../trackers/tracker.ts';
import { signedOut } from './explain-error.ts';
import { lastReadIn } from './last-read.ts';
import type { Ports } from './ports.ts';
import { siteOf, type Site } from './site.ts';
import { readOnly } from './write-access.ts';

/** Every site that is connected or has been read, github.com first. */
export async function connectionViews(ports: Ports): Promise<ConnectionView[]> {
  const [connections, projects] = await Promise.all([ports.store.connections(), ports.store.projects()]);
  const hosts = new Set(['github.com', ...connections.map((row) => row.host), ...projects.map((row) => row.host)]);
  return Promise.all([...hosts].map((host) => connectionView(ports, host)));
}

/** One site as the options show it: how we sign in there, what that lacks, what is left of its hour, and what has been read of it. */
export async function connectionView(ports: Ports, host: string): Promise<ConnectionView> {
  const [row, limiter, projects, jobs] = await Promise.all([ports.store.connection(host), ports.store.limiter(host), ports.store.projects(), ports.store.jobs()]);
  const known = projects.filter((project) => project.host === host);
  const own = known.filter((project) => project.state !== 'silent');
  const site = siteOf(ports, host, row, known[0]?.project);
  const state = connectionState(site, row, own.find((project) => project.error?.kind === 'unauthorised'));
  return {
    host,
    tracker: site.tracker,
    signIn: site.signIn,
    flavour: flavourOf(ports, host, row, site.tracker),
    login: row?.login ?? null,
    tokenKind: row?.tokenKind ?? null,
    // A session that has shown nothing yet may be there or not.
    state: state === 'ok' && row?.state !== 'ok' && !own.some((project) => project.syncedAt !== null) ? 'unchecked' : state,
    missing: (row?.missing ?? []).map(permissionWords),
    planningNeeds: row?.planningNeeds ?? null,
    problem: state === 'unauthorised' && site.signIn === 'session' ? signedOut(site) : null,
    expiresAt: row?.expiresAt ?? null,
    checkedAt: row?.checkedAt ?? null,
    hasToken: site.signIn === 'token',
    allowance: allowanceView(limiter, site, ports.now()),
    // What was read of one that may be seen no more is still here.
    projects: await Promise.all(known.filter((project) => project.state !== 'silent' || project.syncedAt !== null).map(async (project) => {
      const [lastReadAt, barred] = [lastReadIn(jobs, project, row, ports.now()), readOnly(project, row, ports.now())];
      return { key: project.project, name: project.name, issues: await ports.store.countIssues(project.project), syncedAt: project.syncedAt, ...(lastReadAt !== null && { lastReadAt }), ...(barred !== null && { readOnly: barred }) };
    })),
  };
}

/** What the site said of itself; before that, its name: only Cloud is known by it. */
function flavourOf(ports: Ports, host: string, row: ConnectionRow | undefined, tracker: Tracker['kind']): ConnectionView['flavour'] {
  if (tracker !== 'jira') return null;
  return row?.flavour ?? (ports.trackerFor(host, 'github')?.kind === 'jira' ? 'cloud' : null);
}

/** A session has no row that could go wrong: that it ended shows where it was used last. */
export function connectionState({ signIn }: Site, connection: ConnectionRow | undefined, row: Pick<ProjectRow, 'error'> | undefined): PopupView['connection']['state'] {
  if (signIn === 'none') return 'anonymous';
  return connection?.state === 'unauthorised' || (signIn === 'session' && row?.error?.kind === 'unauthorised') ? 'unauthorised' : 'ok';
}

/** What is left of the hour; a window that has passed is whole again. `null` where the site has no limit. */
export function allowanceView(limiter: LimiterRow | undefined, { signIn }: Site, now: number): PopupView['allowance'] {
  if (!limiter || limiter.limit === null || limiter.remaining === null || limiter.resetAt === null) return null;
  const resetAt = pauseEnd(limiter.resetAt, now);
  return { limit: limiter.limit, remaining: resetAt === null ? limiter.limit : limiter.remaining, resetAt: resetAt ?? Math.min(limiter.resetAt, now), reserve: signIn === 'none' ? ANONYMOUS_RESERVE : 0 };
}
