/** How writes leave for sites that refuse them from a browser's own address (tracker-apis.md §2.6). */
import browser from 'webextension-polyfill';
import type { SendInPage } from '../messaging/messages.ts';
import type { SendWrite, SentBack } from '../trackers/tracker.ts';
import { fetchAllowed } from './site-access.ts';

/** Said instead of the browser's name: a site that takes it for a person's browser refuses the write as forged. */
const AGENT = 'Waymark';

/** The text of an answer; `null` where it is longer than an answer can be. */
type ReadBody = (response: Response) => Promise<string | null>;

/** Sends a write from here under a rule for that one host, or from a page of the site that stands open. `null`: that way is not open. */
export function writeSender(readBody: ReadBody): SendWrite {
  return async (way, request, signal) => (way === 'tab' ? sendFromTab(request, signal) : sendFromHere(request, readBody, signal));
}

/** What a site says that sends a write elsewhere: as a rule to sign in. */
const SENT_ELSEWHERE: SentBack = { status: 302, contentType: 'text/html', retryAfter: null, limitReason: null, body: '' };

async function sendFromHere({ session, same: _same, ...request }: Parameters<SendWrite>[1], readBody: ReadBody, signal?: AbortSignal): Promise<SentBack | null> {
  if (!(await becomeUnknown(new URL(request.url).hostname))) return null;
  const { url, ...init } = request;
  // A write is for the site that it is for: one that leads it on could have us write to another, where the user is signed in as well.
  const response = await fetchAllowed(url, { ...init, credentials: session ? 'include' : 'omit', cache: 'no-store', redirect: 'manual', ...(signal && { signal }) });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) return SENT_ELSEWHERE;
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', retryAfter: response.headers.get('retry-after'), limitReason: response.headers.get('ratelimit-reason'), body: (await readBody(response)) ?? '' };
}

/**
 * A rule of this browser session: our own writes to that host, and nobody else's, leave without an origin and under our own name.
 * False where the browser does not let us.
 */
async function becomeUnknown(host: string): Promise<boolean> {
  const { declarativeNetRequest: net } = browser;
  try {
    const rules = await net.getSessionRules();
    if (rules.some(({ condition }) => condition.requestDomains?.includes(host))) return true;
    await net.updateSessionRules({
      addRules: [{
        id: Math.max(0, ...rules.map(({ id }) => id)) + 1,
        condition: {
          requestDomains: [host],
          initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
          resourceTypes: ['xmlhttprequest'],
          requestMethods: ['post', 'put', 'delete'],
        },
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'user-agent', operation: 'set', value: AGENT }, { header: 'origin', operation: 'remove' }] },
      }],
    });
    return true;
  } catch {
    return false;
  }
}

async function sendFromTab({ session, same, ...request }: Parameters<SendWrite>[1], signal?: AbortSignal): Promise<SentBack | null> {
  // A token never comes near a page.
  if (!session) return null;
  const { host } = new URL(request.url);
  const tabs = await browser.tabs.query({ url: `https://${host}/*` });
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded) continue;
    const told = same && (await askTab(id, { waymark: 'send', method: 'GET', url: same.url, headers: { accept: 'application/json' }, body: null }, signal));
    if (same && !(told && same.isSame(told.body))) continue;
    const answer = await askTab(id, { waymark: 'send', ...request }, signal);
    if (answer) return answer;
  }
  return null;
}

/** What the page's overlay answers; `null` where none answers. */
async function askTab(id: number, message: SendInPage, signal?: AbortSignal): Promise<SentBack | null> {
  // What nobody waits for any more is not begun.
  if (signal?.aborted) throw new Error(TOO_LATE);
  // Nothing else ends the waiting for a site that never answers its page.
  const answer: unknown = await Promise.race([browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null), endOf(signal)]);
  return isSentBack(answer) ? answer : null;
}

const TOO_LATE = 'no answer in time';

/** Only of a signal that has not ended yet: one that has tells it to nobody. */
function endOf(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error(TOO_LATE)), { once: true }));
}

/** Our overlay answers so; another script of ours on that page, or an older life of it, does not. */
function isSentBack(answer: unknown): answer is SentBack {
  return typeof answer === 'object' && answer !== null && 'status' in answer && typeof answer.status === 'number' && 'body' in answer && typeof answer.body === 'string';
}
