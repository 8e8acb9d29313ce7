import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue, ProjectKey } from '../../../lib/core/issue.ts';
import { milestoneKey } from '../../../lib/core/keys.ts';
import { loadOf, rankedBy, recomputeStatistics, renewColumns, renewStatistics, standingOf, type Standing, type Statistics } from '../../../lib/core/backlog/statistics.ts';

type Scored = Standing & { readonly score: number | null };

const standing: fc.Arbitrary<Scored> = fc.oneof(
  fc.record({ open: fc.constant(true), finishedDays: fc.constant(null), cycleDays: fc.constant(null), load: fc.subarray(['ada', 'bob', 'cy']), waiting: fc.subarray(['one ada', 'one bob', 'two ada']), score: fc.option(fc.constantFrom(0, 1, 12.5, 12.5, 80, 0.1 + 0.2, -3, Number.NaN)) }),
  fc.record({ open: fc.constant(false), finishedDays: fc.option(fc.constantFrom(0, 1.5, 1.5, 30, 1 / 3)), cycleDays: fc.option(fc.constantFrom(0, 0.5, 0.5, 12)), load: fc.constant([]), waiting: fc.constant([]), score: fc.constant(null) }),
);
/** One step changes some issues at once: each is added, changed, closed, reopened, rescored or deleted (`null`). */
const step = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.option(standing)), { selector: ([number]) => number, maxLength: 12 });

test('renewed step by step, the statistics equal those computed from nothing', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
    const issues = new Map<number, Scored>();
    let statistics: Statistics | null = null;
    for (const changes of steps) {
      statistics = renewStatistics(statistics, changes.map(([number, after]) => ({ number, before: issues.get(number) ?? null, after })));
      for (const [number, after] of changes) {
        if (after) issues.set(number, after);
        else issues.delete(number);
      }
      expect(statistics).toEqual(recomputeStatistics([...issues].map(([number, after]) => ({ number, after }))));
    }
  }));
});

test('the order in which issues come makes no difference', () => {
  fc.assert(fc.property(step, fc.nat(), (changes, turn) => {
    const all = changes.flatMap(([number, after]) => (after ? [{ number, after }] : []));
    const at = all.length === 0 ? 0 : turn % all.length;
    expect(recomputeStatistics([...all.slice(at), ...all.slice(0, at)])).toEqual(recomputeStatistics(all));
  }));
});

test('columns of another recipe give the ranking that the recipe would have given', () => {
  fc.assert(fc.property(step, (changes) => {
    const all = changes.flatMap(([number, after]) => (after ? [{ number, after }] : []));
    const twice = all.map(({ number, after }) => ({ number, after: { ...after, score: after.score === null ? null : 2 * after.score + number } }));
    const { columns } = renewColumns({ numbers: new Uint32Array(0), scores: new Float64Array(0) }, new Map(twice.map(({ number, after }) => [number, after.open && after.score !== null && Number.isFinite(after.score) ? after.score : null])));
    expect(rankedBy(recomputeStatistics(all).ranking, columns)).toEqual(recomputeStatistics(twice).ranking);
  }));
});

test('scores stand from high to low, samples from short to long', () => {
  const { ranking } = recomputeStatistics([
    { number: 1, after: { open: true, score: 5, finishedDays: null, cycleDays: null, load: ['ada'], waiting: [] } },
    { number: 2, after: { open: true, score: 80, finishedDays: null, cycleDays: null, load: ['ada'], waiting: [] } },
    { number: 3, after: { open: true, score: null, finishedDays: null, cycleDays: null, load: [], waiting: ['one ada'] } },
    { number: 4, after: { open: false, score: null, finishedDays: 9, cycleDays: 4, load: [], waiting: [] } },
    { number: 5, after: { open: false, score: null, finishedDays: 2, cycleDays: 1, load: [], waiting: [] } },
  ]);
  expect(ranking).toEqual({ scores: Float64Array.of(80, 5), open: 3, finishedDays: Float64Array.of(2, 9), cycleDays: Float64Array.of(1, 4), load: { ada: 2 }, waiting: { 'one ada': 1 } });
});

const issue: Pick<Issue, 'kind' | 'status' | 'resolution' | 'createdAt' | 'closedAt' | 'sprint' | 'assignees'> = {
  kind: 'issue', status: { category: 'done', name: 'closed', guessedFrom: null }, resolution: 'completed', createdAt: 0, closedAt: 172_800_000, sprint: null, assignees: ['ada'],
};

test('an issue that was completed is a sample of how long issues take; a pull request or abandoned work is none', () => {
  expect(standingOf(issue).finishedDays).toBe(2);
  expect(standingOf({ ...issue, resolution: null }).finishedDays).toBe(2);
  expect(standingOf({ ...issue, resolution: 'not-planned' }).finishedDays).toBeNull();
  expect(standingOf({ ...issue, resolution: 'duplicate' }).finishedDays).toBeNull();
  expect(standingOf({ ...issue, kind: 'pull-request' }).finishedDays).toBeNull();
});

const FIRST = milestoneKey('github.com/acme/shop' as ProjectKey, 1);
const SECOND = milestoneKey('github.com/acme/shop' as ProjectKey, 2);

test('work weighs on its assignees while it is in progress, or in a sprint that runs: what is planned for later ones does not', () => {
  const todo = { ...issue, status: { category: 'todo', name: 'open', guessedFrom: null }, closedAt: null } as const;
  const doing = { ...todo, status: { ...todo.status, category: 'doing' } } as const;
  const people = ['ada', 'bob', 'constructor'];
  const carried = (...issues: (typeof todo | typeof doing | typeof issue)[]) => {
    const { ranking } = recomputeStatistics(issues.map((one, number) => ({ number, after: { ...standingOf(one), score: null } })));
    return [[], [FIRST], [FIRST, SECOND]].map((running) => loadOf(ranking, people, running)['ada']);
  };
  expect(carried(todo, issue)).toEqual([0, 0, 0]);
  expect(carried(doing)).toEqual([1, 1, 1]);
  expect(carried({ ...todo, sprint: FIRST }, { ...todo, sprint: SECOND }, { ...todo, sprint: SECOND })).toEqual([0, 1, 3]);
  // In progress it counts once, in whichever sprint it is.
  expect(carried({ ...doing, sprint: FIRST }, { ...doing, sprint: SECOND }, { ...issue, sprint: FIRST })).toEqual([2, 2, 2]);
  expect(loadOf({ load: {}, waiting: {} }, people, [FIRST])).toEqual({ ada: 0, bob: 0, constructor: 0 });
});
