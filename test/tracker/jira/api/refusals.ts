import type { Answer } from '../../api/answer.ts';
import type { JiraSite } from '../model/site.ts';

/** Jira's refusals in Jira's words: clients match on them, so they are kept to the letter. */
export const refuse = (status: number, messages: readonly string[], errors: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}): Answer => ({ status, headers, body: { errorMessages: messages, errors } });

export const noSuchIssue = (site: JiraSite): Answer => refuse(404, [site.flavour === 'cloud' ? 'Issue does not exist or you do not have permission to see it.' : 'Issue Does Not Exist']);
export const noSuchProject = (key: string): Answer => refuse(404, [`No project could be found with key '${key}'.`]);
export const noSuchBoard = (): Answer => refuse(404, ['The requested board cannot be viewed because it either does not exist or you do not have permission to view it.']);
export const noSuchSprint = (): Answer => refuse(404, ['Sprint does not exist or you do not have permission to view it.']);
export const noSprintsHere = (): Answer => refuse(400, ['The board does not support sprints']);
/** Cloud calls it forbidden, Data Center a bad request; both in the same words. */
export const mayNotEdit = (site: JiraSite): Answer => refuse(site.flavour === 'cloud' ? 403 : 400, ['You do not have permission to edit issues in this project.']);
export const mayNotManageSprints = (): Answer => refuse(403, ['You do not have permission to manage sprints on this board.']);
export const mayNotAdminister = (): Answer => refuse(403, ['You do not have permission to administer this project.']);
export const notOnScreen = (field: string): string => `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
export const searchIsGone = (): Answer => refuse(410, ['The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046']);
export const serverError = (status: number, retryAfter?: number): Answer => refuse(status, ['Internal server error'], {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
/** The gateway's own words. */
export const scopeDoesNotMatch = (): Answer => ({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
export const gatewayUnauthorised = (): Answer => ({ status: 401, body: { code: 401, message: 'Unauthorized' } });

/** A page, or plain words, where data was asked for. */
export const isText = (body: unknown): body is { readonly html?: string; readonly text?: string } => typeof body === 'object' && body !== null && ('html' in body || 'text' in body);

export const xsrfFailed = (): Answer => ({ status: 403, body: { text: 'XSRF check failed' } });

/** Of a body that does not say that it is JSON: what a browser's fetch sends unless told otherwise. */
export const unsupportedMedia = (): Answer => ({ status: 415, body: { html: '<html><head><title>Unsupported Media Type</title></head><body></body></html>' } });

/** What Cloud says without credentials, and what a Data Center says, which has a page for it. */
export function unauthorised(site: JiraSite, shown: boolean): Answer {
  const reason = shown ? 'AUTHENTICATED_FAILED' : 'OUT';
  if (site.flavour === 'cloud') {
    return { status: 401, headers: { 'x-seraph-loginreason': reason, 'www-authenticate': 'OAuth realm="https%3A%2F%2Facme.atlassian.net"' }, body: { message: 'Client must be authenticated to access this resource.', 'status-code': 401 } };
  }
  return { status: 401, headers: { 'x-seraph-loginreason': reason, 'www-authenticate': `OAuth realm="${encodeURIComponent(`https://${site.host}${site.contextPath}`)}"` }, body: { html: '<html><head><title>Unauthorized (401)</title></head><body><h1>Unauthorized (401)</h1></body></html>' } };
}

export const loginPage = (): Answer => ({ status: 200, body: { html: '<!DOCTYPE html><html lang="en"><head><title>Log in with Atlassian account</title></head><body><div id="root"><h1>Log in to continue</h1></div></body></html>' } });

/** 429 of a whole endpoint, unless it is for another reason. Cloud's reset is a moment in ISO 8601 and whole minutes, not seconds. */
export const burst = (retryAfter: number, now: number, reason = 'jira-burst-based'): Answer => refuse(429, ['Rate limit exceeded.'], {}, {
  'retry-after': String(retryAfter), 'x-ratelimit-limit': '350', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${new Date(now + retryAfter * 1000 + 59_999).toISOString().slice(0, 16)}Z`, 'ratelimit-reason': reason,
});
export const issueWritten = (retryAfter: number, now: number): Answer => refuse(429, ['Rate limit exceeded.'], {}, {
  'retry-after': String(retryAfter), 'x-ratelimit-reset': new Date(now + retryAfter * 1000).toISOString(), 'ratelimit-reason': 'jira-per-issue-on-write',
});
