import { isGivenUp } from '../given-up.ts';
import type { Issue, SprintKey } from '../issue.ts';
import { firstFrom, replaceSorted, UPWARDS } from '../sorted.ts';
import { DAY } from '../time.ts';
import { cycleDaysOf } from '../work-history.ts';

/** The numbers of one backlog that every badge in it stands on. */
export interface Ranking {
  /** Scores of the open issues, highest first. Unscored ones are not in it. */
  readonly scores: Float64Array;
  readonly open: number;
  /** Days from creation to completion of finished issues, sorted upwards. */
  readonly finishedDays: Float64Array;
  /** Days from the start of work to completion of those whose history tells it, sorted upwards. */
  readonly cycleDays: Float64Array;
  /** Open issues in progress, by assignee. */
  readonly load: Readonly<Record<string, number>>;
  /** Open issues of a sprint that are not in progress, by sprint and assignee (`shareIn`): which of the sprints run is known when somebody asks. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** The scored open issues, parallel and sorted by number: says which score leaves when an issue changes. */
export interface Columns {
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
}

/** What one issue adds to its backlog, besides its score. */
export interface Standing {
  readonly open: boolean;
  /** Days from creation to completion; `null` unless it is an issue that was completed. */
  readonly finishedDays: number | null;
  /** Days from the start of work to completion; `null` where no history tells it. */
  readonly cycleDays: number | null;
  /** Who works on it: the assignees of an open issue in progress. */
  readonly load: readonly string[];
  /** Whom it waits for in its sprint, each as `shareIn` names it: the assignees of an open issue that is not in progress. */
  readonly waiting: readonly string[];
}

/** One issue before and after; `null` where it was not there. Each number at most once in a renewal. */
export interface StandingChange {
  readonly number: number;
  readonly before: Standing | null;
  /** `score` is `null` for an unscored issue; a closed one is never ranked, whatever its score. */
  readonly after: (Standing & { readonly score: number | null }) | null;
}

export interface Statistics {
  readonly ranking: Ranking;
  readonly columns: Columns;
}

/**
 * What an issue counts for. Pull requests and work that was not planned say nothing of how long issues take.
 *
 * @example standingOf({ …closed, createdAt: 0, closedAt: 172_800_000 }) // → { open: false, finishedDays: 2, cycleDays: null, load: [], waiting: [] }
 */
export function standingOf(issue: Pick<Issue, 'kind' | 'status' | 'resolution' | 'createdAt' | 'closedAt' | 'sprint' | 'assignees' | 'history'>): Standing {
  const open = issue.status.category !== 'done';
  const completed = !open && issue.kind === 'issue' && issue.closedAt !== null && !isGivenUp(issue);
  // On GitHub an assignment is all that tells of progress: somebody's long list of assigned issues is not yet their work in progress.
  const carried = open && issue.status.category === 'doing' && issue.status.guessedFrom !== 'assignee';
  const { sprint } = issue;
  return {
    open,
    finishedDays: completed && issue.closedAt !== null ? Math.max(0, issue.closedAt - issue.createdAt) / DAY : null,
    cycleDays: completed ? cycleDaysOf(issue) : null,
    load: carried ? issue.assignees : [],
    waiting: open && !carried && sprint !== null ? issue.assignees.map((person) => shareIn(sprint, person)) : [],
  };
}

/** A person's part in a sprint; no key of a sprint has a space. `shareIn('github.com/acme/shop/milestone/1', 'ada')` → `github.com/acme/shop/milestone/1 ada` */
function shareIn(sprint: SprintKey, person: string): string {
  return `${sprint} ${person}`;
}

/**
 * What each of these people carries: issues in progress, and what else the running sprints hold of theirs. What is planned for later sprints, or was left over in former ones, is no load of today.
 *
 * @example loadOf({ load: { ada: 2 }, waiting: { 'github.com/acme/shop/milestone/1 ada': 3, 'github.com/acme/shop/milestone/2 ada': 9 } }, ['ada'], [first milestone]) // → { ada: 5 }
 */
export function loadOf({ load, waiting }: Pick<Ranking, 'load' | 'waiting'>, people: readonly string[], running: readonly SprintKey[]): Readonly<Record<string, number>> {
  const from = (counts: Readonly<Record<string, number>>, name: string): number => (Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0);
  return Object.fromEntries(people.map((person) => [person, running.reduce((sum, sprint) => sum + from(waiting, shareIn(sprint, person)), from(load, person))]));
}

/**
 * Renews the statistics of a backlog after some of its issues changed: cost about the number of changes plus one pass over typed arrays,
 * never over rows. Equal to `recomputeStatistics` of the outcome.
 *
 * @example renewStatistics(null, [{ number: 12, before: null, after: { open: true, score: 80, finishedDays: null, cycleDays: null, load: [], waiting: [] } }]).ranking.open // → 1
 */
export function renewStatistics(previous: Statistics | null, changes: readonly StandingChange[]): Statistics {
  const { ranking, columns } = previous ?? EMPTY;
  const rescored = new Map<number, number | null>(changes.map(({ number, after }) => [number, rankedScore(after)]));
  const { columns: renewed, left, joined } = renewColumns(columns, rescored);
  return {
    columns: renewed,
    ranking: {
      scores: replaceSorted(ranking.scores, left, joined, (a, b) => b - a),
      open: changes.reduce((open, { before, after }) => open + Number(after?.open ?? false) - Number(before?.open ?? false), ranking.open),
      finishedDays: replaceSorted(ranking.finishedDays, changes.flatMap(({ before }) => before?.finishedDays ?? []), changes.flatMap(({ after }) => after?.finishedDays ?? []), UPWARDS),
      cycleDays: replaceSorted(ranking.cycleDays, changes.flatMap(({ before }) => before?.cycleDays ?? []), changes.flatMap(({ after }) => after?.cycleDays ?? []), UPWARDS),
      load: renewCounts(ranking.load, changes, ({ load }) => load),
      waiting: renewCounts(ranking.waiting, changes, ({ waiting }) => waiting),
    },
  };
}

/**
 * The same statistics from nothing: the law that `renewStatistics` is held to.
 *
 * `recomputeStatistics([{number: 7, after: {score: 60, …}}])` → what `renewStatistics(null, [{number: 7, before: null, after: {score: 60, …}}])` gives
 */
export function recomputeStatistics(all: readonly { readonly number: number; readonly after: Standing & { readonly score: number | null } }[]): Statistics {
  return renewStatistics(null, all.map(({ number, after }) => ({ number, before: null, after })));
}

/**
 * The ranking's scores after another recipe has been computed on the side: everything that does not depend on the recipe stays.
 *
 * `rankedBy({scores: 9, 3; open: 2, …}, columns of 4: 40 and 8: 70)` → `{scores: 70, 40; open: 2, …}`
 */
export function rankedBy(ranking: Ranking, columns: Columns): Ranking {
  return { ...ranking, scores: columns.scores.toSorted().toReversed() };
}

/**
 * Replaces, adds (number) or removes (`null`) the scores of some issues; tells which scores left and which joined.
 *
 * `renewColumns(columns of 4: 40 and 8: 70, new Map([[4, 55], [8, null]]))` → `{columns: of 4: 55, left: [40, 70], joined: [55]}`
 */
export function renewColumns(columns: Columns, rescored: ReadonlyMap<number, number | null>): { columns: Columns; left: number[]; joined: number[] } {
  const entries = [...rescored].sort(([a], [b]) => a - b);
  const numbers = new Uint32Array(columns.numbers.length + entries.length);
  const scores = new Float64Array(numbers.length);
  const left: number[] = [];
  const joined: number[] = [];
  let size = 0;
  let at = 0;
  for (const [number, score] of entries) {
    const stop = firstFrom(columns.numbers, number, at, UPWARDS);
    numbers.set(columns.numbers.subarray(at, stop), size);
    scores.set(columns.scores.subarray(at, stop), size);
    size += stop - at;
    at = stop;
    if (columns.numbers[at] === number) left.push(columns.scores[at++] ?? 0);
    if (score === null) continue;
    joined.push(score);
    numbers[size] = number;
    scores[size++] = score;
  }
  numbers.set(columns.numbers.subarray(at), size);
  scores.set(columns.scores.subarray(at), size);
  size += columns.numbers.length - at;
  // slice, not subarray: a view would be stored with all of its buffer
  return { columns: { numbers: numbers.slice(0, size), scores: scores.slice(0, size) }, left, joined };
}

const EMPTY: Statistics = {
  ranking: { scores: new Float64Array(0), open: 0, finishedDays: new Float64Array(0), cycleDays: new Float64Array(0), load: {}, waiting: {} },
  columns: { numbers: new Uint32Array(0), scores: new Float64Array(0) },
};

function rankedScore(after: (Standing & { readonly score: number | null }) | null): number | null {
  return after?.open && after.score !== null && Number.isFinite(after.score) ? after.score : null;
}

function renewCounts(former: Readonly<Record<string, number>>, changes: readonly StandingChange[], of: (standing: Standing) => readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map(Object.entries(former));
  const add = (names: readonly string[], step: number): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + step);
  };
  for (const { before, after } of changes) {
    add(before ? of(before) : [], -1);
    add(after ? of(after) : [], 1);
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
