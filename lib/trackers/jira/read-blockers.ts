import type { Issue, IssueKey } from '../../core/issue.ts';
import { changedShape, fail, succeed } from '../exchange.ts';
import type { Credentials, Exchanged } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import { placeOfIssue } from './keyed.ts';
import { blockersOf } from './links.ts';
import { learned, platform, put } from './put.ts';
import { reach } from './reach.ts';
import { readNamed } from './read-named.ts';
import { linksRow } from './rows.ts';

/** So long after an issue's links were read the issues at their other ends may be asked for. */
const FRESH = 60_000;

/**
 * The issues that this one waits for, done ones too: first its links, then the issues at their other ends. JQL could ask for them at once, but only by
 * the name of the link, which each site may change and translate.
 */
export async function readBlockers(client: Client, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<readonly Issue[]>> {
  const known = await reach(client, credentials, { place: placeOfIssue(key), what: 'issue' }, () => ({ fields: true }), signal);
  if ('lesson' in known) return known.lesson;
  const { access, place } = known;
  const { waits } = access.site;
  if (waits?.of !== place.written || Math.abs(client.now() - waits.at) > FRESH) return readLinks(client, access, place.written);
  return readNamed(client, access, waits.for);
}

async function readLinks(client: Client, access: Access, written: string): Promise<Exchanged<readonly Issue[]>> {
  const answer = await put(client, access, platform(access.site, `issue/${written}?fields=issuelinks`));
  if (!answer.outcome.ok) return { ...answer, outcome: answer.outcome };
  const read = linksRow.safeParse(answer.outcome.value.body);
  if (!read.success) return { ...answer, outcome: fail(changedShape('an issue with its links was expected')) };
  const blockers = blockersOf(read.data.fields.issuelinks ?? []);
  if (blockers.length === 0) return { ...answer, outcome: succeed([]) };
  return learned({ ...access.site, waits: { of: written, for: [...blockers], at: client.now() } }, answer);
}
