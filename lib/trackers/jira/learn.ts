import { changedShape, fail, refuse, succeed } from '../exchange.ts';
import { NOT_SENDABLE } from '../token.ts';
import type { Credentials, Exchanged, Outcome } from '../tracker.ts';
import { type Access, type Client, signIn } from './client.ts';
import { readFieldIds } from './fields.ts';
import { findGateway, findSite } from './find-site.ts';
import { learnBoards } from './learn-boards.ts';
import { learned, platform, put } from './put.ts';
import { myself, statusRows } from './rows.ts';
import { type JiraSite, readSite } from './site.ts';
import { categoryOf } from './status.ts';
import { isJiraCloud } from './urls.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ACCOUNT_KEPT = MINUTE;

/** What a question needs to be known before it can be put: beyond where and what the site is. */
export interface Needs {
  readonly fields?: boolean;
  readonly statuses?: boolean;
  readonly account?: boolean;
  /** The boards of a project, learned within so many milliseconds. */
  readonly boards?: { readonly project: string; readonly within: number };
}

/** The site as it is known, or the exchange in which one thing more about it was learned. */
export async function learn(client: Client, credentials: Credentials, needs: Needs, signal?: AbortSignal): Promise<{ readonly access: Access } | { readonly lesson: Exchanged<never> }> {
  if (signIn(credentials.token) === null) return { lesson: refuse(NOT_SENDABLE) };
  const kept = readSite(credentials.site);
  // Atlassian's own domains tell the flavour without a request: a newcomer's first badge waits for one less.
  const site: JiraSite = kept.flavour === null && isJiraCloud(credentials.host) ? { ...kept, flavour: 'cloud' } : kept;
  const access: Access = { credentials, site, signal };
  const lesson = await nextLesson(client, access, needs);
  return lesson ? { lesson } : { access };
}

async function nextLesson(client: Client, access: Access, { fields, statuses, account, boards }: Needs): Promise<Exchanged<never> | null> {
  const { site, credentials } = access;
  const now = client.now();
  const isOld = (at: number | undefined, age: number): boolean => at === undefined || at > now || now - at >= age;
  if (site.gateway === 'wanted' && credentials.token !== null) return findGateway(client, access);
  if (site.flavour === null) return findSite(client, access);
  if (site.doubt || (account && isOld(site.account?.at, ACCOUNT_KEPT))) return readMyself(client, access);
  if (fields && isOld(site.fields?.at, DAY)) return readList(client, access, 'field', (body) => withFields(site, body, now));
  if (statuses && isOld(site.statuses?.at, DAY)) return readList(client, access, 'status', (body) => withStatuses(site, body, now));
  return boards ? learnBoards(client, access, boards.project, now - boards.within) : null;
}

async function readMyself(client: Client, access: Access): Promise<Exchanged<never>> {
  const { site } = access;
  const exchanged = await put(client, access, platform(site, 'myself'));
  const { outcome } = exchanged;
  if (!outcome.ok) return outcome.error.kind === 'unauthorised' ? { site: { ...site, doubt: false, signedInAt: null }, ...exchanged, outcome } : { ...exchanged, outcome };
  const person = personIn(outcome.value.body);
  if (person === null) return { ...exchanged, outcome: fail(changedShape('an answer that names no user')) };
  return learned({ ...site, doubt: false, signedInAt: client.now(), account: { at: client.now(), ...person, whose: exchanged.whose } }, exchanged);
}

/** Who is signed in, as `/myself` answers it; `null` for an answer that names nobody. */
export function personIn(body: unknown): { readonly login: string; readonly id: string | null } | null {
  const read = myself.safeParse(body);
  const { displayName, emailAddress, name, accountId } = read.success ? read.data : {};
  const login = displayName ?? emailAddress ?? name ?? accountId;
  return login ? { login, id: accountId ?? name ?? null } : null;
}

async function readList(client: Client, access: Access, path: string, read: (body: unknown) => Outcome<JiraSite>): Promise<Exchanged<never>> {
  const exchanged = await put(client, access, platform(access.site, path));
  if (!exchanged.outcome.ok) return { ...exchanged, outcome: exchanged.outcome };
  const site = read(exchanged.outcome.value.body);
  return site.ok ? learned(site.value, exchanged) : { ...exchanged, outcome: site };
}

function withFields(site: JiraSite, body: unknown, at: number): Outcome<JiraSite> {
  const ids = readFieldIds(body);
  return ids.ok ? succeed({ ...site, fields: { at, ids: ids.value } }) : fail(changedShape(`no list of fields: ${ids.reason}`));
}

function withStatuses(site: JiraSite, body: unknown, at: number): Outcome<JiraSite> {
  const rows = statusRows.safeParse(body);
  if (!rows.success) return fail(changedShape('no list of statuses'));
  const named = Object.fromEntries(rows.data.map((row) => [String(row.id), { name: row.name, category: categoryOf(row) }]));
  return succeed({ ...site, statuses: { at, named } });
}
