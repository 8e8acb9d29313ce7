import { describe, expect, it } from 'vitest';
import { connectionViews } from '../../../lib/app/connection-views.ts';
import { connect, forgetSite, removeToken } from '../../../lib/app/connections.ts';
import { diagnostics } from '../../../lib/app/diagnostics.ts';
import { explainError } from '../../../lib/app/explain-error.ts';
import { explainFailure } from '../../../lib/app/explain-failure.ts';
import { withAccess } from '../../../lib/app/site-access.ts';
import type { Site } from '../../../lib/app/site.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { StorageFailure } from '../../../lib/storage/storage-failure.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { bring, house, issue, NOW } from './house.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('what is copied for whoever helps', () => {
  it('says of each project whether all of it was read, and when', async () => {
    const one = await house();
    expect(await diagnostics(one.ports, '1', 'test')).toContain('github.com/acme/shop: ready, complete, synced 0 s ago');
    await one.store.putProject({ project: 'github.com/acme/shop' as ProjectKey, host: 'github.com', name: 'acme/shop', visitedAt: NOW, state: 'reading', complete: false, syncedAt: null, error: { kind: 'offline' } });
    expect(await diagnostics(one.ports, '1', 'test')).toContain('github.com/acme/shop: reading, partly read, synced never, offline');
  });
});

describe('connections', () => {
  it('a refused token is not kept and the sentence says what to check', async () => {
    const one = await house(() => json(401, { message: 'Bad credentials' }));
    const answered = await connect(one.ports, 'github.com', 'ghp_wrong');
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unauthorised' } });
    expect(JSON.stringify(answered)).not.toContain('ghp_wrong');
    expect(await one.store.token('github.com')).toBe(null);
  });

  it('a classic token without the repo scope is kept and the missing scope is named', async () => {
    const one = await house(() => json(200, { login: 'maya', id: 1, type: 'User' }, { 'x-oauth-scopes': 'read:org' }));
    const answered = await connect(one.ports, 'github.com', 'ghp_reader');
    expect(answered.ok && answered.connection.login).toBe('maya');
    expect(answered.ok && answered.connection.missing.length).toBeGreaterThan(0);
  });

  it('signing out keeps what was read; forgetting the site erases all of it', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2));
    await removeToken(one.ports, 'github.com');
    expect(await one.store.token('github.com')).toBe(null);
    expect((await connectionViews(one.ports))[0]?.projects[0]?.issues).toBe(2);
    expect((await forgetSite(one.ports, 'github.com')).removed).toBeGreaterThan(2);
    expect((await connectionViews(one.ports))[0]?.projects).toEqual([]);
  });
});

describe('every refusal of a tracker', () => {
  const errors: TrackerError[] = [
    { kind: 'rate-limited', until: NOW + 60_000, scope: 'primary' }, { kind: 'unauthorised', reason: 'x' }, { kind: 'forbidden', reason: 'no', missing: 'issues=write', authoriseAt: null }, { kind: 'not-found' },
    { kind: 'gone' }, { kind: 'offline' }, { kind: 'page-limit' }, { kind: 'server', status: 502, retryAt: null }, { kind: 'changed-shape', reason: 'html' }, { kind: 'changed-shape', reason: 'html', page: true },
  ];
  const sites: Site[] = [
    { host: 'github.com', tracker: 'github', signIn: 'none', context: '' }, { host: 'github.com', tracker: 'github', signIn: 'token', context: '' },
    { host: 'acme.atlassian.net', tracker: 'jira', signIn: 'session', context: '' }, { host: 'tickets.acme.org', tracker: 'jira', signIn: 'token', context: '/jira' },
  ];
  it.each(errors.flatMap((error) => sites.map((site) => ({ error, site, kind: error.kind, on: `${site.tracker} by ${site.signIn}` }))))('$kind on $on is a sentence that says what to do now', ({ error, site }) => {
    const problem = explainError(error, site, NOW);
    expect(problem.sentence).toMatch(/^(?:[A-Z“]|github|acme|tickets).+\.$/);
    expect(problem.action?.length).toBeGreaterThan(10);
    // What one tracker calls its things means nothing on the other.
    expect(`${problem.sentence} ${problem.action}`).not.toMatch(site.tracker === 'jira' ? /GitHub|repositor|5,000|milestone/ : /Jira|Browse projects/);
    expect(site.signIn === 'session' ? `${problem.sentence} ${problem.action}` : '').not.toMatch(/token/);
  });

  it('leads to where an organisation wants the token authorised, instead of writing the address out', () => {
    const to = 'https://github.com/orgs/acme/sso?authorization_request=AZSC';
    const problem = explainError({ kind: 'forbidden', reason: 'Resource protected by organization SAML enforcement.', missing: null, authoriseAt: to }, sites[1]!, NOW);
    expect(problem.link).toEqual({ to, words: 'Authorise it' });
    expect(`${problem.sentence} ${problem.action}`).not.toContain('https:');
  });

  it('blames no token where none was given', () => {
    expect(sites.slice(0, 2).map((site) => explainError({ kind: 'not-found' }, site, NOW).sentence)).toEqual(['This is private or does not exist.', 'The token cannot see this, or it does not exist.']);
  });

  it('of a barred site comes before all else that is wrong there', () => {
    const view = { problem: explainError({ kind: 'offline' }, sites[0]!, NOW), rest: 1 };
    expect(withAccess(view, 'github.com', true)).toBe(view);
    expect(withAccess(view, 'github.com', false)).toMatchObject({ problem: { kind: 'no-access', allow: 'github.com' }, rest: 1 });
  });

  it.each(['full', 'closed', 'newer', 'damaged', 'blocked'] as const)('of a store that is %s says so, and what to do', (kind) => {
    const { sentence, action } = explainFailure(new StorageFailure(kind, 'secret-token'));
    expect(sentence).not.toBe(explainFailure(new Error('secret-token')).sentence);
    expect(`${sentence} ${action}`).not.toContain('secret-token');
  });
});
