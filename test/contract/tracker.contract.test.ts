import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Issue } from '../../lib/core/issue.ts';
import { trackers } from '../../lib/trackers/registry.ts';
import type { Credentials, Exchanged, IssuePage, IssueQuery } from '../../lib/trackers/tracker.ts';
import { type TrackedWorld, worlds } from './worlds.ts';

it('is asked of every tracker that the registry finds', () => {
  const held = new Set(worlds.map(({ kind }) => kind));
  expect(trackers.filter(({ kind }) => !held.has(kind)).map(({ kind }) => `${kind} has no row in test/contract/worlds.ts: give it one, with a site to stand before.`)).toEqual([]);
});

/** What every tracker owes the sync. No line below knows which tracker it is. */
describe.each(worlds)('the contract, kept by $name', ({ start }) => {
  let world: TrackedWorld;
  beforeEach(async () => {
    world = await start();
  });
  afterEach(() => world.close());

  const read = async (query: IssueQuery, etag: string | null = null): Promise<IssuePage> => valueOf(await world.tracker.readIssues(world.writer, query, etag));
  const walk = async (first: IssueQuery): Promise<readonly Issue[]> => {
    const issues: Issue[] = [];
    for (let query: IssueQuery | null = first; query; ) {
      const page: IssuePage = await read(query);
      expect(page.rejected).toEqual([]);
      issues.push(...page.issues);
      query = page.next === null ? null : { kind: 'url', project: first.project, url: page.next };
    }
    return issues;
  };
  const keys = (issues: readonly Issue[]): readonly string[] => issues.map(({ key }) => key).sort();

  it('walks every issue once, oldest change first, each in its project', async () => {
    const issues = await walk({ kind: 'changes', project: world.project, since: null });
    expect(keys(issues)).toEqual([...world.truth.all()].sort());
    const changes = issues.map(({ updatedAt }) => updatedAt);
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    expect(issues.every(({ project, key }) => project === world.project && world.tracker.projectOf(key) === project)).toBe(true);
  });

  it('reads the open issues, newest first', async () => {
    const issues = await walk({ kind: 'open', project: world.project });
    expect(keys(issues)).toEqual([...world.truth.open()].sort());
    const created = issues.map(({ createdAt }) => createdAt);
    expect(created).toEqual([...created].sort((a, b) => b - a));
  });

  it('says unchanged for what has not changed, where it can, and reads what has', async () => {
    const query = { kind: 'changes', project: world.project, since: world.now - 60_000 } as const;
    const before = await read(query);
    const again = await read({ kind: 'url', project: world.project, url: before.url }, before.etag);
    expect(again).toMatchObject(before.etag === null ? { unchanged: false, issues: before.issues } : { unchanged: true, issues: [], etag: before.etag });
    world.touch(world.issues.open);
    const after = await read(query, before.etag);
    expect(after.unchanged).toBe(false);
    expect(keys(after.issues)).toContain(world.issues.open);
  });

  it('finds an issue, follows one that moved, and knows one that is gone', async () => {
    const { tracker, writer, issues } = world;
    expect(valueOf(await tracker.readIssue(writer, issues.open))).toMatchObject({ kind: 'found', issue: { key: issues.open } });
    const moved = valueOf(await tracker.readIssue(writer, issues.moved));
    expect(moved).toMatchObject({ kind: 'moved' });
    expect(moved).not.toMatchObject({ issue: { key: issues.moved } });
    expect(valueOf(await tracker.readIssue(writer, issues.deleted))).toEqual({ kind: 'gone' });
  });

  it('tells a project’s new name', async () => {
    const { renamed } = world;
    const page = renamed && (await read({ kind: 'open', project: renamed.from }));
    expect(page?.renamedTo ?? null).toBe(renamed?.to ?? null);
  });

  it('reads what an issue waits for, and nothing for one that waits for nothing', async () => {
    const { tracker, writer, issues } = world;
    const blocked = valueOf(await tracker.readIssue(writer, issues.blocked));
    const blockers = valueOf(await tracker.readBlockers(writer, issues.blocked));
    expect(blockers.length).toBeGreaterThan(0);
    expect(blockers.filter(({ status }) => status.category !== 'done')).toHaveLength('issue' in blocked ? (blocked.issue.dependencies?.blockedBy ?? 0) : -1);
  });

  it('reads sprints, and one sprint as in the list', async () => {
    const { tracker, writer, project, sprint } = world;
    const page = valueOf(await tracker.readSprints(writer, project, null, null));
    const one = valueOf(await tracker.readSprint(writer, sprint));
    expect(page.rejected).toEqual([]);
    expect(page.sprints).toContainEqual(one);
    expect(page.sprints.every(({ key }) => tracker.sprintProjectOf(key) === project)).toBe(true);
    expect(valueOf(await tracker.readSprints(writer, project, null, page.etag))).toMatchObject({ unchanged: true, sprints: [] });
  });

  it('adds and removes one label, any number of times, and leaves the others alone', async () => {
    const { tracker, writer, truth, issues: { open: key } } = world;
    const before = truth.labels(key);
    for (let times = 0; times < 2; times += 1) valueOf(await tracker.write(writer, { kind: 'add-label', key, label: 'roadmap:pay-fast' }));
    expect([...truth.labels(key)].sort()).toEqual([...before, 'roadmap:pay-fast'].sort());
    for (let times = 0; times < 2; times += 1) valueOf(await tracker.write(writer, { kind: 'remove-label', key, label: 'roadmap:pay-fast' }));
    expect(truth.labels(key)).toEqual(before);
  });

  it('writes a sprint’s description', async () => {
    const { tracker, writer, sprint, truth } = world;
    valueOf(await tracker.write(writer, { kind: 'set-sprint-description', sprint, description: 'Sprint Goal: One click.\n\nMore.' }));
    expect(truth.description()).toBe('Sprint Goal: One click.\n\nMore.');
  });

  it('tells those who may not write so, with what is missing, and changes nothing', async () => {
    const { tracker, reader, anonymous, truth, issues: { open: key } } = world;
    const before = truth.labels(key);
    const change = { kind: 'add-label', key, label: 'roadmap:pay-fast' } as const;
    expect((await tracker.write(reader, change)).outcome).toMatchObject({ ok: false, error: { kind: 'forbidden', missing: expect.any(String) } });
    expect((await tracker.write(anonymous, change)).outcome.ok).toBe(false);
    expect(truth.labels(key)).toEqual(before);
  });

  it('tells before anything is written whether it would be taken, where only a refusal shows it, and changes nothing by asking', async () => {
    const { tracker, writer, reader, revoked, project, truth, issues: { open: key } } = world;
    const before = [truth.labels(key), await walk({ kind: 'open', project })];
    const lacking = async (who: Credentials): Promise<readonly string[]> => {
      const { missing } = valueOf(await tracker.checkAccount(who));
      const right = tracker.mayWrite && valueOf(await tracker.mayWrite(who, project));
      return right?.may === false ? [...missing, right.lacks ?? ''] : missing;
    };
    expect([await lacking(writer), await lacking(reader)]).toEqual([[], [expect.stringMatching(/./)]]);
    expect((await tracker.mayWrite?.(revoked, project))?.outcome.ok ?? false).toBe(false);
    expect([truth.labels(key), await walk({ kind: 'open', project })]).toEqual(before);
  });

  it('knows whose token it is, and a bad one', async () => {
    const { tracker, writer, revoked } = world;
    expect(valueOf(await tracker.checkAccount(writer))).toMatchObject({ login: expect.stringMatching(/./), missing: [] });
    expect((await tracker.checkAccount(revoked)).outcome).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
  });

  it.each([
    ['server', 'server'], ['page', 'changed-shape'], ['cut', 'changed-shape'], ['drop', 'offline'],
  ] as const)('takes a failure (%s) for %s, and works again after it', async (how, kind) => {
    world.fail(how);
    const query = { kind: 'open', project: world.project } as const;
    expect((await world.tracker.readIssues(world.writer, query, null)).outcome).toMatchObject({ ok: false, error: { kind } });
    expect((await read(query)).issues.length).toBeGreaterThan(0);
  });

  it('waits as it is told', async () => {
    const query = { kind: 'open', project: world.project } as const;
    for (const [how, scope, pause] of [['secondary', 'secondary', 90_000], ['spent', 'primary', 600_000]] as const) {
      world.fail(how);
      const { outcome } = await world.tracker.readIssues(world.writer, query, null);
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'rate-limited', scope } });
      // A second for each rounding, and the test's own time.
      const until = !outcome.ok && 'until' in outcome.error ? outcome.error.until : 0;
      expect(Math.abs(until - world.now - pause)).toBeLessThan(8000);
    }
  });

  it('sets bad rows aside and keeps the page', async () => {
    const query = { kind: 'open', project: world.project } as const;
    const { issues } = await read(query);
    world.fail('rows');
    const page = await read(query);
    expect(page.rejected.length).toBeGreaterThan(0);
    expect(page.issues.length + page.rejected.length).toBe(issues.length);
    expect(page.rejected.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('asks nothing for what is not its own, and ends early when nobody waits', async () => {
    const { tracker, writer, issues: { foreign, open }, truth } = world;
    const before = truth.requests();
    expect(tracker.projectOf(foreign)).toBeNull();
    expect((await tracker.readIssue(writer, foreign)).outcome.ok).toBe(false);
    expect((await tracker.readIssue({ ...writer, host: 'elsewhere.example' }, open)).outcome.ok).toBe(false);
    expect((await tracker.readIssue(writer, open, AbortSignal.abort())).outcome).toEqual({ ok: false, error: { kind: 'offline' } });
    expect(truth.requests()).toBe(before);
  });
});

function valueOf<T>({ outcome }: Exchanged<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}
