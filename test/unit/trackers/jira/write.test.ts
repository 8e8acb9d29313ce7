import { describe, expect, it } from 'vitest';
import type { IssueKey, SprintKey } from '../../../../lib/core/issue.ts';
import type { SendWrite, SentBack, TrackerWrite, WriteWay } from '../../../../lib/trackers/tracker.ts';
import { errorOf, HOST, NOW, session, siteOf, token, valueOf } from './fake-site.ts';

const key = `${HOST}/SHOP-12` as IssueKey;
const share = { tag: 'pay-fast', inputs: { reach: { value: 3, by: 'Maya', at: NOW } } };
const add: TrackerWrite = { kind: 'add-label', key, label: 'roadmap:pay-fast', share };
const back = (status: number, body: unknown = '', contentType = 'application/json'): SentBack => ({ status, contentType, retryAfter: null, body: typeof body === 'string' ? body : JSON.stringify(body) });
const forged = back(403, 'XSRF check failed', 'text/plain');

function sending(answer: (way: WriteWay, times: number) => SentBack | null | Error) {
  const sent: { way: WriteWay; request: Parameters<SendWrite>[1] }[] = [];
  const send: SendWrite = async (way, request) => {
    sent.push({ way, request });
    const told = answer(way, sent.length);
    if (told instanceof Error) throw told;
    return told;
  };
  return { sent, ...siteOf({}, send) };
}
const ways = (sent: readonly { way: WriteWay }[]) => sent.map(({ way }) => way);

