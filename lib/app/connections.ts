import type { ProjectKey } from '../core/issue.ts';
import type { ConnectionView, Problem } from '../messaging/messages.ts';
import type { ConnectionRow, ProjectRow } from '../storage/rows.ts';
import type { Tracker, TrackerError } from '../trackers/tracker.ts';
import { connectionView } from './connection-views.ts';
import { explainError } from './explain-error.ts';
import { askAccount, findTracker } from './find-tracker.ts';
import type { Ports } from './ports.ts';
import { siteOf } from './site.ts';

type Checked = { ok: true; connection: ConnectionView } | { ok: false; problem: Problem };

/**
 * Signs in to a site, checked at once: with a token, or, where there is none, by the browser's own session on Jira, and not at all on GitHub (public reading).
 * A token that the site refuses is not kept. Permissions that Waymark would use and the account lacks are named. `context` is where the site is installed below its host.
 */
export async function connect(ports: Ports, host: string, token: string | null, context?: string): Promise<Checked> {
  return check(ports, host, token, context, false);
}

/** `tested`: it is there already, and stays away where it is taken away while the site answers. */
async function check(ports: Ports, host: string, token: string | null, context: string | undefined, tested: boolean): Promise<Checked> {
  const former = await ports.store.connection(host);
  const below = context ?? former?.context ?? '';
  const found = await findTracker(ports, host, below);
  if (!found.ok) return found;
  const { tracker } = found;
  const clean = token?.trim() || null;
  const row = { host, tracker: tracker.kind, checkedAt: ports.now() };
  if (clean === null && tracker.without === 'anonymous') return keep(ports, { ...row, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null }, null, tested);
  const { outcome, site, whose } = await askAccount(tracker, { host, token: clean, context: below, site: found.site });
  const said = tracker.describeSite?.(site) ?? null;
  if (!outcome.ok) return { ok: false, problem: refusal(ports, outcome.error, { host, context: said?.context ?? below }, tracker, clean) };
  const { login, tokenKind, missing, expiresAt } = outcome.value;
  return keep(ports, { ...row, login, tokenKind, missing, state: 'ok', expiresAt, whose, ...said }, clean, tested);
}

async function keep(ports: Ports, row: ConnectionRow, token: string | null, tested: boolean): Promise<Checked> {
  const former = await ports.store.connection(row.host);
  if (!(await ports.store.putConnection(row, token, tested))) return { ok: true, connection: await connectionView(ports, row.host) };
  const projects = (await ports.store.projects()).filter((project) => project.host === row.host);
  ports.changed([], projects.map(({ project }) => project));
  // What was refused before is asked for again now, not when its pause is over.
  await Promise.all(projects.filter(({ error }) => error !== null || former?.planningNeeds !== undefined).map(({ project }) => ports.sync.refresh(project)));
  ports.sync.wake();
  if (token !== null && row.missing.length === 0) await tryWriting(ports, { host: row.host, token }, projects);
  return { ok: true, connection: await connectionView(ports, row.host) };
}

/** So many projects are tried, those that were looked at last: somebody waits for it. */
const TRIED = 4;

/** Finds out at once where the token may not write, for trackers that do not tell it: else the first tag would meet the refusal. What cannot be asked now, it still will. */
async function tryWriting(ports: Ports, credentials: { readonly host: string; readonly token: string }, projects: readonly ProjectRow[]): Promise<void> {
  const tried = projects.filter(({ state }) => state !== 'silent').sort((one, other) => other.visitedAt - one.visitedAt).slice(0, TRIED);
  const barred: ProjectKey[] = [];
  // One after the other, as GitHub wants what could change something to be asked.
  for (const { project } of tried) {
    const right = await ports.trackerFor(project)?.mayWrite?.(credentials, project);
    if (right?.outcome.ok === false) break;
    if (!right || right.outcome.value.may) continue;
    await ports.store.barWriting(project, { token: credentials.token, at: ports.now(), lacks: right.outcome.value.lacks });
    barred.push(project);
  }
  if (barred.length > 0) ports.changed([], barred);
}

function refusal(ports: Ports, error: TrackerError, { host, context }: { host: string; context: string }, { kind }: Tracker, token: string | null): Problem {
  if (error.kind === 'unauthorised' && token !== null) {
    const twoParts = kind === 'jira' && token.includes('@');
    return { kind: 'unauthorised', sentence: `${host} refused ${twoParts ? 'this email address and token' : 'this token'}.`, action: `Check ${twoParts ? 'that the address is the account’s own, and the token' : 'that it'} was copied whole and has not expired or been revoked.` };
  }
  const site = siteOf(ports, host, undefined);
  return explainError(error, { ...site, tracker: kind, signIn: token !== null ? 'token' : kind === 'jira' ? 'session' : 'none', context }, ports.now());
}

/** Asks the site again whether the kept token, or the browser's session, still holds. */
export async function testConnection(ports: Ports, host: string): Promise<Checked> {
  const [token, connection, projects] = await Promise.all([ports.store.token(host), ports.store.connection(host), ports.store.projects()]);
  const project = projects.find((row) => row.host === host)?.project;
  if (token !== null || ports.trackerFor(project ?? host, connection?.tracker)?.without === 'session') return check(ports, host, token, undefined, true);
  return { ok: false, problem: { kind: 'no-token', sentence: `There is no token for ${host}.`, action: 'Add one to test it.' } };
}

/** Signs out: the token goes, what was read and tagged stays. */
export async function removeToken(ports: Ports, host: string): Promise<void> {
  const row = await ports.store.connection(host);
  if (!row) return;
  // Whether the browser's own session is there instead is asked anew.
  await ports.store.putConnection({ ...row, login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: null }, null);
  ports.changed([], []);
}

/** Erases everything of a site. What it answers is how many records went. */
export async function forgetSite(ports: Ports, host: string): Promise<{ removed: number }> {
  const projects = (await ports.store.projects()).filter((row) => row.host === host).map((row) => row.project);
  const { removed, changed } = await ports.store.forgetSite(host);
  ports.changed(changed, projects);
  return { removed };
}
