/** How writes leave for sites that refuse them from a browser's own address (tracker-apis.md §2.6). */
import browser from 'webextension-polyfill';
import type { SendInPage } from '../messaging/messages.ts';
import type { SendWrite, SentBack } from '../trackers/tracker.ts';

/** Said instead of the browser's name: a site that takes it for a person's browser refuses the write as forged. */
const AGENT = 'Waymark';

/** Sends a write from here under a rule for that one host, or from a page of the site that stands open. `null`: that way is not open. */
export const sendWrite: SendWrite = async (way, request, signal) => (way === 'tab' ? sendFromTab(request) : sendFromHere(request, signal));

async function sendFromHere({ session, ...request }: Parameters<SendWrite>[1], signal?: AbortSignal): Promise<SentBack | null> {
  if (!(await becomeUnknown(new URL(request.url).hostname))) return null;
  const { url, ...init } = request;
  const response = await fetch(url, { ...init, credentials: session ? 'include' : 'omit', cache: 'no-store', ...(signal && { signal }) });
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', retryAfter: response.headers.get('retry-after'), limitReason: response.headers.get('ratelimit-reason'), body: await response.text() };
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

async function sendFromTab({ session, ...request }: Parameters<SendWrite>[1]): Promise<SentBack | null> {
  // A token never comes near a page.
  if (!session) return null;
  const { host } = new URL(request.url);
  const message: SendInPage = { waymark: 'send', ...request };
  const tabs = await browser.tabs.query({ url: `https://${host}/*` });
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded) continue;
    const answer: unknown = await browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null);
    if (isSentBack(answer)) return answer;
  }
  return null;
}

/** Our overlay answers so; another script of ours on that page, or an older life of it, does not. */
function isSentBack(answer: unknown): answer is SentBack {
  return typeof answer === 'object' && answer !== null && 'status' in answer && typeof answer.status === 'number' && 'body' in answer && typeof answer.body === 'string';
}
