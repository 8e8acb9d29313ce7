import { expect, test } from 'vitest';
import type { ConnectionRow, LimiterRow, OutboxRow, ProjectRow } from '../../../lib/storage/rows.ts';
import type { Agenda } from '../../../lib/storage/store.ts';
import { newJob, PLANNING_START, type VisitCursor } from '../../../lib/sync/job-rows.ts';
import { plan, WATCHED, WEEK } from '../../../lib/sync/plan.ts';
import { visitPhase } from '../../../lib/sync/visit-phase.ts';
import { afterPage, reanchor } from '../../../lib/sync/walk.ts';
import { anIssue, HOST, keyOf, MORNING, SHOP } from './world.ts';

const MINUTE = 60_000;
const project: ProjectRow = { project: SHOP, host: HOST, name: 'Acme/Shop', visitedAt: MORNING, state: 'ready', complete: true, syncedAt: MORNING, error: null };
const connection: ConnectionRow = { host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 };
const limiter: LimiterRow = { host: HOST, limit: 60, remaining: 60, resetAt: MORNING + 30 * MINUTE, pausedUntil: null, strikes: 0 };
const standing = [
  newJob('sprints', SHOP, { next: null, etag: null, seen: [] }, MORNING + 30 * MINUTE),
  newJob('changes', SHOP, { at: 'since', since: null }, MORNING + 5 * MINUTE),
  newJob('file', SHOP, { place: { path: '.github/waymark.yml', branch: null }, etag: null }, MORNING + 60 * MINUTE),
  newJob('planning', SHOP, PLANNING_START, MORNING + 30 * MINUTE),
  newJob('sweep', SHOP, { sweep: 0, walk: 'rest' }, MORNING + WEEK),
];
const connected: Agenda = { projects: [project], jobs: standing, outbox: [], connections: [connection], limiters: [], tokens: new Set([HOST]), recipe: 'r', belonging: 'b' };
const wish: OutboxRow = { id: 'w', host: HOST, write: { kind: 'label', key: keyOf(1), label: 'roadmap:x', present: true }, state: 'queued', notBefore: MORNING, createdAt: MORNING, attempts: 0, failure: null };
const started: VisitCursor = { kind: 'open', listed: false, next: null, lowest: null, pages: 0, finds: 0, spent: 0, since: null, sprintsAt: null, manual: false };

const doing = (agenda: Agenda, now = MORNING): string[] => plan(agenda, now).actions.map((action) => (action.do === 'job' ? action.job.kind : action.do));

test('with nothing known there is nothing to do, ever', () => {
  expect(plan({ projects: [], jobs: [], outbox: [], connections: [], limiters: [], tokens: new Set(), recipe: '', belonging: '' }, MORNING)).toEqual({ actions: [], wakeAt: null });
});

test('between two polls the next one sets the alarm', () => {
  expect(plan(connected, MORNING)).toEqual({ actions: [], wakeAt: MORNING + 5 * MINUTE });
});

test('a connected project without its standing jobs gets them', () => {
  const [tidy] = plan({ ...connected, jobs: [] }, MORNING).actions;
  expect(tidy).toMatchObject({ do: 'tidy', add: [{ kind: 'sprints', dueAt: MORNING }, { kind: 'changes', dueAt: MORNING }, { kind: 'file', dueAt: MORNING }, { kind: 'planning', dueAt: MORNING }, { kind: 'sweep', dueAt: MORNING + WEEK }] });
});

test('a repository that nobody has looked at for a month is left alone', () => {
  expect(plan({ ...connected, projects: [{ ...project, visitedAt: MORNING - WATCHED }], jobs: standing }, MORNING + WEEK)).toEqual({ actions: [], wakeAt: null });
});

test('writes go first, those that may have left before new ones; then what a page shows; then the rest', () => {
  const jobs = [...standing, newJob('blockers', SHOP, { key: keyOf(3) }, MORNING, keyOf(3)), newJob('find', SHOP, { key: keyOf(2) }, MORNING, keyOf(2))].map((job) => ({ ...job, dueAt: MORNING }));
  expect(doing({ ...connected, jobs, outbox: [wish, { ...wish, id: 'v', state: 'sending', createdAt: MORNING + 1 }] })).toEqual(['confirm', 'send', 'find', 'sprints', 'planning', 'file', 'changes', 'sweep', 'blockers']);
});

test('a write keeps its distance from the last one, a look at the tracker need not', () => {
  const spaced = { ...connected, limiters: [{ ...limiter, wroteAt: MORNING - 300 }] };
  expect(plan({ ...spaced, outbox: [wish] }, MORNING)).toMatchObject({ actions: [], wakeAt: MORNING + 700 });
  expect(doing({ ...spaced, outbox: [{ ...wish, state: 'sending' }] })).toEqual(['confirm']);
});

