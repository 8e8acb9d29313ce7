import type { ConnectionRow } from '../storage/rows.ts';

/** Where a change would go, and why: said before anything is written. */
export interface WriteAccess {
  readonly via: 'label' | 'local';
  readonly because: string;
}

/**
 * Whether tags on a site become labels that the team sees, or stay in this browser.
 *
 * @example writeAccess(undefined, 'github.com') // → { via: 'local', because: 'Kept in this browser: …' }
 */
export function writeAccess(connection: ConnectionRow | undefined, host: string): WriteAccess {
  if (!connection || connection.tokenKind === null) {
    return { via: 'local', because: `Kept in this browser. Add a token for ${host} that may write issues, and the team sees it as a label.` };
  }
  if (connection.missing.length > 0) {
    return { via: 'local', because: `Kept in this browser: the token for ${host} lacks ${connection.missing.join(', ')}.` };
  }
  // A token that ran out still queues: the write goes out when a new one is given, and says so meanwhile.
  return { via: 'label', because: `Written to ${host} as a label that the whole team sees.` };
}
