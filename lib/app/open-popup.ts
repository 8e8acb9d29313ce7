import { pauseEnd } from '../core/allowance.ts';
import type { ProjectKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { GoalsView, PopupView } from '../messaging/messages.ts';
import type { ConnectionRow, LimiterRow, ProjectRow } from '../storage/rows.ts';
import { allowanceView, connectionState } from './connection-views.ts';
import { currentSprintOf } from './current-sprint.ts';
import { explainError } from './explain-error.ts';
import { DISK_FULL } from './explain-failure.ts';
import { lastReadIn } from './last-read.ts';
import { failedWrites } from './pending-writes.ts';
import type { Ports } from './ports.ts';
import { flowOf } from './read-flow.ts';
import { seenProjects } from './seen-projects.ts';
import { signInLink, siteOf, type Site } from './site.ts';
import { goalsView } from './sprint-goals.ts';
import { isBeingRead } from './under-way.ts';

/**
 * What the toolbar popup shows, from stored data alone, so that it opens at once: the Sprint Goal of the project in view
 * (else of the project visited last), and the state of the page, the connection and the writes. `board`: the one whose page is in view.
 */
export async function openPopup(ports: Ports, wanted: ProjectKey | null, board: number | null = null): Promise<PopupView> {
  const projects = await ports.store.projects();
  const seen = seenProjects(projects);
  const row = wanted ? projects.find((candidate) => candidate.project === wanted) : seen[0];
  const project = row?.project ?? wanted;
  const host = project ? hostOf(project) : 'github.com';
  const [connection, limiter, outbox, sprint, jobs, isFull] = await Promise.all([
    ports.store.connection(host), ports.store.limiter(host), ports.store.outbox(), row ? currentSprintOf(ports, row.project, board) : null, ports.store.jobs(), ports.store.isFull(),
  ]);
  const now = ports.now();
  const site = siteOf(ports, host, connection, project ?? undefined);
  const lastReadAt = row ? lastReadIn(jobs, row, connection, now) : null;
  return {
    project: row ? { key: row.project, name: row.name, state: row.state } : wanted ? { key: wanted, name: withoutHost(wanted), state: 'new' } : null,
    projects: seen.map((one) => ({ key: one.project, name: one.name, host: one.host })),
    sprint: sprint?.view ?? null,
    goals: sprint?.view ? await goalsOfSprint(ports, sprint.view.sprint) : null,
    alongside: sprint?.alongside ?? [],
    between: sprint?.between ?? null,
    flow: row && sprint ? await flowOf(ports, row, sprint.sprints, board) : null,
    boards: (row?.boards ?? []).map(({ name, url: address, kind }) => ({ name, url: address, kind })),
    sprints: (sprint?.sprints ?? []).filter((candidate) => candidate.state !== 'closed'),
    syncedAt: row?.syncedAt ?? null,
    ...(lastReadAt !== null && { lastReadAt }),
    syncing: isBeingRead(jobs, row?.project, now),
    connection: connectionInPopup(site, connection, row),
    allowance: allowanceView(limiter, site, now),
    problem: isFull ? DISK_FULL : problemOf(row, connection, limiter, site, now),
    failedWrites: failedWrites(outbox, now),
  };
}

/** Read anew at each opening: the report on the sprint may be older than its goals. */
async function goalsOfSprint(ports: Ports, sprint: Sprint): Promise<GoalsView> {
  const ledger = await ports.store.ledger(sprint.project);
  return goalsView(ports, sprint, ledger.find((row) => row.sprint === sprint.key));
}

function connectionInPopup(site: Site, connection: ConnectionRow | undefined, row: ProjectRow | undefined): PopupView['connection'] {
  const state = connectionState(site, connection, row);
  const { host, tracker, signIn } = site;
  return { host, tracker, signIn, state, login: connection?.login ?? null, link: tracker === 'jira' && signIn !== 'token' && (state !== 'ok' || row?.state === 'silent') ? signInLink(site) : null };
}

function problemOf(row: ProjectRow | undefined, connection: ConnectionRow | undefined, limiter: LimiterRow | undefined, site: Site, now: number): PopupView['problem'] {
  if (connectionState(site, connection, row) === 'unauthorised') return explainError({ kind: 'unauthorised', reason: '' }, site, now);
  const pausedUntil = pauseEnd(limiter?.pausedUntil, now);
  if (pausedUntil !== null) return explainError({ kind: 'rate-limited', until: pausedUntil, scope: 'primary' }, site, now);
  // A limit lasts as long as its pause.
  if (!row?.error || row.error.kind === 'rate-limited') return null;
  const told = explainError(row.error, site, now);
  return row.error.kind === 'offline' && row.syncedAt === null ? { ...told, action: 'Nothing has been read of it yet. Waymark tries again by itself.' } : told;
}
