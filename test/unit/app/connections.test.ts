import { describe, expect, it } from 'vitest';
import { allowanceView, connectionViews } from '../../../lib/app/connection-views.ts';
import { connect, forgetSite, removeToken, testConnection } from '../../../lib/app/connections.ts';
import { diagnostics } from '../../../lib/app/diagnostics.ts';
import { explainError } from '../../../lib/app/explain-error.ts';
import { explainFailure } from '../../../lib/app/explain-failure.ts';
import { withAccess } from '../../../lib/app/site-access.ts';
import type { Site } from '../../../lib/app/site.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { StorageFailure } from '../../../lib/storage/storage-failure.ts';
import type { LimiterRow } from '../../../lib/storage/rows.ts';
import type { Tracker, TrackerError } from '../../../lib/trackers/tracker.ts';
import { bring, house, issue, key, NOW, PROJECT } from './house.ts';

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

  it('a fine-grained token is tried in the projects that are read, at once: what it lacks there is named, in the options and before a tag', async () => {
    const asked: string[] = [];
    const refusal = (message: string) => json(403, { message }, { 'x-accepted-github-permissions': 'issues=write' });
    const one = await house((url, init) => {
      if (init?.method !== 'PATCH') return json(200, { login: 'maya', id: 1, type: 'User' });
      asked.push(url);
      return url.includes('/acme/shop/') ? refusal('Resource not accessible by personal access token') : url.includes('/acme/docs/') ? refusal('Repository was archived so is read-only.') : json(404, { message: 'Not Found' });
    });
    const project = (name: string, more = {}) => one.store.putProject({ project: `github.com/acme/${name}` as ProjectKey, host: 'github.com', name: `acme/${name}`, visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null, ...more });
    await bring(one, issue(1));
    for (const name of ['shop', 'docs', 'api']) await project(name);
    await project('secret', { state: 'silent', syncedAt: null });
    const answered = await connect(one.ports, 'github.com', 'github_pat_reader');
    expect(answered.ok && answered.connection.projects.map(({ name, readOnly }) => [name, readOnly]).sort()).toEqual([
      ['acme/api', undefined],
      ['acme/docs', 'github.com lets you read acme/docs, but not change it'],
      ['acme/shop', 'the token for github.com lacks Issues: read and write in acme/shop'],
    ]);
    expect(asked).toHaveLength(3);
    expect(await tagIssues(one.ports, [key(1)], 'faster-checkout')).toMatchObject({ via: 'local', because: 'Kept in this browser: the token for github.com lacks Issues: read and write in acme/shop.' });
    expect(one.heard.at(-2)?.projects.toSorted()).toEqual(['github.com/acme/docs', PROJECT]);
  });

  it('of many projects those that were looked at last are tried, and a goal that may not be changed makes none read only', async () => {
    const asked: string[] = [];
    const one = await house((url, init) => {
      if (init?.method !== 'PATCH') return json(200, { login: 'maya', id: 1, type: 'User' });
      asked.push(/acme\/(\w+)/.exec(url)?.[1] ?? url);
      return json(404, { message: 'Not Found' });
    });
    for (let number = 1; number <= 10; number += 1) await one.store.putProject({ project: `github.com/acme/p${number}` as ProjectKey, host: 'github.com', name: `acme/p${number}`, visitedAt: NOW + number, state: 'ready', complete: true, syncedAt: NOW, error: null });
    await connect(one.ports, 'github.com', 'github_pat_writer');
    // One after the other, the latest first.
    expect(asked).toEqual(['p10', 'p9', 'p8', 'p7']);
    await one.store.putProject({ ...(await one.store.project(PROJECT))!, goalsReadOnlyAt: NOW });
    expect((await connectionViews(one.ports))[0]?.projects.filter(({ readOnly }) => readOnly !== undefined)).toEqual([]);
  });

  it('a site that does not answer has not refused the token, and without one GitHub is not asked', async () => {
    const asked: string[] = [];
    const one = await house((url) => {
      asked.push(url);
      return json(503, {});
    });
    expect(await connect(one.ports, 'github.com', 'ghp_good')).toMatchObject({ ok: false, problem: { kind: 'server', sentence: 'github.com had an error (503).' } });
    asked.length = 0;
    expect(await connect(one.ports, 'github.com', ' ')).toMatchObject({ ok: true, connection: { state: 'anonymous', hasToken: false } });
    expect(asked).toEqual([]);
  });

  it('what one token may not write says nothing of another that was given meanwhile', async () => {
    const one = await house();
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'fine-grained', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, 'github_pat_new');
    await one.store.barWriting(PROJECT, { token: 'github_pat_old', at: NOW, lacks: 'issues=write' });
    expect((await one.store.project(PROJECT))?.readOnlyAt).toBeUndefined();
    await one.store.barWriting(PROJECT, { token: 'github_pat_new', at: NOW, lacks: 'issues=write' });
    expect(await one.store.project(PROJECT)).toMatchObject({ readOnlyAt: NOW, lacks: 'issues=write', complete: true });
  });

  it('a token whose scopes say already that it may not write is not tried', async () => {
    const asked: string[] = [];
    const one = await house((_, init) => {
      asked.push(init?.method ?? 'GET');
      return json(200, { login: 'maya', id: 1, type: 'User' }, { 'x-oauth-scopes': 'read:org' });
    });
    await bring(one, issue(1));
    await connect(one.ports, 'github.com', 'ghp_reader');
    expect(asked).toEqual(['GET']);
  });

  it('a token that is taken away, or replaced, while it is tested does not come back with the answer', async () => {
    const one = await house(() => json(200, { login: 'maya', id: 1, type: 'User' }));
    const github = one.ports.trackerFor('github.com');
    if (!github) throw new Error('It is known.');
    const testedWhile = async (meanwhile: () => Promise<unknown>) => {
      await connect(one.ports, 'github.com', 'github_pat_old');
      const tracker: Tracker = { ...github, checkAccount: async (...asked) => {
        await meanwhile();
        return github.checkAccount(...asked);
      } };
      await testConnection({ ...one.ports, trackerFor: () => tracker }, 'github.com');
      return [await one.store.token('github.com'), (await one.store.connection('github.com'))?.tokenKind];
    };
    expect(await testedWhile(() => removeToken(one.ports, 'github.com'))).toEqual([null, null]);
    expect(await testedWhile(() => connect(one.ports, 'github.com', 'github_pat_new'))).toEqual(['github_pat_new', 'fine-grained']);
    expect(await testedWhile(() => forgetSite(one.ports, 'github.com'))).toEqual([null, undefined]);
    expect(await testedWhile(async () => undefined)).toEqual(['github_pat_old', 'fine-grained']);
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

describe('a sign-in that changes', () => {
  const ELSEWHERE = { project: 'ghe.acme.org/acme/docs' as ProjectKey, host: 'ghe.acme.org', name: 'acme/docs', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: { kind: 'offline' } } as const;
  const scopes = { 'x-oauth-scopes': 'repo' };
  const home = async (error: TrackerError | null) => {
    const one = await house(() => json(200, { login: 'maya', id: 1, type: 'User' }, scopes));
    await one.store.putProject({ project: PROJECT, host: 'github.com', name: 'acme/shop', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error });
    await one.store.putProject(ELSEWHERE);
    const refreshed: ProjectKey[] = [];
    return { ...one, refreshed, ports: { ...one.ports, sync: { ...one.ports.sync, refresh: async (project: ProjectKey) => void refreshed.push(project) } } };
  };
  const refused = { kind: 'forbidden', reason: 'No.', missing: null, authoriseAt: null } as const;

  it('is told to the pages of its site, has what was refused there asked for at once, and nothing of another site', async () => {
    const [before, after] = [await home(null), await home(refused)];
    for (const { ports } of [before, after]) await connect(ports, 'github.com', ' ghp_new ');
    expect([before.refreshed, after.refreshed]).toEqual([[], [PROJECT]]);
    expect([after.heard, after.woken(), await after.store.token('github.com')]).toEqual([[{ keys: [], projects: [PROJECT] }], 1, 'ghp_new']);
  });

  it('has the Projects asked for again that the former token could not read, though nothing was refused', async () => {
    const one = await home(null);
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW, planningNeeds: 'read:project' }, 'ghp_old');
    expect((await connectionViews(one.ports))[0]?.planningNeeds).toBe('read:project');
    await connect(one.ports, 'github.com', 'ghp_new');
    expect(one.refreshed).toEqual([PROJECT]);
  });

  it('can be tested where there is a token, and is told there is none where there is none', async () => {
    const one = await home(null);
    expect(await testConnection(one.ports, 'github.com')).toMatchObject({ ok: false, problem: { kind: 'no-token', sentence: 'There is no token for github.com.' } });
    expect([await one.store.connection('github.com'), one.heard]).toEqual([undefined, []]);
    await one.signIn();
    expect(await testConnection(one.ports, 'github.com')).toMatchObject({ ok: true, connection: { login: 'maya', checkedAt: NOW, state: 'ok' } });
  });

  it('that ends is told too; of a site that was never signed in to there is nothing to end, and to forget one says so to its own pages', async () => {
    const one = await home(null);
    await removeToken(one.ports, 'github.com');
    expect([await one.store.connections(), one.heard]).toEqual([[], []]);
    await one.signIn();
    await removeToken(one.ports, 'github.com');
    expect(one.heard).toHaveLength(1);
    await forgetSite(one.ports, 'github.com');
    expect(one.heard[1]).toEqual({ keys: [], projects: [PROJECT] });
  });

  it('a project that nobody may see is not listed, unless it was read before', async () => {
    const one = await home(null);
    const silent = { project: PROJECT, host: 'github.com', name: 'acme/shop', visitedAt: NOW, state: 'silent', complete: false, error: { kind: 'not-found' } } as const;
    await one.store.putProject({ ...silent, syncedAt: null });
    expect((await connectionViews(one.ports)).map(({ host, projects }) => [host, projects.map(({ name }) => name)])).toEqual([['github.com', []], ['ghe.acme.org', ['acme/docs']]]);
    await one.store.putProject({ ...silent, syncedAt: NOW - 1 });
    expect((await connectionViews(one.ports))[0]?.projects).toMatchObject([{ name: 'acme/shop', syncedAt: NOW - 1 }]);
  });
});

