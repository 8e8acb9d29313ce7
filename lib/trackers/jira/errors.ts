import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, isData, notData, notThere } from '../exchange.ts';
import { readRetryAfter } from '../retry-after.ts';
import { wordsIn } from '../site-words.ts';
import type { Credentials, TrackerError } from '../tracker.ts';
import { readLimit } from './limits.ts';

/** What a failing answer to a question means (tracker-apis.md §2.6–2.8); `null` for one that succeeded. */
export function readError(answer: Answer, { token }: Credentials, now: Instant): TrackerError | null {
  const { status, headers } = answer;
  const message = wordsIn(answer.body, token);
  const signedOut = readSignedOut(answer, token);
  if (signedOut !== null) return { kind: 'unauthorised', reason: signedOut };
  if (status >= 200 && status < 300) return isData(answer) ? null : notData(answer);
  if (status >= 500) return { kind: 'server', status, retryAt: readRetryAfter(headers, now) };
  const limit = readLimit(status, headers, now);
  if (limit) return limit;
  // Through the gateway a token without the right scope is told 401 as well.
  if (status === 401 && /scope/i.test(message)) return { kind: 'forbidden', reason: message, missing: 'a scope of the token', authoriseAt: null };
  if (status === 401) return { kind: 'unauthorised', reason: message || (token === null ? 'You are not signed in there.' : 'The token was not accepted.') };
  // Whoever blocked the way has not refused us in the site's name.
  const blocked = status === 403 ? notData(answer) : null;
  if (blocked?.page) return blocked;
  if (status === 403) return { kind: 'forbidden', reason: message || 'The site refused this.', missing: null, authoriseAt: null };
  if (status === 404 || status === 410) return notThere(answer);
  return changedShape(`status ${status}${message && `: ${message}`}`);
}

/** Why we are not who we should be; `null` where nothing says so. A signed-out browser is sent to a sign-in page, with status 200. */
function readSignedOut({ status, headers, body, url }: Answer, token: string | null): string | null {
  const reason = headers.get('x-seraph-loginreason') ?? '';
  if (/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason)) {
    return /CAPTCHA/i.test(headers.get('x-authentication-denied-reason') ?? '') ? 'The site wants a CAPTCHA solved: sign in there in the browser once.' : 'The sign-in was not accepted.';
  }
  if (token !== null && headers.get('x-ausername') === 'anonymous' && status < 500) return 'The site does not know the token.';
  const page = status < 400 && typeof body !== 'object' && /html/i.test(headers.get('content-type') ?? '');
  if (page && (token === null || /\/login(?:\.jsp)?(?:$|[/?])/.test(url))) return 'The site answered with its sign-in page.';
  return null;
}
