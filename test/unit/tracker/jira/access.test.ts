import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../../../tracker/server.ts';
import { demoWorld } from '../../../tracker/world.ts';
import { ask } from '../ask.ts';
import { basic, CENTER, CLOUD, control, found, GATEWAY, keysOf, MAYA, PAT, RITA, searchUrl, session } from './asking.ts';

let tracker: DemoTracker;
beforeEach(async () => void (tracker = await startTracker({ world: demoWorld({ issues: 30 }) })));
afterEach(() => tracker.close());

const statusOf = async (url: string, options: Parameters<typeof ask>[2] = {}): Promise<number> => (await ask(tracker, url, options)).status;
const SCOPED = { headers: basic('ATATT-demo-scoped') };

describe('who one is on Cloud', () => {
  it('is told by the session’s cookie or by e-mail and token', async () => {
    for (const who of [MAYA, session('maya')]) expect((await ask(tracker, `${CLOUD}/rest/api/3/myself`, who)).json).toMatchObject({ displayName: 'Maya Lindqvist', emailAddress: 'maya@acme.example', timeZone: 'Europe/Berlin' });
    expect(await statusOf(`${CLOUD}/rest/api/3/myself`, session('nobody'))).toBe(401);
  });

  it('is not believed of a revoked, expired or unknown token, of another’s e-mail, of a Bearer or of a session beside a wrong token', async () => {
    const wrong: readonly Record<string, string>[] = [
      basic('ATATT-demo-revoked'), basic('ATATT-demo-expired'), basic('guessed'), basic('ATATT-demo-writer', 'jonas-k'), { authorization: 'Bearer ATATT-demo-writer' }, { ...basic('guessed'), ...session('maya').headers },
    ];
    for (const headers of wrong) expect(await statusOf(`${CLOUD}/rest/api/3/myself`, { headers })).toBe(401);
    await control(tracker, { revoke: 'ATATT-demo-writer' });
    expect(await statusOf(searchUrl('project = SHOP'), MAYA)).toBe(401);
    await control(tracker, { restore: 'ATATT-demo-writer' });
    expect(await statusOf(searchUrl('project = SHOP'), MAYA)).toBe(200);
  });

  it('decides what may be done, as mypermissions says', async () => {
    const may = async (who: object): Promise<boolean[]> => {
      const { permissions } = (await ask(tracker, `${CLOUD}/rest/api/3/mypermissions?projectKey=SHOP&permissions=BROWSE_PROJECTS,EDIT_ISSUES,MANAGE_SPRINTS_PERMISSION`, who)).json as { permissions: Record<string, { havePermission: boolean }> };
      return Object.values(permissions).map(({ havePermission }) => havePermission);
    };
    expect([await may(MAYA), await may({ headers: basic('ATATT-demo-member', 'jonas-k') }), await may(RITA)]).toEqual([[true, true, true], [true, true, false], [true, false, false]]);
    expect(await statusOf(`${CLOUD}/rest/api/3/mypermissions`, MAYA)).toBe(400);
  });

  it('shows strangers an empty site', async () => {
    const stranger = session('nightbuyer');
    expect((await ask(tracker, `${CLOUD}/rest/api/3/project`, stranger)).json).toEqual([]);
    expect(await statusOf(`${CLOUD}/rest/api/3/issue/SHOP-20`, stranger)).toBe(404);
    expect((await ask(tracker, searchUrl('project = SHOP'), stranger)).json).toMatchObject({ errorMessages: ["The value 'SHOP' does not exist for the field 'project'."] });
    expect(keysOf(await ask(tracker, searchUrl('updated >= -10000d'), stranger))).toEqual([]);
  });
});

describe('who is not signed in', () => {
  it('gets 401, the login page with 200, or an empty site, as it was set', async () => {
    const search = searchUrl('updated >= -10000d');
    expect([await statusOf(search), await statusOf(`${CLOUD}/rest/api/3/serverInfo`)]).toEqual([401, 200]);
    await control(tracker, { behaviours: { signedOut: 'html' } });
    const page = await ask(tracker, search);
    expect([page.status, page.headers['content-type'], page.text.includes('Log in')]).toEqual([200, 'text/html;charset=UTF-8', true]);
    await control(tracker, { behaviours: { signedOut: 'empty' } });
    expect(found(await ask(tracker, search)).issues).toEqual([]);
    expect(await statusOf(`${CLOUD}/rest/api/3/myself`)).toBe(401);
  });

  it('was signed out from elsewhere', async () => {
    expect(await statusOf(`${CLOUD}/rest/api/3/myself`, session('maya'))).toBe(200);
    await control(tracker, { signOut: 'maya' });
    expect(await statusOf(`${CLOUD}/rest/api/3/myself`, session('maya'))).toBe(401);
  });

  it('finds a way in and out that leaves a cookie of that site alone', async () => {
    const reply = await ask(tracker, `${CLOUD}/__sign-in?as=maya&to=/browse/SHOP-12`);
    expect([reply.status, reply.headers.location, String(reply.headers['set-cookie'])]).toEqual([302, '/browse/SHOP-12', 'tenant.session.token=session-of-maya; Path=/; Secure; HttpOnly; SameSite=Lax']);
    expect(String((await ask(tracker, `${CENTER}/__sign-in?as=maya`)).headers['set-cookie'])).toContain('JSESSIONID=session-of-maya; Path=/jira;');
    expect(String((await ask(tracker, `${CLOUD}/__sign-out`)).headers['set-cookie'])).toContain('Max-Age=0');
    expect(await statusOf(`${CLOUD}/__sign-in?as=the-president`)).toBe(404);
  });
});

