import { describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import { errorOf, type Given, HOST, html, NOW, row, session, siteOf, token, valueOf } from './fake-site.ts';

const project = `${HOST}/SHOP` as ProjectKey;
const key = `${HOST}/SHOP-12` as IssueKey;
const SEARCH = '/rest/api/3/search/jql';
const open = { kind: 'open', project } as const;
const page = (...issues: unknown[]): Given => ({ body: { issues, isLast: true } });
const atCorp = { host: 'corp.example', token: null };
const corp = { kind: 'open', project: 'corp.example/SHOP' as ProjectKey } as const;

describe('a sign-in', () => {
  it('by the browser’s session sends its cookies and no token', async () => {
    const { tracker, asked } = siteOf({ [SEARCH]: page(row('SHOP-1')) });
    await tracker.readIssues(session, open, null);
    expect(asked.length).toBe(2);
    for (const { init, headers } of asked) {
      expect(init).toMatchObject({ method: 'GET', credentials: 'include', cache: 'no-store' });
      expect(headers.has('authorization')).toBe(false);
    }
  });

  it.each([
    ['a Cloud token is Basic', token.token, `Basic ${btoa(token.token ?? '')}`],
    ['a Data Center’s is Bearer', 'NjAxMjM0NTY3ODkw', 'Bearer NjAxMjM0NTY3ODkw'],
  ])('%s, and comes without cookies', async (_, secret, authorization) => {
    const { tracker, asked } = siteOf({ [SEARCH]: page(row('SHOP-1')) });
    await tracker.readIssues({ host: HOST, token: secret }, open, null);
    for (const { init, headers } of asked) {
      expect(init.credentials).toBe('omit');
      expect(headers.get('authorization')).toBe(authorization);
    }
  });

  it('is not sent with a token that no header can hold', async () => {
    const { tracker, asked } = siteOf();
    expect(errorOf(await tracker.checkAccount({ host: HOST, token: 'maya:ä\n' }))).toMatchObject({ kind: 'unauthorised' });
    expect(asked).toEqual([]);
  });

  it('goes by the gateway where the site refuses a token with scopes, and stays there', async () => {
    const refused = { status: 401, body: { errorMessages: ['Client must be authenticated to access this resource.'] } };
    const { tracker, asked } = siteOf({
      [`${HOST}/rest/api/3/field`]: refused,
      '/_edge/tenant_info': { body: { cloudId: '11-22' } },
      'api.atlassian.com/ex/jira/11-22/rest/api/3/field': { body: [] },
      'api.atlassian.com/ex/jira/11-22/rest/api/3/search/jql': page(row('SHOP-1')),
    });
    expect(valueOf(await tracker.readIssues(token, open, null)).issues).toHaveLength(1);
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual([
      `https://${HOST}/rest/api/3/field`, `https://${HOST}/_edge/tenant_info`, 'https://api.atlassian.com/ex/jira/11-22/rest/api/3/field', 'https://api.atlassian.com/ex/jira/11-22/rest/api/3/search/jql',
    ]);
    expect(asked[1]?.headers.has('authorization')).toBe(false);
    const { next, url } = valueOf(await tracker.readIssues(token, open, null));
    expect([next, url.startsWith(`https://${HOST}/`)]).toEqual([null, true]);
  });

  it('that neither takes is none, and begins at the site again', async () => {
    const { tracker, asked } = siteOf({
      '/rest/api/3/myself': { status: 401, body: {} },
      '/_edge/tenant_info': { body: { cloudId: '11-22' } },
      'api.atlassian.com/ex/jira/11-22/rest/api/3/myself': { status: 401, body: { code: 401, message: 'Unauthorized' } },
    });
    for (let times = 0; times < 2; times += 1) expect(errorOf(await tracker.checkAccount(token))).toEqual({ kind: 'unauthorised', reason: 'Unauthorized' });
    expect(asked).toHaveLength(6);
  });

  it('that a Data Center refuses is refused: it has no gateway, and Atlassian is asked nothing about it', async () => {
    const { tracker, asked } = siteOf({ '/rest/api/2/myself': { status: 401, body: {} } });
    expect(errorOf(await tracker.checkAccount({ ...atCorp, token: 'maya:s3cret' }))).toMatchObject({ kind: 'unauthorised' });
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual(['https://corp.example/rest/api/2/serverInfo', 'https://corp.example/rest/api/2/myself']);
  });

  it('through the gateway that lacks a scope is forbidden, not unknown', async () => {
    const { tracker } = siteOf({ '/rest/api/3/field': { status: 401, body: { message: 'Unauthorized; scope does not match' } } });
    expect(errorOf(await tracker.readIssues(token, open, null))).toMatchObject({ kind: 'forbidden', missing: 'a scope of the token' });
  });
});

describe('a site', () => {
  it('of Atlassian’s own domains is asked nothing about itself', async () => {
    const { tracker, paths } = siteOf({ [SEARCH]: page(row('SHOP-1')) });
    await tracker.readIssues(session, open, null);
    expect(paths()).toEqual(['/rest/api/3/field', SEARCH]);
  });

  it('of any other says what it is', async () => {
    const dc = siteOf({ '/rest/api/2/search': { body: { startAt: 0, maxResults: 100, total: 1, issues: [row('SHOP-1')] } } });
    expect(valueOf(await dc.tracker.readIssues(atCorp, corp, null)).issues[0]?.url).toBe('https://corp.example/browse/SHOP-1');
    expect(dc.paths()).toEqual(['/rest/api/2/serverInfo', '/rest/api/2/field', '/rest/api/2/search']);
    const cloud = siteOf({ '/rest/api/2/serverInfo': { body: { deploymentType: 'Cloud' } }, [SEARCH]: page(row('SHOP-1')) });
    await cloud.tracker.readIssues(atCorp, corp, null);
    expect(cloud.paths()).toEqual(['/rest/api/2/serverInfo', '/rest/api/3/field', SEARCH]);
  });

  it.each([
    ['at /jira', { '/rest/api/2/serverInfo': html(404), '/jira/rest/api/2/serverInfo': { body: { deploymentType: 'Server' } } }, '/jira'],
    ['where a portal answers at the root', { '/rest/api/2/serverInfo': html(), '/jira/rest/api/2/serverInfo': { body: { deploymentType: 'Server' } } }, '/jira'],
    ['where the front page leads', {
      '/rest/api/2/serverInfo': html(404), '/': { ...html(), url: 'https://corp.example/work/tracker/secure/Dashboard.jspa' }, '/work/tracker/rest/api/2/serverInfo': { body: { version: '8.20.3' } },
    }, '/work/tracker'],
  ])('is found %s, and asked there from then on', async (_, answers, context) => {
    const site = siteOf({ ...answers, [`${context}/rest/api/2/field`]: { body: [] }, [`${context}/rest/api/2/search`]: { body: { startAt: 0, total: 1, issues: [row('SHOP-1')] } } });
    const { issues, url } = valueOf(await site.tracker.readIssues(atCorp, corp, null));
    expect(issues[0]?.url).toBe(`https://corp.example${context}/browse/SHOP-1`);
    expect(url.startsWith(`https://corp.example${context}/rest/api/2/search?`)).toBe(true);
    const before = site.asked.length;
    await site.tracker.readIssues(atCorp, { kind: 'url', project: corp.project, url }, null);
    expect(site.asked.length).toBe(before + 1);
  });

  it('is looked for first where a person said, if that is a place', async () => {
    const site = siteOf({ '/deep/tracker/rest/api/2/serverInfo': { body: { deploymentType: 'Server' } }, '/deep/tracker/rest/api/2/field': { body: [] }, '/deep/tracker/rest/api/2/search': { body: { startAt: 0, total: 1, issues: [row('SHOP-1')] } } });
    await site.tracker.readIssues({ ...atCorp, context: '/deep/tracker' }, corp, null);
    expect(site.paths()).toEqual(['/deep/tracker/rest/api/2/serverInfo', '/deep/tracker/rest/api/2/field', '/deep/tracker/rest/api/2/search']);
    const odd = siteOf();
    await odd.bare.readIssues({ ...atCorp, context: '/../@evil.example' }, corp, null);
    expect(odd.asked.map(({ url }) => url)).toEqual(['https://corp.example/rest/api/2/serverInfo']);
  });

  it('can be described once it has said what it is', async () => {
    const { bare, tracker } = siteOf();
    expect(bare.describeSite?.(null)).toBeNull();
    const { site } = await bare.readIssues(atCorp, corp, null);
    expect(tracker.describeSite?.(site)).toEqual({ flavour: 'data-center', context: '' });
  });

  it('that is no Jira is said to be none, however often it is asked', async () => {
    const { tracker, asked } = siteOf({ '/rest/api/2/serverInfo': html(404), '/': html() });
    for (let times = 0; times < 2; times += 1) expect(errorOf(await tracker.readIssues(atCorp, corp, null))).toMatchObject({ kind: 'unauthorised', reason: expect.stringContaining('No Jira') });
    expect(asked).toHaveLength(6);
    expect(errorOf(await tracker.readIssues({ ...atCorp, token: 'pat' }, corp, null))).toEqual({ kind: 'changed-shape', reason: 'no Jira answers there' });
  });

  it('is asked for nothing of another host, and an address leads nowhere else', async () => {
    const { tracker, asked } = siteOf();
    expect(errorOf(await tracker.readIssue({ ...session, host: 'elsewhere.example' }, key))).toMatchObject({ kind: 'changed-shape' });
    expect(errorOf(await tracker.readIssues(session, corp, null))).toMatchObject({ kind: 'changed-shape' });
    await tracker.readIssue(session, key);
    const before = asked.length;
    for (const url of ['https://evil.example/rest/api/3/search/jql?jql=x', `https://${HOST}.evil.example/rest/api/3/search/jql?`, `https://${HOST}/rest/api/3/myself`, 'nonsense']) {
      expect(errorOf(await tracker.readIssues(session, { kind: 'url', project, url }, null))).toMatchObject({ kind: 'changed-shape' });
    }
    expect(asked.length).toBe(before);
  });

  it('whose kept knowledge cannot be read is learned again', async () => {
    const { bare, paths } = siteOf();
    const { outcome, site } = await bare.readIssues({ ...session, site: { flavour: 'mainframe', context: 'https://evil.example' } }, open, null);
    expect(outcome).toEqual({ ok: false, error: { kind: 'learning' } });
    expect(site).toMatchObject({ flavour: 'cloud', context: '', fields: { ids: { sprint: 'customfield_10020' } } });
    expect(paths()).toEqual(['/rest/api/3/field']);
  });

  it('learns its fields anew after a day', async () => {
    const { tracker, paths, now } = siteOf({ [SEARCH]: page(row('SHOP-1')) });
    for (const later of [0, 60_000, 25 * 3_600_000]) {
      now.at = NOW + later;
      await tracker.readIssues(session, open, null);
    }
    expect(paths().filter((path) => path.endsWith('/field'))).toHaveLength(2);
  });
});

describe('a failure, as a value', () => {
  const ask = async (answer: Given | Error, credentials = token) => errorOf(await siteOf({ [SEARCH]: answer }).tracker.readIssues(credentials, open, null));

  it.each([
    ['403', { status: 403, body: { errorMessages: ['No.'] } }, { kind: 'forbidden', reason: 'No.' }],
    ['404', { status: 404, body: { errorMessages: [] } }, { kind: 'not-found' }],
    ['410', { status: 410, body: { errorMessages: ['The requested API has been removed.'] } }, { kind: 'gone' }],
    ['a web page with a 404', html(404), { kind: 'changed-shape' }],
    ['500', { status: 500, body: {} }, { kind: 'server', status: 500, retryAt: null }],
    ['503 with a time', { status: 503, body: '<html>', headers: { 'retry-after': '120' } }, { kind: 'server', status: 503, retryAt: NOW + 120_000 }],
    ['a web page for a token', html(), { kind: 'changed-shape' }],
    ['a sign-in page for a token', { ...html(), url: `https://${HOST}/login.jsp?os_destination=%2F` }, { kind: 'unauthorised' }],
    ['JSON that was cut off', { body: '{"issues":[' }, { kind: 'changed-shape' }],
    ['a list where an object belongs', { body: [] }, { kind: 'changed-shape' }],
    ['an answer from elsewhere', { body: { issues: [] }, url: 'https://evil.org/x' }, { kind: 'changed-shape' }],
    ['no network', new TypeError('Failed to fetch'), { kind: 'offline' }],
    ['a login that failed, whatever the status', { body: { issues: [] }, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' } }, { kind: 'unauthorised' }],
    ['a token that the site overlooks', { body: { issues: [] }, headers: { 'x-ausername': 'anonymous' } }, { kind: 'unauthorised' }],
  ])('%s', async (_, answer, error) => {
    expect(await ask(answer)).toMatchObject(error);
  });

  it('a signed-out browser is told so: by 401, and by a page with status 200', async () => {
    expect(await ask({ status: 401, body: { errorMessages: [] } }, session)).toEqual({ kind: 'unauthorised', reason: 'You are not signed in there.' });
    expect(await ask(html(), session)).toMatchObject({ kind: 'unauthorised' });
    expect(await ask({ ...html(), url: 'https://id.atlassian.com/login' }, session)).toMatchObject({ kind: 'unauthorised' });
  });

  it.each([
    ['no issues', page()],
    ['no such project', { status: 400, body: { errorMessages: ['Der Wert “SHOP” existiert nicht für das Feld “project”.'] } }],
  ])('“%s” is not believed of a browser that is signed out', async (_, answer) => {
    const out = siteOf({ [SEARCH]: answer, '/rest/api/3/myself': { status: 401, body: {} } });
    expect(errorOf(await out.tracker.readIssues(session, open, null))).toMatchObject({ kind: 'unauthorised' });
    const signedIn = siteOf({ [SEARCH]: answer });
    const { outcome } = await signedIn.tracker.readIssues(session, open, null);
    expect(outcome.ok ? outcome.value.issues : outcome.error).toEqual(outcome.ok ? [] : { kind: 'not-found' });
    await signedIn.tracker.readIssues(session, open, null);
    expect(signedIn.paths().filter((path) => path.endsWith('/myself'))).toHaveLength(1);
  });

  it('a quiet project is believed to be quiet when the site says whom it tells so, and only then', async () => {
    const since = { kind: 'changes', project, since: NOW - 60_000 } as const;
    for (const [headers, asksWho] of [[{ 'x-aaccountid': '712020:1' }, 0], [{ 'x-ausername': 'maya' }, 0], [{ 'x-ausername': 'anonymous' }, 1], [{}, 1]] as const) {
      const site = siteOf({ [SEARCH]: { ...page(), headers } });
      expect(valueOf(await site.tracker.readIssues(session, since, null)).issues).toEqual([]);
      expect(site.paths().filter((path) => path.endsWith('/myself'))).toHaveLength(asksWho);
    }
  });

  it('whose session it is, is told by an answer that succeeded, never to a token, and not at length', async () => {
    const told = async (headers: Record<string, string>, who = session, status = 200) => (await siteOf({ [SEARCH]: { ...page(row('SHOP-1')), status, headers } }).tracker.readIssues(who, open, null)).whose;
    expect([await told({ 'x-aaccountid': '712020%3A1' }), await told({ 'x-ausername': 'maya' }), await told({ 'x-ausername': 'anonymous' }), await told({}), await told({ 'x-aaccountid': '1' }, token), await told({ 'x-aaccountid': '1' }, session, 500)]).toEqual(['712020%3A1', 'maya', undefined, undefined, undefined, undefined]);
    expect((await told({ 'x-aaccountid': 'x'.repeat(5000) }))?.length).toBe(300);
  });

  it('what a signed-out browser learned is learned again', async () => {
    let isOut = true;
    const { tracker, paths } = siteOf({ [SEARCH]: () => (isOut ? { status: 401, body: {} } : page(row('SHOP-1'))) });
    const everything = { kind: 'changes', project, since: null } as const;
    expect(errorOf(await tracker.readIssues(session, everything, null))).toMatchObject({ kind: 'unauthorised' });
    isOut = false;
    expect(valueOf(await tracker.readIssues(session, everything, null)).issues).toHaveLength(1);
    const lessons = ['/rest/api/3/field', '/rest/agile/1.0/board', '/rest/agile/1.0/board/5/configuration', SEARCH];
    expect(paths()).toEqual([...lessons, ...lessons]);
  });

  it('a missing issue of a signed-out browser is not gone', async () => {
    const missing = { status: 404, body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] } };
    const out = siteOf({ '/rest/api/3/issue/SHOP-12': missing, '/rest/api/3/myself': html() });
    expect(errorOf(await out.tracker.readIssue(session, key))).toMatchObject({ kind: 'unauthorised' });
    expect(valueOf(await siteOf({ '/rest/api/3/issue/SHOP-12': missing }).tracker.readIssue(session, key))).toEqual({ kind: 'gone' });
  });

  const limited = (headers: Record<string, string>) => ask({ status: 429, body: {}, headers: { date: new Date(NOW).toUTCString(), ...headers } });
  it.each([
    ['a burst', { 'ratelimit-reason': 'jira-burst-based', 'retry-after': '7' }, NOW + 7000, 'secondary'],
    ['the quota', { 'ratelimit-reason': 'jira-quota-tenant-based', 'x-ratelimit-reset': new Date(NOW + 600_000).toISOString() }, NOW + 600_000, 'primary'],
    ['one issue', { 'ratelimit-reason': 'jira-per-issue-on-write', 'retry-after': '5' }, NOW + 5000, 'issue'],
    ['a spent allowance', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(NOW + 600_000).toISOString() }, NOW + 600_000, 'primary'],
    ['a Data Center’s bucket', { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-fillrate': '2', 'x-ratelimit-interval-seconds': '20' }, NOW + 20_000, 'primary'],
    ['no time', {}, NOW + 60_000, 'secondary'],
    ['a time that has passed', { 'x-ratelimit-reset': new Date(NOW - 5000).toISOString() }, NOW + 60_000, 'secondary'],
  ])('a limit of %s', async (_, headers, until, scope) => {
    expect(await limited(headers)).toEqual({ kind: 'rate-limited', until, scope });
  });

  it('a server whose clock is off is understood by its own clock', async () => {
    const off = NOW + 300_000;
    expect(await limited({ date: new Date(off).toUTCString(), 'x-ratelimit-reset': new Date(off + 30_000).toISOString() })).toMatchObject({ until: NOW + 30_000 });
  });

  it('tells what is left of a quota, and nothing of a bucket', async () => {
    const reset = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '90', 'x-ratelimit-reset': new Date(NOW + 60_000).toISOString() };
    expect((await siteOf({ [SEARCH]: { ...page(row('SHOP-1')), headers: reset } }).tracker.readIssues(token, open, null)).allowance).toEqual({ limit: 100, remaining: 90, resetAt: NOW + 60_000 });
    expect((await siteOf({ [SEARCH]: { ...page(row('SHOP-1')), headers: { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '9' } } }).tracker.readIssues(token, open, null)).allowance).toBeNull();
  });

  it('says that a CAPTCHA is wanted', async () => {
    const headers = { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED', 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=x' };
    expect(await ask({ status: 403, body: '', headers }, { host: HOST, token: 'NjAxMjM0NTY3ODkw' })).toMatchObject({ kind: 'unauthorised', reason: expect.stringContaining('CAPTCHA') });
  });

  it('ends early when nobody waits', async () => {
    const { tracker, asked } = siteOf();
    expect(errorOf(await tracker.readIssue(token, key, AbortSignal.abort()))).toEqual({ kind: 'offline' });
    expect(asked).toEqual([]);
  });

  it('does not repeat the token', async () => {
    const error = await ask({ status: 403, body: { errorMessages: [`bad ${token.token}`] } });
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });
});
