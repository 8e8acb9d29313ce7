import { createJiraTracker } from '../../../../lib/trackers/jira/tracker.ts';
import type { Credentials, Exchanged, SendWrite, Tracker } from '../../../../lib/trackers/tracker.ts';
import { keepSite } from '../../../contract/keep-site.ts';

export const NOW = Date.UTC(2026, 10, 22, 12);
export const HOST = 'acme.atlassian.net';
export const session: Credentials = { host: HOST, token: null };
export const token: Credentials = { host: HOST, token: 'maya@acme.example:s3cret' };

export interface Asked {
  readonly url: string;
  /** The address without its origin and without its question: `/rest/api/3/field` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly init: RequestInit;
  readonly headers: Headers;
}

export interface Given {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The address after redirects. */
  url?: string;
}

type Answer = Given | Error | ((asked: Asked, times: number) => Given | Error);

/** What every site answers on the way to the question that a test puts. */
export const FIELDS = [
  { id: 'summary', name: 'Summary', schema: { type: 'string', system: 'summary' } },
  { id: 'customfield_10020', name: 'Sprint', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
  { id: 'customfield_10021', name: 'Flagged', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes' } },
  { id: 'customfield_10016', name: 'Story point estimate', schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' } },
  { id: 'customfield_10028', name: 'Story Points', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } },
  { id: 'customfield_10014', name: 'Epic Link', schema: { custom: 'com.pyxis.greenhopper.jira:gh-epic-link' } },
  { id: 'customfield_10015', name: 'Start date', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker' } },
  { id: 'customfield_10023', name: 'Target end', schema: { custom: 'com.atlassian.jpo:jpo-custom-field-baseline-end' } },
  { id: 'customfield_10040', name: 'Business Value', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' } },
];
export const STATUSES = [
  { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new' } },
  { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate' } },
  { id: '7', name: 'Shipped', statusCategory: { id: 4, key: 'indeterminate' } },
  { id: '10', name: 'Done', statusCategory: { id: 3, key: 'done' } },
];
export const SCRUM = { id: 5, name: 'Shop board', type: 'scrum' };
export const CONFIGURATION = {
  columnConfig: { columns: [{ name: 'Next', statuses: [{ id: '1' }] }, { name: 'Now', statuses: [{ id: '3' }] }, { name: 'Out', statuses: [{ id: '7' }, { id: '10' }] }] },
  estimation: { type: 'field', field: { fieldId: 'customfield_10028' } },
};

const usual: Record<string, Answer> = {
  '/rest/api/3/field': { body: FIELDS },
  '/rest/api/2/field': { body: FIELDS },
  '/rest/api/3/status': { body: STATUSES },
  '/rest/api/2/status': { body: STATUSES },
  '/rest/api/3/myself': { body: { accountId: '1', displayName: 'Maya' } },
  '/rest/api/2/myself': { body: { name: 'maya', displayName: 'Maya' } },
  '/rest/api/2/serverInfo': { body: { deploymentType: 'Server', version: '9.12.2' } },
  '/rest/agile/1.0/board': { body: { values: [SCRUM], isLast: true } },
  '/rest/agile/1.0/board/5/configuration': { body: CONFIGURATION },
};

/** The real client before a site that answers by path, and remembers what it was asked. `tracker` learns as the sync has it learn; `bare` does not. */
export function siteOf(given: Record<string, Answer> = {}, sendWrite?: SendWrite): { tracker: Tracker; bare: Tracker; asked: Asked[]; paths(): string[]; now: { at: number } } {
  const asked: Asked[] = [];
  const now = { at: NOW };
  const answers: Record<string, Answer> = { ...usual, ...given };
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const one: Asked = { url: url.href, path: url.pathname, query: url.searchParams, init, headers: new Headers(init.headers) };
    asked.push(one);
    const answer = answers[url.host + url.pathname] ?? answers[url.pathname] ?? { status: 404, body: { errorMessages: [`null for uri: ${url.pathname}`] } };
    const told = typeof answer === 'function' ? answer(one, asked.filter(({ path }) => path === one.path).length) : answer;
    if (told instanceof Error) throw told;
    const { status = 200, body, headers = {}, url: final } = told;
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    const response = new Response(status === 204 ? null : text, { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers } });
    if (final !== undefined) Object.defineProperty(response, 'url', { value: final });
    return response;
  };
  const bare = createJiraTracker({ fetch, now: () => now.at, patience: 50, ...(sendWrite && { sendWrite }) });
  return { asked, bare, tracker: keepSite(bare), paths: () => asked.map(({ path }) => path), now };
}

export const html = (status = 200): Given => ({ status, body: '<!doctype html><title>Log in</title>', headers: { 'content-type': 'text/html;charset=UTF-8' } });

export function valueOf<T>({ outcome }: Exchanged<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

export function errorOf<T>({ outcome }: Exchanged<T>): unknown {
  return outcome.ok ? null : outcome.error;
}

/** One issue as the platform's API tells it. */
export function row(key: string, fields: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `1${key.split('-')[1]}`, key, ...rest,
    fields: {
      summary: `Issue ${key}`, status: { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new' } }, created: '2026-11-01T10:00:00.000+0100', updated: '2026-11-20T10:00:00.000+0100', labels: [], ...fields,
    },
  };
}

/** What must be there for a test to say anything at all. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The test has nothing to test.');
  return value;
}