describe('a token with scopes', () => {
  it('is refused by the site, which tells its cloud id to everybody, and taken by the gateway', async () => {
    expect(await statusOf(`${CLOUD}/rest/api/3/myself`, SCOPED)).toBe(401);
    expect((await ask(tracker, `${CLOUD}/_edge/tenant_info`)).json).toEqual({ cloudId: GATEWAY.split('/').at(-1) });
    expect((await ask(tracker, `${GATEWAY}/rest/api/3/issue/SHOP-20?fields=summary`, SCOPED)).json).toMatchObject({ key: 'SHOP-20', self: expect.stringContaining(GATEWAY) });
  });

  it('is the only thing that the gateway takes', async () => {
    for (const who of [MAYA, session('maya'), {}]) expect(await statusOf(`${GATEWAY}/rest/api/3/myself`, who)).toBe(401);
    expect(await statusOf('https://api.atlassian.com/ex/jira/another-cloud/rest/api/3/myself', SCOPED)).toBe(404);
  });

  it('opens what its scopes open', async () => {
    const sprints = `${GATEWAY}/rest/agile/1.0/board/1/sprint`;
    const refused = await ask(tracker, sprints, { headers: basic('ATATT-demo-scoped-no-agile') });
    expect([refused.status, refused.json]).toEqual([401, { code: 401, message: 'Unauthorized; scope does not match' }]);
    expect([await statusOf(sprints, SCOPED), await statusOf(`${GATEWAY}/rest/api/3/field`, { headers: basic('ATATT-demo-scoped-no-agile') })]).toEqual([200, 200]);
    const write = { method: 'PUT', body: { update: { labels: [{ add: 'x' }] } } };
    expect(await statusOf(`${GATEWAY}/rest/api/3/issue/SHOP-20`, { headers: basic('ATATT-demo-scoped-reader'), ...write })).toBe(401);
    expect(await statusOf(`${GATEWAY}/rest/api/3/issue/SHOP-20`, { ...SCOPED, ...write })).toBe(204);
  });
});

describe('a Data Center', () => {
  it('says what it is to everybody, below the path that it is installed under', async () => {
    expect((await ask(tracker, `${CENTER}/rest/api/2/serverInfo`)).json).toMatchObject({ deploymentType: 'Server', baseUrl: CENTER, versionNumbers: [9, 12, 15] });
    expect(await statusOf('https://jira.acme.example/rest/api/2/serverInfo')).toBe(404);
    await control(tracker, { contextPath: '' });
    expect((await ask(tracker, 'https://jira.acme.example/rest/api/2/serverInfo')).json).toMatchObject({ baseUrl: 'https://jira.acme.example' });
  });

  it('takes access tokens as Bearer and the session’s cookie, and knows people by name', async () => {
    for (const who of [PAT, session('maya', 'JSESSIONID')]) {
      const reply = await ask(tracker, `${CENTER}/rest/api/2/myself`, who);
      expect([reply.json, reply.headers['x-ausername']]).toEqual([expect.objectContaining({ name: 'maya', key: 'JIRAUSER10100' }), 'maya']);
      expect(reply.json).not.toHaveProperty('accountId');
    }
  });

  it('has a page for whom it does not know', async () => {
    for (const options of [{}, { token: 'dc-pat-revoked' }, { headers: basic('dc-pat-writer') }, { token: 'ATATT-demo-writer' }]) {
      const reply = await ask(tracker, `${CENTER}/rest/api/2/myself`, options);
      expect([reply.status, reply.headers['content-type']]).toEqual([401, 'text/html;charset=UTF-8']);
    }
    expect((await ask(tracker, `${CENTER}/rest/api/2/myself`, { token: 'dc-pat-revoked' })).headers['x-seraph-loginreason']).toBe('AUTHENTICATED_FAILED');
  });
});
