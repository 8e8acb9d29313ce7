import type { ConnectionView, Problem } from '../messaging/messages.ts';
import type { ConnectionRow } from '../storage/rows.ts';
import { explainError } from './explain-error.ts';
import { allowanceView } from './open-popup.ts';
import type { Ports } from './ports.ts';

type Checked = { ok: true; connection: ConnectionView } | { ok: false; problem: Problem };

/**
 * Signs in to a site with a token, checked at once; `token` null adds the site without one (Enterprise Server that allows it).
 * A token that the site refuses is not kept. Permissions that Waymark would use and the token lacks are named.
 */
export async function connect(ports: Ports, host: string, token: string | null): Promise<Checked> {
  const tracker = ports.trackerFor(host);
  if (!tracker) return { ok: false, problem: { kind: 'unknown-host', sentence: `${host} is not a tracker that Waymark knows.`, action: 'Give the host of a GitHub site, such as github.com.' } };
  const clean = token?.trim() ?? null;
  if (clean === null || clean === '') {
    await ports.store.putConnection({ host, tracker: tracker.kind, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: ports.now() }, null);
    ports.sync.wake();
    return { ok: true, connection: await connectionView(ports, host) };
  }
  const { outcome } = await tracker.checkAccount({ host, token: clean });
  if (!outcome.ok) {
    const problem = outcome.error.kind === 'unauthorised'
      ? { kind: 'unauthorised', sentence: `${host} refused this token.`, action: 'Check that it was copied whole and has not expired or been revoked.' }
      : explainError(outcome.error, host, ports.now());
    return { ok: false, problem };
  }
  const { login, tokenKind, missing, expiresAt } = outcome.value;
  await ports.store.putConnection({ host, tracker: tracker.kind, login, tokenKind, missing, state: 'ok', expiresAt, checkedAt: ports.now() }, clean);
  ports.changed([], (await ports.store.projects()).filter((row) => row.host === host).map((row) => row.project));
  ports.sync.wake();
  return { ok: true, connection: await connectionView(ports, host) };
}

/** Asks the site again whether the kept token still holds. */
export async function testConnection(ports: Ports, host: string): Promise<Checked> {
  const token = await ports.store.token(host);
  if (token !== null) return connect(ports, host, token);
  return { ok: false, problem: { kind: 'no-token', sentence: `There is no token for ${host}.`, action: 'Add one to test it.' } };
}

/** Signs out: the token goes, what was read and tagged stays. */
export async function removeToken(ports: Ports, host: string): Promise<void> {
  const row = await ports.store.connection(host);
  if (!row) return;
  await ports.store.putConnection({ ...row, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null }, null);
  ports.changed([], []);
}

/** Erases everything of a site. What it answers is how many records went. */
export async function forgetSite(ports: Ports, host: string): Promise<{ removed: number }> {
  const projects = (await ports.store.projects()).filter((row) => row.host === host).map((row) => row.project);
  const removed = await ports.store.forgetSite(host);
  ports.changed([], projects);
  return { removed };
}

export async function connectionView(ports: Ports, host: string): Promise<ConnectionView> {
  const [row, limiter, projects] = await Promise.all([ports.store.connection(host), ports.store.limiter(host), ports.store.projects()]);
  const own = projects.filter((project) => project.host === host && project.state !== 'silent');
  return {
    host,
    login: row?.login ?? null,
    tokenKind: row?.tokenKind ?? null,
    state: stateOf(row),
    missing: row?.missing ?? [],
    expiresAt: row?.expiresAt ?? null,
    checkedAt: row?.checkedAt ?? null,
    hasToken: row?.tokenKind != null,
    allowance: allowanceView(limiter, row, ports.now()),
    projects: await Promise.all(own.map(async ({ project, name, syncedAt }) => ({ key: project, name, issues: await ports.store.countIssues(project), syncedAt }))),
  };
}

function stateOf(row: ConnectionRow | undefined): ConnectionView['state'] {
  return row && row.tokenKind !== null ? row.state : 'anonymous';
}

/** Every site that is connected or has been read, github.com first. */
export async function connectionViews(ports: Ports): Promise<ConnectionView[]> {
  const [connections, projects] = await Promise.all([ports.store.connections(), ports.store.projects()]);
  const hosts = new Set(['github.com', ...connections.map((row) => row.host), ...projects.map((row) => row.host)]);
  return Promise.all([...hosts].map((host) => connectionView(ports, host)));
}
