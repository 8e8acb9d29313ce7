import { changedShape, refuse } from '../exchange.ts';
import type { Credentials, Exchanged } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import type { Place } from './keyed.ts';
import { learn, type Needs } from './learn.ts';

/** Something of a site, named so far for messages. */
export interface Sought<P extends Place> {
  readonly place: P | null;
  readonly what: 'issue' | 'project' | 'sprint';
}

/**
 * How every question about one thing of a site begins: the thing is that site's, and what the question needs to be known is known. Else the lesson is
 * the answer: a refusal, or the exchange in which something was learned, after which the same question is put again.
 */
export async function reach<P extends Place>(client: Client, credentials: Credentials, { place, what }: Sought<P>, needs: (place: P) => Needs, signal?: AbortSignal): Promise<{ readonly access: Access; readonly place: P } | { readonly lesson: Exchanged<never> }> {
  if (place === null || place.host !== credentials.host.toLowerCase()) return { lesson: refuse(changedShape(`no ${what} of that Jira`)) };
  const known = await learn(client, credentials, needs(place), signal);
  return 'lesson' in known ? known : { access: known.access, place };
}
