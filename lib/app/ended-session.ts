import type { ConnectionRow } from '../storage/rows.ts';

/**
 * The site whose browser session has ended: nothing is read from it, shown of it or written there until somebody is signed in again. `null` where there is none or it lives.
 *
 * @example endedSession(await ports.store.connection('acme.atlassian.net')) // → 'acme.atlassian.net'
 */
export function endedSession(connection: ConnectionRow | undefined): string | null {
  return connection?.tokenKind === 'session' && connection.state === 'unauthorised' ? connection.host : null;
}