describe('a write', () => {
  it('of a label goes with what the team shares, in one request that leaves the other labels alone', async () => {
    const { tracker, sent, asked } = sending(() => back(204));
    expect(valueOf(await tracker.write(session, add))).toBeNull();
    expect(sent).toEqual([{ way: 'worker', request: {
      method: 'PUT', url: `https://${HOST}/rest/api/3/issue/SHOP-12`, session: true,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
      body: JSON.stringify({ update: { labels: [{ add: 'roadmap:pay-fast' }] }, properties: [{ key: 'waymark', value: share }] }),
    } }]);
    expect(asked).toEqual([]);
  });

  it.each<[string, TrackerWrite, string, string, unknown]>([
    ['a label’s removal', { kind: 'remove-label', key, label: 'x' }, 'PUT', '/rest/api/3/issue/SHOP-12', { update: { labels: [{ remove: 'x' }] } }],
    ['what is shared', { kind: 'share', key, share }, 'PUT', '/rest/api/3/issue/SHOP-12/properties/waymark', share],
    ['a sprint’s goal, and nothing else of it', { kind: 'set-sprint-description', sprint: `${HOST}/SHOP/sprint/31` as SprintKey, description: 'One click.' }, 'POST', '/rest/agile/1.0/sprint/31', { goal: 'One click.' }],
  ])('of %s', async (_, change, method, path, body) => {
    const { tracker, sent } = sending(() => back(200, {}));
    expect(valueOf(await tracker.write(token, change))).toBeNull();
    expect(sent[0]?.request).toMatchObject({ method, url: `https://${HOST}${path}`, session: false, headers: { authorization: `Basic ${btoa(token.token ?? '')}` } });
    expect(JSON.parse(sent[0]?.request.body ?? '')).toEqual(body);
  });

  it('that is taken for forged leaves by the other way, and so does every one after it', async () => {
    const { tracker, sent } = sending((way) => (way === 'worker' ? forged : back(204)));
    for (let times = 0; times < 3; times += 1) valueOf(await tracker.write(session, add));
    expect(ways(sent)).toEqual(['worker', 'tab', 'tab', 'tab']);
  });

  it('goes back to the worker’s way when no page stands open any more', async () => {
    let isOpen = true;
    let isMended = false;
    const { tracker, sent } = sending((way) => (way === 'worker' ? (isMended ? back(204) : forged) : isOpen ? back(204) : null));
    valueOf(await tracker.write(session, add));
    [isOpen, isMended] = [false, true];
    valueOf(await tracker.write(session, add));
    valueOf(await tracker.write(session, add));
    expect(ways(sent)).toEqual(['worker', 'tab', 'tab', 'worker', 'worker']);
  });

  it('that is taken for forged with no page open waits for one', async () => {
    let isOpen = false;
    const { tracker, sent } = sending((way) => (way === 'worker' ? forged : isOpen ? back(204) : null));
    expect(errorOf(await tracker.write(session, add))).toEqual({ kind: 'server', status: 403, retryAt: null });
    isOpen = true;
    expect(valueOf(await tracker.write(session, add))).toBeNull();
    expect(ways(sent)).toEqual(['worker', 'tab', 'tab']);
  });

  it('asks a page who is signed in there, once it is known who is here: by their id, for two may be called the same', async () => {
    const { tracker, sent } = sending(() => back(204));
    valueOf(await tracker.write(session, add));
    await tracker.checkAccount(session);
    valueOf(await tracker.write(session, add));
    const [before, after] = sent.map(({ request }) => request.same);
    expect([before, after?.url]).toEqual([undefined, `https://${HOST}/rest/api/3/myself`]);
    const isSame = (body: unknown) => after?.isSame(typeof body === 'string' ? body : JSON.stringify(body));
    expect([isSame({ accountId: '1', displayName: 'Maya L.' }), isSame({ accountId: '2', displayName: 'Maya' }), isSame({ displayName: 'Maya' }), isSame({ displayName: 'Ben' }), isSame('<!doctype html>'), isSame('')]).toEqual([true, false, true, false, false, false]);
  });

  it('that is taken for forged by both ways says so, and begins anew', async () => {
    const { tracker, sent } = sending(() => forged);
    for (let times = 0; times < 2; times += 1) expect(errorOf(await tracker.write(session, add))).toMatchObject({ kind: 'forbidden', reason: expect.stringContaining('forged') });
    expect(ways(sent)).toEqual(['worker', 'tab', 'worker', 'tab']);
  });

  it.each([
    ['no permission', back(403, { errorMessages: ['You do not have permission to edit issues in this project.'] }), { kind: 'forbidden', missing: 'EDIT_ISSUES', reason: 'You do not have permission to edit issues in this project.' }],
    ['a field that is not on the screen', back(400, { errors: { labels: "Field 'labels' cannot be set. It is not on the appropriate screen, or unknown." } }), { kind: 'forbidden', missing: 'EDIT_ISSUES', reason: expect.stringContaining('labels') }],
    ['no such issue', back(404, { errorMessages: ['Issue does not exist'] }), { kind: 'not-found' }],
    ['signed out', back(401, { errorMessages: [] }), { kind: 'unauthorised' }],
    ['a sign-in page', back(200, '<!doctype html>', 'text/html'), { kind: 'unauthorised' }],
    ['the limit of one issue', { ...back(429), retryAfter: '5', limitReason: 'jira-per-issue-on-write' }, { kind: 'rate-limited', until: NOW + 5000, scope: 'issue' }],
    ['a server in trouble', back(503), { kind: 'server', status: 503 }],
    ['a broken connection', new TypeError('Failed to fetch'), { kind: 'offline' }],
  ])('that fails: %s', async (_, answer, error) => {
    expect(errorOf(await sending(() => answer).tracker.write(session, add))).toMatchObject(error);
  });

  it('of a sprint’s goal without the permission names it', async () => {
    const change: TrackerWrite = { kind: 'set-sprint-description', sprint: `${HOST}/SHOP/sprint/31` as SprintKey, description: 'x' };
    expect(errorOf(await sending(() => back(403, { errorMessages: ['No.'] })).tracker.write(session, change))).toMatchObject({ kind: 'forbidden', missing: 'MANAGE_SPRINTS_PERMISSION' });
  });

  it.each<[string, TrackerWrite]>([
    ['a label with a space', { kind: 'add-label', key, label: 'pay fast' }],
    ['no label', { kind: 'add-label', key, label: '' }],
    ['more than Jira keeps', { kind: 'share', key, share: { tag: 'x'.repeat(40_000), inputs: {} } }],
    ['another site’s issue', { kind: 'add-label', key: 'other.atlassian.net/SHOP-1' as IssueKey, label: 'x' }],
    ['another tracker’s', { kind: 'add-label', key: 'github.com/acme/shop#1' as IssueKey, label: 'x' }],
  ])('is not even sent for %s', async (_, change) => {
    const { tracker, sent } = sending(() => back(204));
    expect((await tracker.write(session, change)).outcome.ok).toBe(false);
    expect(sent).toEqual([]);
  });

  it('by a token that only the gateway takes goes there', async () => {
    const { tracker, sent } = sendingWithGateway();
    valueOf(await tracker.write(token, add));
    expect(sent.map(({ request }) => request.url)).toEqual([`https://${HOST}/rest/api/3/issue/SHOP-12`, 'https://api.atlassian.com/ex/jira/11-22/rest/api/3/issue/SHOP-12']);
  });

  function sendingWithGateway() {
    const sent: { request: Parameters<SendWrite>[1] }[] = [];
    const send: SendWrite = async (_, request) => {
      sent.push({ request });
      return request.url.startsWith(`https://${HOST}`) ? back(401, {}) : back(204);
    };
    return { sent, ...siteOf({ '/_edge/tenant_info': { body: { cloudId: '11-22' } } }, send) };
  }

  it('leaves without a browser as well', async () => {
    const { tracker, asked } = siteOf({ '/rest/api/3/issue/SHOP-12': { status: 204 } });
    expect(valueOf(await tracker.write(token, add))).toBeNull();
    expect(asked[0]?.init).toMatchObject({ method: 'PUT', credentials: 'omit' });
  });
});

