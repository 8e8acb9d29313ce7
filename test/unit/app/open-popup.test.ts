import { describe, expect, it } from 'vitest';
import { openPopup } from '../../../lib/app/open-popup.ts';
import { sprintReport } from '../../../lib/app/sprint-report.ts';
import { githubProjectKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { ProjectRow } from '../../../lib/storage/rows.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { bring, house, issue, NOW, PROJECT } from './house.ts';
import { HOST, jiraHouse, SHOP } from './jira-house.ts';

const MINUTE = 60_000;
const shop = (more: Partial<ProjectRow> = {}): ProjectRow => ({ project: PROJECT, host: 'github.com', name: 'acme/shop', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW - MINUTE, error: null, ...more });
const token = { host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], expiresAt: null, checkedAt: NOW } as const;
const error = (kind: 'offline' | 'server' | 'rate-limited'): TrackerError => (kind === 'server' ? { kind, status: 502, retryAt: null } : kind === 'offline' ? { kind } : { kind, until: NOW + MINUTE, scope: 'primary' });

describe('the popup', () => {
  it('of a project that nobody has read yet names it, and of none in view shows the one visited last', async () => {
    const one = await house();
    expect(await openPopup(one.ports, githubProjectKey('github.com', 'acme', 'docs'))).toMatchObject({ project: { name: 'acme/docs', state: 'new' }, sprint: null, goals: null, flow: null, sprints: [], boards: [], syncedAt: null, syncing: false, problem: null });
    expect(await openPopup(one.ports, null)).toMatchObject({ project: { key: PROJECT, name: 'acme/shop', state: 'ready' }, syncedAt: NOW, connection: { host: 'github.com', signIn: 'none', state: 'anonymous', login: null, link: null } });
    await one.store.forgetSite('github.com');
    expect(await openPopup(one.ports, null)).toMatchObject({ project: null, projects: [], connection: { host: 'github.com' } });
  });

  it('lets choose among the sprints that are not over', async () => {
    const one = await house();
    const sprint = (number: number, state: Sprint['state']): Sprint => ({ key: milestoneKey(PROJECT, number), project: PROJECT, number, title: `Sprint ${number}`, url: '', state, description: '', startsOn: null, dueOn: `2026-11-2${number}` as PlainDate, createdAt: NOW, updatedAt: NOW, openIssues: 0, closedIssues: 0 });
    await one.store.commit({ job: null, sprints: [sprint(1, 'closed'), sprint(2, 'open'), sprint(3, 'open')] });
    expect((await openPopup(one.ports, PROJECT)).sprints.map(({ number }) => number).toSorted()).toEqual([2, 3]);
  });

  it('of a project that is not read whole counts the sprint as its tracker does, and says how many of it are not read; then as they were read', async () => {
    const one = await house();
    const sprint = milestoneKey(PROJECT, 3);
    await one.store.commit({ job: null, sprints: [{ key: sprint, project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: '', startsOn: null, dueOn: '2026-11-25' as PlainDate, createdAt: NOW, updatedAt: NOW, openIssues: 2, closedIssues: 3 }] });
    await one.store.putProject(shop({ complete: false }));
    await bring(one, issue(1, { sprint }), issue(2, { sprint }));
    expect((await openPopup(one.ports, PROJECT)).sprint).toMatchObject({ issues: { done: 3, total: 5 }, unread: 3 });
    expect(await sprintReport(one.ports, PROJECT, null)).toMatchObject({ unread: 3 });
    // With a token they are being read.
    await one.signIn();
    expect((await openPopup(one.ports, PROJECT)).sprint).toMatchObject({ issues: { done: 3, total: 5 }, unread: 0 });
    expect(await sprintReport(one.ports, PROJECT, null)).toMatchObject({ unread: 0 });
    await one.store.putProject(shop());
    expect((await openPopup(one.ports, PROJECT)).sprint).toMatchObject({ issues: { done: 0, total: 2 }, unread: 0 });
    expect(await sprintReport(one.ports, PROJECT, null)).toMatchObject({ unread: 0 });
  });

  it('says the one thing that matters now: a refused sign-in before a limit, that before what the project met', async () => {
    const one = await house();
    const limiter = { host: 'github.com', limit: 60, remaining: 0, resetAt: NOW + MINUTE, pausedUntil: NOW + MINUTE, strikes: 0 };
    const problem = async () => (await openPopup(one.ports, PROJECT)).problem?.kind ?? null;
    await one.store.putProject(shop({ error: error('server') }));
    await one.store.commit({ job: null, limiter });
    expect(await problem()).toBe('rate-limited');
    await one.store.putConnection({ ...token, state: 'unauthorised' }, 'ghp_x');
    await one.store.commit({ job: null, limiter });
    expect(await problem()).toBe('unauthorised');
    await one.store.putConnection({ ...token, state: 'ok' }, 'ghp_y');
    await one.store.commit({ job: null, limiter: { ...limiter, pausedUntil: NOW - 1 } });
    expect(await problem()).toBe('server');
    expect((await openPopup(one.ports, PROJECT)).connection).toMatchObject({ login: 'maya', state: 'ok', signIn: 'token' });
    // A limit lasts as long as its pause.
    await one.store.putProject(shop({ error: error('rate-limited') }));
    expect(await problem()).toBeNull();
  });

  it.each([
    ['offline', NOW, 'What you see is the last known state. Waymark tries again by itself.'],
    ['offline', null, 'Nothing has been read of it yet. Waymark tries again by itself.'],
    ['server', null, 'Waymark tries again by itself.'],
  ] as const)('of a project that met “%s”, read last at %s, says what that means', async (kind, syncedAt, action) => {
    const one = await house();
    await one.store.putProject(shop({ syncedAt, error: error(kind) }));
    expect((await openPopup(one.ports, PROJECT)).problem).toMatchObject({ kind, action });
  });

  it('leads to a Jira’s sign-in where that would help, and nowhere else', async () => {
    const one = await jiraHouse();
    const link = async () => (await openPopup(one.ports, SHOP)).connection.link?.to ?? null;
    const login = `https://${HOST}/login.jsp`;
    expect(await link()).toBeNull();
    await one.project({ state: 'silent' });
    expect(await link()).toBe(login);
    await one.project({ error: { kind: 'unauthorised', reason: '' } });
    expect(await link()).toBe(login);
    await one.store.putConnection({ ...token, host: HOST, tracker: 'jira', tokenKind: 'other', state: 'unauthorised' }, 'maya@acme.org:x');
    expect(await link()).toBeNull();
    await one.store.putProject(shop({ state: 'silent' }));
    expect((await openPopup(one.ports, PROJECT)).connection.link).toBeNull();
  });
});
