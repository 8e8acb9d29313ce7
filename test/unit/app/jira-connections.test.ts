import { describe, expect, it } from 'vitest';
import { connect, connectionView, removeToken, testConnection } from '../../../lib/app/connections.ts';
import { diagnostics } from '../../../lib/app/diagnostics.ts';
import { NOW } from './house.ts';
import { desk, HOST, jiraHouse, known, refused, SHOP } from './jira-house.ts';

const OWN = 'tickets.acme.org';

describe('signing in to Jira', () => {
  it('takes the browser’s own session where nothing is given', async () => {
    const one = await jiraHouse();
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: true, connection: { tracker: 'jira', flavour: 'cloud', signIn: 'session', hasToken: false, login: 'maya', state: 'ok' } });
    expect(await one.store.token(HOST)).toBeNull();
  });

  it('says where to sign in when there is no session, and keeps nothing', async () => {
    const one = await jiraHouse(desk(() => refused({ kind: 'unauthorised', reason: '' })));
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: false, problem: { kind: 'signed-out', link: { to: `https://${HOST}/login.jsp` } } });
    expect(await one.store.connection(HOST)).toBeUndefined();
  });

  it('a refused address and token are not kept, and the sentence names both', async () => {
    const one = await jiraHouse(desk(() => refused({ kind: 'unauthorised', reason: '' })));
    const answered = await connect(one.ports, HOST, 'maya@acme.org:ATATT-secret');
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unauthorised', sentence: `${HOST} refused this email address and token.` } });
    expect(JSON.stringify(answered)).not.toContain('ATATT');
    expect(await one.store.token(HOST)).toBeNull();
  });

  it('goes on asking while the site is being learned, with what was learned before', async () => {
    const at = desk(({ site }) => (site === undefined ? refused({ kind: 'learning' }, 1) : site === 1 ? refused({ kind: 'learning' }, 2) : known()));
    const one = await jiraHouse(at);
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: true });
    expect(at.asked.map(({ site }) => site)).toEqual([undefined, 1, 2]);
  });

  it('gives up on a site that never has enough of learning', async () => {
    const at = desk(() => refused({ kind: 'learning' }, {}));
    const one = await jiraHouse(at);
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: false, problem: { kind: 'learning' } });
    expect(at.asked.length).toBeLessThan(10);
  });

  it('names what the account may not do', async () => {
    const one = await jiraHouse(desk(() => known({ missing: ['Edit issues'] })));
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: true, connection: { missing: ['Edit issues'] } });
  });

  it('asks at once again for what was refused before', async () => {
    const one = await jiraHouse();
    await one.project({ error: { kind: 'unauthorised', reason: '' } });
    await testConnection(one.ports, HOST);
    expect(one.refreshed).toEqual([SHOP]);
  });

  it('without its token goes back to the session', async () => {
    const one = await jiraHouse(desk(({ token }) => known({ tokenKind: token === null ? 'session' : 'other' })));
    await connect(one.ports, HOST, 'maya@acme.org:ATATT');
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'token', hasToken: true });
    await removeToken(one.ports, HOST);
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'session', hasToken: false, state: 'ok' });
  });

  it('whoever was asked for a name and had none reads what everybody may', async () => {
    const one = await jiraHouse();
    await one.store.putConnection({ host: HOST, tracker: 'jira', login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: NOW }, null);
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'none', state: 'anonymous' });
    expect(await testConnection(one.ports, HOST)).toMatchObject({ ok: true, connection: { signIn: 'session' } });
  });
});

describe('a host of any name', () => {
  it('is a Jira when it says so, asked before any token is sent there', async () => {
    const at = desk(({ token, site }) => (site === undefined ? refused({ kind: 'learning' }, { deployment: 'Server' }) : known({ tokenKind: 'other', flavour: 'data-center', login: token ?? '' })));
    const one = await jiraHouse(at);
    expect(await connect(one.ports, OWN, 'pat', '/jira')).toMatchObject({ ok: true, connection: { tracker: 'jira', flavour: 'data-center', signIn: 'token' } });
    expect(at.asked[0]).toMatchObject({ token: null, context: '/jira' });
    expect(at.asked.at(-1)).toMatchObject({ token: 'pat', context: '/jira' });
    expect(await one.store.connection(OWN)).toMatchObject({ context: '/jira' });
    expect(await diagnostics(one.ports, '1', 'test')).toMatch(/tickets\.acme\.org other ok \(jira data-center\)/);
  });

  it('keeps its place below the host when the token is replaced', async () => {
    const at = desk(({ site }) => (site === undefined ? refused({ kind: 'learning' }, {}) : known({ tokenKind: 'other' })));
    const one = await jiraHouse(at);
    await connect(one.ports, OWN, 'pat', '/jira');
    await connect(one.ports, OWN, 'another');
    expect(at.asked.at(-1)).toMatchObject({ token: 'another', context: '/jira' });
    expect(await one.store.connection(OWN)).toMatchObject({ tracker: 'jira', context: '/jira' });
  });

  it('is a GitHub Enterprise Server when it is no Jira', async () => {
    const one = await jiraHouse(desk(() => refused({ kind: 'not-found' })), () => new Response(JSON.stringify({ login: 'maya', id: 1, type: 'User' }), { headers: { 'content-type': 'application/json', 'x-oauth-scopes': 'repo' } }));
    expect(await connect(one.ports, OWN, 'ghp_token')).toMatchObject({ ok: true, connection: { tracker: 'github', flavour: null, signIn: 'token' } });
  });

  it('that cannot be reached is nothing yet', async () => {
    const one = await jiraHouse(desk(() => refused({ kind: 'offline' })));
    expect(await connect(one.ports, OWN, 'pat')).toMatchObject({ ok: false, problem: { kind: 'offline', sentence: `${OWN} could not be reached.` } });
    expect(await one.store.connection(OWN)).toBeUndefined();
  });
});