describe('an account', () => {
  const permitted = (edit: boolean) => ({ '/rest/api/3/mypermissions': { body: { permissions: { BROWSE_PROJECTS: { havePermission: true }, EDIT_ISSUES: { havePermission: edit } } } } });

  it('is the one who is signed in, by session or token, with what is missing', async () => {
    expect(valueOf(await siteOf(permitted(true)).tracker.checkAccount(session))).toEqual({ login: 'Maya', tokenKind: 'session', missing: [], expiresAt: null });
    expect(valueOf(await siteOf(permitted(false)).tracker.checkAccount(token))).toEqual({ login: 'Maya', tokenKind: 'other', missing: ['EDIT_ISSUES'], expiresAt: null });
  });

  it('is asked for anew each time, but not within one check', async () => {
    const { tracker, paths, now } = siteOf(permitted(true));
    await tracker.checkAccount(session);
    now.at += 120_000;
    await tracker.checkAccount(session);
    expect(paths()).toEqual(['/rest/api/3/myself', '/rest/api/3/mypermissions', '/rest/api/3/myself', '/rest/api/3/mypermissions']);
  });

  it('is asked for once more, and no oftener, of a site whose two answers name two people', async () => {
    const ofTwoMinds = permitted(true)['/rest/api/3/mypermissions'];
    const { tracker, paths, now } = siteOf({ '/rest/api/3/myself': { body: { displayName: 'Maya' }, headers: { 'x-aaccountid': '1' } }, '/rest/api/3/mypermissions': { ...ofTwoMinds, headers: { 'x-aaccountid': '2' } } });
    expect(await tracker.checkAccount(session)).toMatchObject({ outcome: { value: { login: 'Maya' } }, whose: '2' });
    now.at += 20_000;
    valueOf(await tracker.checkAccount(session));
    expect(paths().map((path) => path.split('/').at(-1))).toEqual(['myself', 'mypermissions', 'myself', 'mypermissions', 'mypermissions', 'myself', 'mypermissions']);
  });

  it('is none when nobody is signed in', async () => {
    expect(errorOf(await siteOf({ '/rest/api/3/myself': { status: 401, body: {} } }).tracker.checkAccount(session))).toMatchObject({ kind: 'unauthorised' });
  });
});
