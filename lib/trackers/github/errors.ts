import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, isData, notData, notThere } from '../exchange.ts';
import { readRetryAfter } from '../retry-after.ts';
import { wordsIn } from '../site-words.ts';
import type { Credentials, TrackerError } from '../tracker.ts';
import { readLimit } from './limits.ts';

/** What a failing answer means (tracker-apis.md §1.2–1.4); `null` for one that succeeded or is a 304. */
export function readError(answer: Answer, credentials: Credentials, method: string, now: Instant): TrackerError | null {
  const { status, headers } = answer;
  const message = wordsIn(answer.body, credentials.token);
  if (status === 304) return null;
  if (status >= 200 && status < 300) return isData(answer) ? null : notData(answer);
  if (status >= 500) return { kind: 'server', status, retryAt: readRetryAfter(headers, now) };
  if (status === 401) return { kind: 'unauthorised', reason: message || 'The token was not accepted.' };
  const limit = readLimit(status, headers, message, now);
  if (limit) return limit;
  if (status === 404 || status === 410) return notThere(answer);
  // Whoever blocked the way has not refused us in the site's name.
  const blocked = status === 403 && method === 'GET' ? notData(answer) : null;
  if (blocked?.page) return blocked;
  if (status === 422 && /pagination/i.test(message)) return { kind: 'page-limit' };
  // A write that was understood and refused is final, as a missing permission is: asking again will not help.
  if (status === 403 || status === 451 || (status === 422 && method !== 'GET')) return forbidden(answer, credentials, message);
  return changedShape(`status ${status}${message && `: ${message}`}`);
}

function forbidden({ headers, status }: Answer, { host }: Credentials, message: string): TrackerError {
  return {
    kind: 'forbidden',
    reason: message || 'The site refused this.',
    missing: status === 403 ? readMissing(headers) : null,
    authoriseAt: readAuthoriseAt(headers.get('x-github-sso'), host),
  };
}

/** Fine-grained permissions as GitHub names them, `issues=write`; for a classic token the scopes that it lacks. Of several ways, one for pull requests alone among them, the one that also does for issues. */
function readMissing(headers: Headers): string | null {
  const permissions = headers.get('x-accepted-github-permissions');
  if (permissions) return permissions.split('; ').find((way) => way.startsWith('issues=')) ?? permissions;
  const held = headers.get('x-oauth-scopes');
  const accepted = readScopes(headers.get('x-accepted-oauth-scopes'));
  if (held === null || accepted.length === 0) return null;
  return accepted.some((scope) => readScopes(held).includes(scope)) ? null : accepted.join(', ');
}

export function readScopes(header: string | null): readonly string[] {
  return (header ?? '').split(',').map((scope) => scope.trim()).filter((scope) => scope !== '');
}

/** The page on which the user lets this token into a SAML organisation. Only ever the site's own: it becomes a link. */
function readAuthoriseAt(header: string | null, host: string): string | null {
  const address = /(?:^|;)\s*url=([^;\s]+)/i.exec(header ?? '')?.[1];
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.host === host.toLowerCase() && url.username === '' ? url.href : null;
}
