import { describe, expect, it } from 'vitest';
import { connectionView } from '../../../lib/app/connection-views.ts';
import { connect, forgetSite, removeToken, testConnection } from '../../../lib/app/connections.ts';
import { diagnostics } from '../../../lib/app/diagnostics.ts';
import type { Tracker } from '../../../lib/trackers/tracker.ts';
import { NOW } from './house.ts';
import { HOST, jiraHouse, SHOP } from './jira-house.ts';
import { jiraSite } from './jira-site.ts';

const OWN = 'tickets.acme.org';
const anybody = () => true;
const nobody = () => false;
const withToken = (authorization: string | null) => authorization !== null;

describe('signing in to Jira', () => {
  it('takes the browser’s own session where nothing is given', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: true, connection: { tracker: 'jira', flavour: 'cloud', signIn: 'session', hasToken: false, login: 'Maya', state: 'ok' } });
    expect(await one.store.token(HOST)).toBeNull();
    // What waits is told from another account's of the same name.
    expect(await one.store.connection(HOST)).toMatchObject({ whose: '1' });
  });

  it('says where to sign in when there is no session, and keeps nothing', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: nobody }).answers);
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: false, problem: { kind: 'signed-out', link: { to: `https://${HOST}/login.jsp` } } });
    expect(await one.store.connection(HOST)).toBeUndefined();
  });

  it('a refused address and token are not kept, and the sentence names both', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: nobody }).answers);
    const answered = await connect(one.ports, HOST, 'maya@acme.org:ATATT-secret');
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unauthorised', sentence: `${HOST} refused this email address and token.`, action: expect.stringMatching(/^Check that the address is the account’s own/) } });
    expect(JSON.stringify(answered)).not.toContain('ATATT');
    expect(await one.store.token(HOST)).toBeNull();
  });

  it('an address and a token go to the site as one', async () => {
    const site = jiraSite({ host: HOST, takes: withToken });
    const one = await jiraHouse(site.answers);
    expect(await connect(one.ports, HOST, 'maya@acme.org:ATATT')).toMatchObject({ ok: true, connection: { signIn: 'token', tokenKind: 'other' } });
    expect(site.asked.map(({ authorization }) => authorization)).toContain(`Basic ${btoa('maya@acme.org:ATATT')}`);
  });

  it('names what the account may not do, as Jira’s own pages name it', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody, mayEdit: false }).answers);
    expect(await connect(one.ports, HOST, null)).toMatchObject({ ok: true, connection: { missing: ['Edit issues'] } });
  });

  it('asks at once again for what was refused before', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    await one.project({ error: { kind: 'unauthorised', reason: '' } });
    await testConnection(one.ports, HOST);
    expect(one.refreshed).toEqual([SHOP]);
  });

  it('tested for the first time a session is kept; a site that is forgotten meanwhile stays so', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    await testConnection(one.ports, HOST);
    expect(await one.store.connection(HOST)).toMatchObject({ login: 'Maya', tokenKind: 'session' });
    const jira = one.ports.trackerFor(SHOP);
    if (!jira) throw new Error('It is known.');
    const tracker: Tracker = { ...jira, checkAccount: async (...asked) => {
      await forgetSite(one.ports, HOST);
      return jira.checkAccount(...asked);
    } };
    await testConnection({ ...one.ports, trackerFor: () => tracker }, HOST);
    expect(await one.store.connection(HOST)).toBeUndefined();
  });

  it('without its token goes back to the session', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    await connect(one.ports, HOST, 'maya@acme.org:ATATT');
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'token', hasToken: true });
    await removeToken(one.ports, HOST);
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'session', hasToken: false, state: 'ok' });
  });

  it('a session that has shown nothing yet may be there or not; one that was refused is signed out, with the way in', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    await one.project({ syncedAt: null });
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'session', state: 'unchecked', problem: null });
    await one.project({ syncedAt: null, error: { kind: 'unauthorised', reason: '' } });
    expect(await connectionView(one.ports, HOST)).toMatchObject({ state: 'unauthorised', problem: { kind: 'signed-out', link: { to: `https://${HOST}/login.jsp` } } });
    await one.project();
    expect(await connectionView(one.ports, HOST)).toMatchObject({ state: 'ok' });
    await one.store.putConnection({ host: HOST, tracker: 'jira', login: 'Maya', tokenKind: 'other', missing: [], state: 'unauthorised', expiresAt: NOW + 1, checkedAt: NOW }, 'maya@acme.org:ATATT');
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'token', state: 'unauthorised', problem: null, login: 'Maya', expiresAt: NOW + 1, checkedAt: NOW, flavour: 'cloud' });
  });

  it('a personal access token is refused as one', async () => {
    const one = await jiraHouse(jiraSite({ host: OWN, deployment: 'Server', takes: nobody }).answers);
    expect(await connect(one.ports, OWN, 'pat')).toMatchObject({ ok: false, problem: { sentence: `${OWN} refused this token.`, action: expect.stringMatching(/^Check that it was copied/) } });
  });

  it('whoever was asked for a name and had none reads what everybody may', async () => {
    const one = await jiraHouse(jiraSite({ host: HOST, takes: anybody }).answers);
    await one.store.putConnection({ host: HOST, tracker: 'jira', login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: NOW }, null);
    expect(await connectionView(one.ports, HOST)).toMatchObject({ signIn: 'none', state: 'anonymous' });
    expect(await testConnection(one.ports, HOST)).toMatchObject({ ok: true, connection: { signIn: 'session' } });
  });
});

