import { describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey, SprintKey } from '../../../../lib/core/issue.ts';
import { credentials, NOW, siteOf } from './fake-site.ts';
import { milestone, row } from './rows.ts';

const project = 'github.com/acme/shop' as ProjectKey;
const key = 'github.com/acme/shop#12' as IssueKey;
const sprint = 'github.com/acme/shop/milestone/2' as SprintKey;

describe('keys', () => {
  const { tracker } = siteOf();
  it('lead to their project, and those of another tracker to none', () => {
    expect(tracker.projectOf(key)).toBe(project);
    expect(tracker.sprintProjectOf(sprint)).toBe(project);
    for (const other of ['acme.atlassian.net/SHOP-12', 'github.com/acme#1', 'github.com/acme/..#1', 'github.com/acme/shop#0', '']) expect(tracker.projectOf(other as IssueKey)).toBeNull();
    for (const other of ['acme.atlassian.net/SHOP/sprint/1', 'github.com/acme/shop', '']) expect(tracker.sprintProjectOf(other as SprintKey)).toBeNull();
  });
});

describe('reading issues', () => {
  it('walks the changes oldest first, from a whole second on', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    await tracker.readIssues(credentials, { kind: 'changes', project, since: NOW + 999 }, null);
    await tracker.readIssues(credentials, { kind: 'changes', project, since: null }, null);
    expect(asked.map(({ url }) => decodeURIComponent(url))).toEqual([
      'https://api.github.com/repos/acme/shop/issues?state=all&sort=updated&direction=asc&per_page=100&since=2026-11-22T12:00:00Z',
      'https://api.github.com/repos/acme/shop/issues?state=all&sort=updated&direction=asc&per_page=100',
    ]);
  });

  it('gives the page with its next link, its ETag and the rows it could not read', async () => {
    const next = 'https://api.github.com/repositories/1/issues?after=abc&page=2';
    const headers = { link: `<${next}>; rel="next", <https://x/>; rel="last"`, etag: 'W/"1"', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': String(NOW / 1000 + 60) };
    const { tracker } = siteOf({ body: [row(), row({ id: 5, number: 13, title: null }), null], headers });
    const { outcome, allowance } = await tracker.readIssues(credentials, { kind: 'open', project }, null);
    expect(outcome).toMatchObject({
      ok: true,
      value: { unchanged: false, issues: [{ number: 12 }], rejected: [{ id: '5', reason: 'title: invalid_type' }, { id: 'row 2' }], next, etag: 'W/"1"', renamedTo: null },
    });
    expect(allowance).toEqual({ limit: 60, remaining: 59, resetAt: NOW + 60_000 });
  });

  it('tells a 304 apart, and keeps the ETag', async () => {
    const { tracker } = siteOf({ status: 304 });
    expect((await tracker.readIssues(credentials, { kind: 'open', project }, '"1"')).outcome).toMatchObject({ ok: true, value: { unchanged: true, etag: '"1"', issues: [], next: null } });
  });

  it('notices a new name of the repository, and not a new case', async () => {
    const { tracker } = siteOf({ body: [row({ html_url: 'https://github.com/acme/store/issues/12' })], url: 'https://api.github.com/repositories/1/issues' });
    expect((await tracker.readIssues(credentials, { kind: 'open', project }, null)).outcome).toMatchObject({ ok: true, value: { renamedTo: 'github.com/acme/store' } });
    const same = siteOf({ body: [row({ html_url: 'https://github.com/ACME/Shop/issues/12' })] });
    expect((await same.tracker.readIssues(credentials, { kind: 'open', project }, null)).outcome).toMatchObject({ ok: true, value: { renamedTo: null } });
  });

  it('finds an issue where it is, where it has moved to, or gone', async () => {
    const read = async (...answers: Parameters<typeof siteOf>) => (await siteOf(...answers).tracker.readIssue(credentials, key)).outcome;
    expect(await read({ body: row() })).toMatchObject({ ok: true, value: { kind: 'found', issue: { key } } });
    expect(await read({ body: row({ number: 3, html_url: 'https://github.com/acme/api/issues/3' }) })).toMatchObject({ ok: true, value: { kind: 'moved', issue: { key: 'github.com/acme/api#3' } } });
    for (const status of [404, 410]) expect(await read({ status, body: { message: 'x' } })).toEqual({ ok: true, value: { kind: 'gone' } });
    expect(await read({ body: row({ title: 7 }) })).toMatchObject({ ok: false, error: { kind: 'changed-shape' } });
  });

  it('reads blockers across repositories, and none from a server that does not know them', async () => {
    const { tracker, asked } = siteOf({ body: [row({ number: 3, html_url: 'https://github.com/acme/api/issues/3' }), 'broken'] });
    expect((await tracker.readBlockers(credentials, key)).outcome).toMatchObject({ ok: true, value: [{ key: 'github.com/acme/api#3' }] });
    expect(asked[0]?.url).toBe('https://api.github.com/repos/acme/shop/issues/12/dependencies/blocked_by?per_page=100');
    expect((await siteOf({ status: 404, body: {} }).tracker.readBlockers(credentials, key)).outcome).toEqual({ ok: true, value: [] });
  });
});