describe('what is left of an hour', () => {
  const limiter = (more: Partial<LimiterRow> = {}): LimiterRow => ({ host: 'github.com', limit: 60, remaining: 12, resetAt: NOW + 1000, pausedUntil: null, strikes: 0, ...more });
  const site = (signIn: Site['signIn']): Site => ({ host: 'github.com', tracker: 'github', signIn, context: '' });

  it('is what the tracker said last, less what is the user’s own without a token; a window that has passed is whole again', () => {
    expect(allowanceView(limiter(), site('none'), NOW)).toEqual({ limit: 60, remaining: 12, resetAt: NOW + 1000, reserve: 20 });
    expect(allowanceView(limiter({ limit: 5000 }), site('token'), NOW)).toEqual({ limit: 5000, remaining: 12, resetAt: NOW + 1000, reserve: 0 });
    expect(allowanceView(limiter(), site('none'), NOW + 1000)).toMatchObject({ remaining: 60, resetAt: NOW + 1000 });
    // Noted by a clock that has been put back since.
    expect(allowanceView(limiter({ resetAt: NOW + 86_400_000 }), site('none'), NOW)).toMatchObject({ remaining: 60, resetAt: NOW });
  });

  it('is not told where nobody knows it', () => {
    for (const unknown of [undefined, limiter({ limit: null }), limiter({ remaining: null }), limiter({ resetAt: null })]) expect(allowanceView(unknown, site('none'), NOW)).toBeNull();
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

  it.each<[TrackerError, number, string, string]>([
    [{ kind: 'rate-limited', until: NOW, scope: 'primary' }, 0, 'asks Waymark to wait until', 'A token raises the limit'],
    [{ kind: 'rate-limited', until: NOW, scope: 'primary' }, 1, 'asks Waymark to wait until', 'Nothing is lost'],
    [{ kind: 'rate-limited', until: NOW, scope: 'primary' }, 2, 'asks Waymark to wait until', 'Nothing is lost'],
    [{ kind: 'unauthorised', reason: '' }, 3, 'tickets.acme.org no longer accepts the token.', 'Give a new one'],
    [{ kind: 'forbidden', reason: 'No.', missing: 'issues=write', authoriseAt: null }, 1, 'The token for github.com lacks a permission', 'Ask somebody with the right'],
    [{ kind: 'forbidden', reason: 'No.', missing: null, authoriseAt: null }, 1, 'github.com does not allow this: No.', 'Ask somebody with the right'],
    [{ kind: 'forbidden', reason: 'No.', missing: null, authoriseAt: 'https://github.com/orgs/acme/sso' }, 1, 'github.com does not allow this', 'The organisation wants the token authorised'],
    [{ kind: 'forbidden', reason: 'No.', missing: 'EDIT_ISSUES', authoriseAt: null }, 2, 'Your account on acme.atlassian.net lacks a permission', 'An administrator of the project'],
    [{ kind: 'changed-shape', reason: 'html', page: true }, 0, 'A web page came instead', 'A network’s sign-in page'],
    [{ kind: 'changed-shape', reason: 'html' }, 0, 'answered something that Waymark cannot read', 'copy the diagnostics'],
  ])('%o at site %i: “%s …” “%s …”', (error, at, sentence, action) => {
    const problem = explainError(error, sites[at]!, NOW);
    expect([problem.sentence.includes(sentence), problem.action?.includes(action)]).toEqual([true, true]);
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