test('a write that failed waits for a person', () => {
  expect(doing({ ...connected, outbox: [{ ...wish, state: 'failed' }] })).toEqual([]);
});

test('a paused host is not asked, whatever is due; a pause from before the clock jumped is not believed', () => {
  const due = { ...connected, jobs: standing.map((job) => ({ ...job, dueAt: MORNING })), outbox: [wish] };
  expect(plan({ ...due, limiters: [{ ...limiter, pausedUntil: MORNING + MINUTE }] }, MORNING)).toEqual({ actions: [], wakeAt: MORNING + MINUTE });
  expect(doing({ ...due, limiters: [{ ...limiter, pausedUntil: MORNING + 71 * MINUTE }] })).toHaveLength(6);
});

test('a host whose token is refused waits, others do not', () => {
  const due = { ...connected, jobs: standing.map((job) => ({ ...job, dueAt: MORNING })) };
  expect(plan({ ...due, connections: [{ ...connection, state: 'unauthorised' }] }, MORNING)).toEqual({ actions: [], wakeAt: null });
});

test('without a token only visits ask, down to the reserve; one by hand goes below it', () => {
  const visit = newJob('visit', SHOP, started, MORNING);
  const anonymous = { ...connected, tokens: new Set<string>(), connections: [], jobs: [...standing, visit].map((job) => ({ ...job, dueAt: MORNING })) };
  expect(doing(anonymous)).toEqual(['visit']);
  const spent = [{ ...limiter, remaining: 20 }];
  expect(plan({ ...anonymous, limiters: spent }, MORNING)).toEqual({ actions: [], wakeAt: limiter.resetAt });
  expect(doing({ ...anonymous, limiters: spent, jobs: [newJob('visit', SHOP, { ...started, manual: true }, MORNING)] })).toEqual(['visit']);
  expect(doing({ ...anonymous, limiters: [{ ...limiter, remaining: 21 }] })).toEqual(['visit']);
});

test('another recipe renews the ranking without asking anybody, even while the host is paused', () => {
  const renew = { ...newJob('find', SHOP, { key: keyOf(1) }, MORNING), id: 'renew:b', kind: 'renew' as const, cursor: { backlog: 'b', recipe: 'older' }, finishedAt: MORNING };
  const paused = { ...connected, jobs: [...standing, renew], limiters: [{ ...limiter, pausedUntil: MORNING + MINUTE }] };
  expect(doing(paused)).toEqual(['renew']);
  expect(doing({ ...paused, recipe: 'older' })).toEqual([]);
});

test('another roadmap has the issues counted to its items anew, without asking anybody', () => {
  const recount = { ...newJob('find', SHOP, { key: keyOf(1) }, MORNING), id: `recount:${SHOP}`, kind: 'recount' as const, cursor: { recipe: 'older', towards: null, through: null } };
  const signedOut = { ...connected, jobs: [...standing, recount], tokens: new Set<string>() };
  expect(doing(signedOut)).toContain('recount');
  expect(doing({ ...signedOut, belonging: 'older' })).not.toContain('recount');
});

test('answers to single questions are forgotten after a day', () => {
  const find = { ...newJob('find', SHOP, { key: keyOf(1) }, MORNING, keyOf(1)), finishedAt: MORNING };
  expect(doing({ ...connected, jobs: [...standing, find] })).toEqual([]);
  expect(plan({ ...connected, jobs: [...standing.map((job) => ({ ...job, dueAt: MORNING + 3 * 24 * 60 * MINUTE })), find] }, MORNING + 25 * 60 * MINUTE).actions).toContainEqual(expect.objectContaining({ do: 'tidy', remove: [find.id] }));
});

test('a visit lists, reads the milestones, then goes after what is missing, at most five requests in all', () => {
  expect(visitPhase(started, [keyOf(5)])).toEqual({ do: 'list' });
  const listed = { ...started, listed: true, pages: 1, spent: 1, lowest: 100, next: 'page-2' };
  expect(visitPhase(listed, [])).toEqual({ do: 'sprints' });
  const complete = { ...listed, sprintsAt: MORNING, spent: 2 };
  expect(visitPhase(complete, [])).toEqual({ do: 'done' });
  expect(visitPhase(complete, [keyOf(5)])).toEqual({ do: 'more', url: 'page-2' });
  expect(visitPhase(complete, [keyOf(500)])).toEqual({ do: 'find', key: keyOf(500) });
  expect(visitPhase({ ...complete, finds: 3 }, [keyOf(500)])).toEqual({ do: 'done' });
  expect(visitPhase({ ...complete, spent: 5 }, [keyOf(5)])).toEqual({ do: 'done' });
});