describe('reading sprints', () => {
  it('reads milestones, their due day in UTC as GitHub shows it, and a goal that nobody wrote as empty', async () => {
    const { tracker, asked } = siteOf({ body: [milestone(), milestone({ number: 3, description: null, due_on: null, state: 'closed', closed_at: '2026-11-14T09:00:00Z' }), { number: 4 }], headers: { etag: '"m"' } });
    const { outcome } = await tracker.readSprints(credentials, project, null, null);
    expect(asked[0]?.url).toBe('https://api.github.com/repos/acme/shop/milestones?state=all&sort=due_on&direction=desc&per_page=100');
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        unchanged: false, next: null, etag: '"m"', rejected: [{ id: 'row 2' }],
        sprints: [
          { key: sprint, url: 'https://github.com/acme/shop/milestone/2', dueOn: '2026-11-30', startsOn: null, description: 'Sprint Goal: Pay fast.', openIssues: 3, closedIssues: 4 },
          { number: 3, description: '', dueOn: null, state: 'closed', completedAt: Date.UTC(2026, 10, 14, 9) },
        ],
      },
    });
    expect((await siteOf({ body: milestone() }).tracker.readSprint(credentials, sprint)).outcome).toMatchObject({ ok: true, value: { key: sprint } });
    expect((await siteOf({ status: 304 }).tracker.readSprints(credentials, project, null, '"m"')).outcome).toMatchObject({ ok: true, value: { unchanged: true, etag: '"m"' } });
  });

  it('follows a next link on the same site only', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    await tracker.readSprints(credentials, project, 'https://api.github.com/repositories/1/milestones?page=2', null);
    expect((await tracker.readSprints(credentials, project, 'https://evil.org/', null)).outcome).toMatchObject({ ok: false, error: { kind: 'changed-shape' } });
    expect(asked).toHaveLength(1);
  });
});

describe('checking an account', () => {
  const check = async (token: string | null, headers: Record<string, string> = {}) => (await siteOf({ body: { login: 'maya', id: 1 }, headers }).tracker.checkAccount({ host: 'github.com', token })).outcome;

  it('tells the kind of token, its missing scope and its end', async () => {
    expect(await check('ghp_x', { 'x-oauth-scopes': 'gist, read:org', 'github-authentication-token-expiration': '2026-12-24 09:53:54 UTC' })).toEqual({
      ok: true, value: { login: 'maya', tokenKind: 'classic', missing: ['repo'], expiresAt: Date.UTC(2026, 11, 24, 9, 53, 54) },
    });
    for (const scopes of ['repo', 'public_repo', 'gist, repo']) expect(await check('ghp_x', { 'x-oauth-scopes': scopes })).toMatchObject({ value: { missing: [], expiresAt: null } });
    expect(await check('a'.repeat(40), { 'github-authentication-token-expiration': '2026-12-24 09:53:54 -0700' })).toMatchObject({ value: { tokenKind: 'classic', expiresAt: Date.UTC(2026, 11, 24, 16, 53, 54) } });
    expect(await check('github_pat_x')).toMatchObject({ value: { tokenKind: 'fine-grained', missing: [] } });
    expect(await check('gho_x', { 'x-oauth-scopes': '' })).toMatchObject({ value: { tokenKind: 'other', missing: ['repo'] } });
  });

  it('needs a token and costs no request without one', async () => {
    const { tracker, asked } = siteOf({ body: {} });
    expect((await tracker.checkAccount({ host: 'github.com', token: null })).outcome).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    expect(asked).toEqual([]);
  });
});

