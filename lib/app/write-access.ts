import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import { permissionWords } from '../core/permission-words.ts';
import type { ConnectionRow, ProjectRow } from '../storage/rows.ts';
import type { Tracker } from '../trackers/tracker.ts';
import { endedSession } from './ended-session.ts';
import type { Ports } from './ports.ts';

/** Where a change would go, and why: said before anything is written. */
export interface WriteAccess {
  readonly via: 'label' | 'local';
  readonly because: string;
}

/** So long a refusal to write is believed; rights may be given meanwhile. */
const BELIEVED = 24 * 60 * 60_000;

/**
 * Whether tags on a site become labels that the team sees, or stay in this browser.
 *
 * @example writeAccess(undefined, 'github.com') // → { via: 'local', because: 'Kept in this browser: …' }
 */
export function writeAccess(connection: ConnectionRow | undefined, host: string, tracker: Pick<Tracker, 'without' | 'shares'> | null = null): WriteAccess {
  const bySession = tracker?.without === 'session';
  if (!connection && bySession) return written(host, tracker);
  if (!connection || connection.tokenKind === null) {
    const way = bySession ? `Sign in to ${host}` : `Add a token for ${host} that may write issues`;
    return { via: 'local', because: `Kept in this browser. ${way}, and the team sees it as a label.` };
  }
  if (connection.missing.length > 0) {
    return { via: 'local', because: `Kept in this browser: ${bearerOf(connection, host)} lacks ${connection.missing.map(permissionWords).join(', ')}.` };
  }
  if (endedSession(connection) !== null) {
    return { via: 'label', because: `You are signed out of ${host}: it goes there as a label once you are signed in again.` };
  }
  // A token that ran out still queues: the write goes out when a new one is given, and says so meanwhile.
  return written(host, tracker);
}

/**
 * Where a change to one issue, or to a project or a sprint, would go: also for people who may read a project but not change it.
 *
 * @example await writeAccessTo(ports, 'acme.atlassian.net/SHOP-12') // → { via: 'label', because: 'Goes to acme.atlassian.net as a label, …' }
 */
export async function writeAccessTo(ports: Ports, key: IssueKey | ProjectKey | SprintKey): Promise<WriteAccess> {
  const host = hostOf(key);
  const tracker = ports.trackerFor(key);
  const project = projectOf(tracker, key);
  const [connection, row] = await Promise.all([ports.store.connection(host), ports.store.project(project)]);
  const barred = row && readOnly(row, connection, ports.now(), tracker?.sprintProjectOf(key as SprintKey) != null);
  return barred ? { via: 'local', because: `Kept in this browser: ${barred}.` } : writeAccess(connection, host, tracker);
}

function projectOf(tracker: Tracker | null, key: IssueKey | ProjectKey | SprintKey): ProjectKey {
  // A key of any kind is asked for all of them: each answers for its own shape alone.
  return tracker?.projectOf(key as IssueKey) ?? tracker?.sprintProjectOf(key as SprintKey) ?? (key as ProjectKey);
}

/**
 * Why nothing can be changed in a project, while a refusal is believed; `null` where nobody was refused. It may be the sign-in that lacks a permission, or the person. `isGoal`: of the goal of a sprint,
 * which takes more rights than a label does.
 *
 * @example readOnly(row, connection, now) // → 'the token for github.com lacks Issues: read and write in acme/shop'
 */
export function readOnly({ project, host, readOnlyAt, lacks, goalsReadOnlyAt, goalsLack }: ProjectRow, connection: ConnectionRow | undefined, now: number, isGoal = false): string | null {
  const isBelieved = (at = 0): boolean => Math.abs(now - at) < BELIEVED;
  const [wholly, name] = [isBelieved(readOnlyAt), withoutHost(project)];
  if (!wholly && !(isGoal && isBelieved(goalsReadOnlyAt))) return null;
  const missing = wholly ? lacks : goalsLack;
  if (missing) return `${bearerOf(connection, host)} lacks ${permissionWords(missing)} in ${name}`;
  return wholly ? `${host} lets you read ${name}, but not change it` : `${host} does not let you change the sprints of ${name}`;
}

function bearerOf(connection: ConnectionRow | undefined, host: string): string {
  return connection?.tokenKind === 'session' ? `your account on ${host}` : `the token for ${host}`;
}

function written(host: string, tracker: Pick<Tracker, 'shares'> | null): WriteAccess {
  return { via: 'label', because: `Goes to ${host} as a label${tracker?.shares ? ', and into the issue itself,' : ''} that the whole team sees.` };
}
