import type { Problem } from '../messaging/messages.ts';

/**
 * Said of a site that the browser does not let us on, because the user took it away or has not given it yet. It stands before all else that is wrong there.
 *
 * @example noAccess('github.com') // → { kind: 'no-access', sentence: 'The browser does not let Waymark on github.com.', allow: 'github.com', … }
 */
export function noAccess(host: string): Problem {
  return { kind: 'no-access', sentence: `The browser does not let Waymark on ${host}.`, action: 'Nothing is read there and nothing written until you allow it. What you tagged meanwhile is kept.', allow: host };
}

/** The view as it is, with that problem in the place of any other where the site is barred. */
export function withAccess<V extends { readonly problem: Problem | null }>(view: V, host: string, allowed: boolean): V {
  return allowed ? view : { ...view, problem: noAccess(host) };
}
