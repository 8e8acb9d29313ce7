import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';

/** Who sent a message, as the browser (never the message itself) tells. */
export interface MessageSender {
  readonly id: string | undefined;
  readonly url: string | undefined;
  /** Where it is in a tab: what the tab shows now. */
  readonly tabUrl?: string | undefined;
}

/** `page`: one of our own pages. `overlay`: our content script on `host`. `none`: anybody else. */
export type Trust = { readonly level: 'page' } | { readonly level: 'overlay'; readonly host: string } | { readonly level: 'none' };

export interface Us {
  readonly id: string;
  readonly origin: string;
  /** Hosts where our overlay runs. */
  readonly overlayHosts: readonly string[];
}

/** Content scripts live beside hostile pages: what they send is believed only about their own site. */
export function trustOf(sender: MessageSender, us: Us): Trust {
  if (sender.id !== us.id || sender.url === undefined || !URL.canParse(sender.url)) return { level: 'none' };
  const url = new URL(sender.url);
  // Not by `origin`: of a scheme that the engine does not know it is the word “null”, as that of every opaque page.
  if (`${url.protocol}//${url.host}` === us.origin) return { level: 'page' };
  if (url.protocol === 'https:' && us.overlayHosts.some((pattern) => matchesHost(url.host, pattern))) return { level: 'overlay', host: url.host };
  return { level: 'none' };
}

/** `*.acme.org` is every host below it. */
export function matchesHost(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** An overlay may speak only of its own site's issues, projects and sprints. */
export function maySpeakOf(trust: Trust, keys: readonly (IssueKey | ProjectKey | SprintKey)[]): boolean {
  return trust.level === 'page' || (trust.level === 'overlay' && keys.every((key) => hostOf(key) === trust.host));
}