describe('a host of any name', () => {
  it('is a Jira when it says so, asked before any token is sent there', async () => {
    const site = jiraSite({ host: OWN, context: '/jira', deployment: 'Server', takes: (authorization) => authorization === 'Bearer pat' });
    const one = await jiraHouse(site.answers);
    expect(await connect(one.ports, OWN, 'pat', '/jira')).toMatchObject({ ok: true, connection: { tracker: 'jira', flavour: 'data-center', signIn: 'token' } });
    expect(site.asked[0]).toEqual({ url: `https://${OWN}/jira/rest/api/2/serverInfo`, authorization: null });
    expect(site.asked.every(({ url }) => url.startsWith(`https://${OWN}/`))).toBe(true);
    expect(await diagnostics(one.ports, '1', 'test')).toMatch(/tickets\.acme\.org other ok \(jira data-center\)/);
  });

  it.each([['/tools/jira', '/tools/jira'], ['/jira', undefined], ['', undefined]])('installed at “%s” is found when “%s” was pasted, and remembered', async (context, pasted) => {
    const site = jiraSite({ host: OWN, context, deployment: 'Server', takes: withToken });
    const one = await jiraHouse(site.answers);
    expect(await connect(one.ports, OWN, 'pat', pasted)).toMatchObject({ ok: true });
    expect(await one.store.connection(OWN)).toMatchObject({ tracker: 'jira', context });
    await connect(one.ports, OWN, 'another');
    expect(site.asked.at(-1)).toMatchObject({ authorization: 'Bearer another', url: expect.stringContaining(`https://${OWN}${context}/rest/`) });
  });

  it('where nobody is signed in leads to its own sign-in, below its own place', async () => {
    const one = await jiraHouse(jiraSite({ host: OWN, context: '/jira', deployment: 'Server', takes: nobody }).answers);
    expect(await connect(one.ports, OWN, null)).toMatchObject({ ok: false, problem: { kind: 'signed-out', link: { to: `https://${OWN}/jira/login.jsp` } } });
  });

  it('is a GitHub Enterprise Server when it is no Jira', async () => {
    const user = () => new Response(JSON.stringify({ login: 'maya', id: 1, type: 'User' }), { headers: { 'content-type': 'application/json', 'x-oauth-scopes': 'repo' } });
    const site = jiraSite({ host: OWN, context: '/nowhere', takes: nobody, beside: (url) => (url.pathname === '/api/v3/user' ? user() : null) });
    const one = await jiraHouse(site.answers);
    expect(await connect(one.ports, OWN, 'ghp_token')).toMatchObject({ ok: true, connection: { tracker: 'github', flavour: null, signIn: 'token' } });
    expect(site.asked.filter(({ authorization }) => authorization !== null).map(({ url }) => url)).toEqual([`https://${OWN}/api/v3/user`]);
    // What it is, it was asked once.
    site.asked.length = 0;
    await connect(one.ports, OWN, 'ghp_token');
    expect(site.asked.map(({ url }) => url)).toEqual([`https://${OWN}/api/v3/user`]);
  });

  it('that is in trouble is nothing yet, and gets no token', async () => {
    const tokens: (string | null)[] = [];
    const one = await jiraHouse((_, init) => {
      tokens.push(new Headers(init?.headers).get('authorization'));
      return new Response('', { status: 503 });
    });
    expect(await connect(one.ports, OWN, 'pat')).toMatchObject({ ok: false, problem: { kind: 'server', sentence: `${OWN} had an error (503).` } });
    expect(new Set(tokens)).toEqual(new Set([null]));
  });

  it('that cannot be reached is nothing yet', async () => {
    const one = await jiraHouse(() => { throw new TypeError('fetch failed'); });
    expect(await connect(one.ports, OWN, 'pat')).toMatchObject({ ok: false, problem: { kind: 'offline', sentence: `${OWN} could not be reached.` } });
    expect(await one.store.connection(OWN)).toBeUndefined();
  });
});