describe('whether a token may write', () => {
  const names = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' };
  const ask = async (...answers: Parameters<typeof siteOf>) => {
    const { tracker, asked } = siteOf(...answers);
    return { outcome: (await tracker.mayWrite?.(credentials, project))?.outcome, asked };
  };

  it('is asked by changing nothing of a label that nobody has', async () => {
    const { outcome, asked } = await ask({ status: 404, body: { message: 'Not Found' }, headers: names });
    expect(outcome).toEqual({ ok: true, value: { may: true } });
    expect(asked).toMatchObject([{ url: expect.stringMatching(/^https:\/\/api\.github\.com\/repos\/acme\/shop\/labels\/waymark-[\w-]+$/), init: { method: 'PATCH' } }]);
    expect(asked[0]?.init?.body).toBe('{}');
  });

  it('is denied with the permission where the token lacks it, and without where a person or an archive is why', async () => {
    expect((await ask({ status: 403, body: { message: 'Resource not accessible by personal access token' }, headers: names })).outcome).toEqual({ ok: true, value: { may: false, lacks: 'issues=write' } });
    for (const message of ['Repository was archived so is read-only.', 'Must have admin rights to Repository.']) {
      expect((await ask({ status: 403, body: { message }, headers: names })).outcome).toEqual({ ok: true, value: { may: false, lacks: null } });
    }
  });

  it('stays open where the site says nothing of it: a limit, a failure, an organisation that wants the token authorised first', async () => {
    const silent = [{ status: 502, body: {} }, { status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '60' } }, { status: 403, body: { message: 'Resource protected by organization SAML enforcement.' }, headers: { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=A' } }];
    for (const answer of silent) expect((await ask(answer)).outcome).toMatchObject({ ok: false });
  });
});

describe('writing', () => {
  const labels = (...names: string[]) => names.map((name) => ({ id: 1, name }));
  const forbidden = { ok: false, error: { kind: 'forbidden' } };

  it('adds one label, and believes the answer only', async () => {
    const { tracker, asked } = siteOf({ body: labels('bug', 'Roadmap:Pay') }, { body: labels('bug') });
    const change = { kind: 'add-label', key, label: 'roadmap:pay' } as const;
    expect((await tracker.write(credentials, change)).outcome).toEqual({ ok: true, value: null });
    expect(asked[0]).toMatchObject({ url: 'https://api.github.com/repos/acme/shop/issues/12/labels', init: { method: 'POST', body: '{"labels":["roadmap:pay"]}' } });
    expect((await tracker.write(credentials, change)).outcome).toMatchObject(forbidden);
  });

  it('removes one label, is content when it is not there, and not when the issue is not', async () => {
    const { tracker, asked } = siteOf({ body: labels('bug') }, { status: 404, body: { message: 'Label does not exist' } }, { status: 404, body: { message: 'Not Found' } });
    const change = { kind: 'remove-label', key, label: 'roadmap:pay / now?' } as const;
    expect((await tracker.write(credentials, change)).outcome).toEqual({ ok: true, value: null });
    expect((await tracker.write(credentials, change)).outcome).toEqual({ ok: true, value: null });
    expect((await tracker.write(credentials, change)).outcome).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(asked[0]).toMatchObject({ url: 'https://api.github.com/repos/acme/shop/issues/12/labels/roadmap%3Apay%20%2F%20now%3F', init: { method: 'DELETE' } });
  });

  it('never sends a name that would remove all labels', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    for (const label of ['.', '..', '', ' ']) expect((await tracker.write(credentials, { kind: 'remove-label', key, label })).outcome).toMatchObject(forbidden);
    expect(asked).toEqual([]);
  });

  it('describes a sprint, and takes a change that was dropped in silence for a refusal', async () => {
    const { tracker, asked } = siteOf({ body: milestone({ description: 'Sprint Goal: x\r\ny' }) }, { body: milestone({ description: 'as before' }) });
    const change = { kind: 'set-sprint-description', sprint, description: 'Sprint Goal: x\ny\n' } as const;
    expect((await tracker.write(credentials, change)).outcome).toEqual({ ok: true, value: null });
    expect(asked[0]).toMatchObject({ url: 'https://api.github.com/repos/acme/shop/milestones/2', init: { method: 'PATCH' } });
    expect((await tracker.write(credentials, change)).outcome).toMatchObject(forbidden);
  });

  it('takes an invalid change for final', async () => {
    expect((await siteOf({ status: 422, body: { message: 'Validation Failed' } }).tracker.write(credentials, { kind: 'add-label', key, label: 'x' })).outcome).toMatchObject({
      ok: false, error: { kind: 'forbidden', reason: 'Validation Failed', missing: null },
    });
    // github/docs#32156, gitalk/gitalk#338
    for (const [error, reason] of [
      [{ resource: 'Label', code: 'custom', field: 'name', message: 'name is too long (maximum is 50 characters)' }, 'Validation Failed. name is too long (maximum is 50 characters)'],
      [{ value: 'big data', resource: 'Label', field: 'name', code: 'invalid' }, 'Validation Failed'],
      ['A rule of the repository forbids it.', 'Validation Failed. A rule of the repository forbids it.'],
    ] as const) {
      expect((await siteOf({ status: 422, body: { message: 'Validation Failed', errors: [error] } }).tracker.write(credentials, { kind: 'add-label', key, label: 'x' })).outcome).toMatchObject({ error: { reason } });
    }
  });
});