test('a walk that meets a wall begins again by date, always later than before', () => {
  const page = { at: 'page', url: 'x', since: MORNING, newest: MORNING + 10 * MINUTE } as const;
  expect(reanchor(page, 2 * MINUTE)).toEqual({ at: 'since', since: MORNING + 8 * MINUTE });
  expect(reanchor({ ...page, newest: MORNING + MINUTE }, 2 * MINUTE)).toEqual({ at: 'since', since: MORNING + MINUTE });
  expect(reanchor({ ...page, newest: MORNING }, 2 * MINUTE)).toEqual({ at: 'since', since: MORNING + 1000 });
});

test('the address of the next page is followed to the letter; at the end the last page is kept with its ETag', () => {
  const page = { unchanged: false, issues: [anIssue(1, { updatedAt: MORNING })], rejected: [], url: 'https://api/1?a=%2B', etag: 'W/"x"', renamedTo: null };
  const given = { overlap: 2 * MINUTE, now: MORNING };
  expect(afterPage({ at: 'since', since: null }, { ...page, next: 'https://api/2?a=%2B' }, given)).toEqual({ at: 'page', url: 'https://api/2?a=%2B', since: null, newest: MORNING });
  expect(afterPage({ at: 'since', since: null }, { ...page, next: null }, given)).toEqual({ at: 'tail', url: page.url, etag: 'W/"x"', newest: MORNING, first: true, full: false });
});

test('without an ETag the next look begins so much before this one as a change may take to be found, and once a day a whole day before', () => {
  const page = { unchanged: false, issues: [anIssue(1, { updatedAt: MORNING - 3 * MINUTE })], rejected: [], url: 'u', etag: null, renamedTo: null };
  const given = { overlap: 12 * MINUTE, now: MORNING };
  expect(afterPage({ at: 'since', since: null }, { ...page, at: MORNING - 5000, next: null }, given)).toEqual({ at: 'since', since: MORNING - 5000 - 12 * MINUTE, wideAt: MORNING });
  expect(afterPage({ at: 'since', since: 1, wideAt: MORNING - 5 * MINUTE }, { ...page, next: null }, given)).toEqual({ at: 'since', since: MORNING - 15 * MINUTE, wideAt: MORNING - 5 * MINUTE });
  expect(afterPage({ at: 'since', since: 1, wideAt: MORNING - 24 * 60 * MINUTE }, { ...page, at: MORNING, next: null }, given)).toEqual({ at: 'since', since: MORNING - 24 * 60 * MINUTE, wideAt: MORNING });
  // A walk of several pages counts from when it began.
  const second = afterPage({ at: 'since', since: 1 }, { ...page, at: MORNING - MINUTE, next: 'page-2' }, given);
  expect(afterPage(second, { ...page, url: 'page-2', at: MORNING, next: null }, given)).toMatchObject({ since: MORNING - 13 * MINUTE });
  // A quiet project without the tracker's clock stays where it is.
  expect(afterPage({ at: 'since', since: 77, wideAt: MORNING }, { ...page, issues: [], next: null }, given)).toEqual({ at: 'since', since: 77, wideAt: MORNING });
});

test('a project that could not be seen is asked for by its changes alone; an issue that takes no write holds its own writes alone', () => {
  const due = standing.map((job) => ({ ...job, dueAt: MORNING }));
  expect(doing({ ...connected, projects: [{ ...project, state: 'silent' }], jobs: due })).toEqual(['changes']);
  const held = { ...wish, limitedUntil: MORNING + MINUTE };
  const other = { ...wish, id: 'x', write: { kind: 'label', key: keyOf(1), label: 'roadmap:y', present: false } } as const;
  expect(plan({ ...connected, outbox: [held, other] }, MORNING)).toMatchObject({ actions: [], wakeAt: MORNING + MINUTE });
  expect(doing({ ...connected, outbox: [held, other, { ...wish, id: 'z', write: { ...wish.write, key: keyOf(2) } as typeof wish.write }] })).toEqual(['send']);
});

test('hosts that are read by a session are planned like those with a token', () => {
  const signedIn = { ...connected, tokens: new Set<string>(), connections: [], jobs: [] };
  expect(plan(signedIn, MORNING).actions).toEqual([]);
  expect(plan(signedIn, MORNING, new Set([HOST])).actions[0]).toMatchObject({ add: [{ kind: 'sprints' }, { kind: 'changes' }, { kind: 'account', id: `account:${HOST}` }, { kind: 'file' }, { kind: 'planning' }, { kind: 'sweep' }] });
});
