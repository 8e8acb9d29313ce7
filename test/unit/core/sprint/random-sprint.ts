import * as fc from 'fast-check';
import type { History } from '../../../../lib/core/history.ts';
import type { Issue, IssueKey, SprintKey, StatusCategory } from '../../../../lib/core/issue.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { buildIssue, buildSprint, statusOf } from '../build.ts';
import { dayIn, type Happening, type Timebox } from './recount.ts';

const HOUR = 3_600_000;
/** Clocks go back in Europe on 25 October 2026 and in America on 1 November; in Auckland they went forward on 27 September. */
const BEGIN = Date.UTC(2026, 8, 20);
const HOURS = 24 * 70;
const NAMES = { todo: 'Open', doing: 'In progress', done: 'Closed' } as const;
const OWN = 2;

export interface RandomSprint {
  readonly zone: string;
  readonly sprint: Sprint;
  readonly now: number;
  readonly issues: readonly Issue[];
  readonly happenings: readonly Happening[];
  readonly timebox: Timebox;
}

const event = fc.record({
  hour: fc.integer({ min: 1, max: HOURS }),
  what: fc.constantFrom('sprint' as const, 'sprint' as const, 'status' as const, 'status' as const, 'estimate' as const, 'mark' as const, 'mark' as const),
  sprint: fc.constantFrom(null, 1, OWN, OWN, 3),
  category: fc.constantFrom<StatusCategory>('todo', 'doing', 'done'),
  estimate: fc.constantFrom(null, 1, 2, 5),
  on: fc.boolean(),
});
const path = fc.record({
  made: fc.integer({ min: 0, max: HOURS / 2 }),
  born: fc.constantFrom(null, null, OWN, 1),
  bornMarked: fc.boolean(),
  events: fc.array(event, { maxLength: 9 }),
  stays: fc.boolean(),
  givenUp: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** A sprint with issues that come and go, on Jira's terms (an ended sprint stays on the issue) or GitHub's (one at a time); prolonged, started late, completed early or never. */
export const randomSprint: fc.Arbitrary<RandomSprint> = fc.record({
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
  start: fc.integer({ min: 10 * 24, max: 40 * 24 }),
  length: fc.integer({ min: 1, max: 21 }),
  late: fc.option(fc.integer({ min: 1, max: 80 })),
  ends: fc.option(fc.integer({ min: 1, max: 25 * 24 })),
  nowAfter: fc.integer({ min: 24, max: 30 * 24 }),
  paths: fc.array(path, { maxLength: 7 }),
}).map(({ zone, start, length, late, ends, nowAfter, paths }) => {
  const begins = BEGIN + start * HOUR;
  const startedAt = late === null ? null : begins + late * HOUR;
  const completedAt = ends === null ? null : (startedAt ?? begins) + ends * HOUR;
  const now = Math.max(begins + nowAfter * HOUR, completedAt ?? 0);
  const startsOn = dayIn(zone, begins) as PlainDate;
  const dueOn = dayIn(zone, begins + length * 24 * HOUR) as PlainDate;
  const sprint = buildSprint({ number: OWN, startsOn, startedAt, dueOn, state: completedAt === null ? 'open' : 'closed', completedAt });
  const happenings: Happening[] = [];
  const issues = paths.filter(({ made }) => BEGIN + made * HOUR <= now).map((one, index) => issueOf(one, index, sprint, now, happenings));
  return { zone, sprint, now, issues, happenings, timebox: { first: dayIn(zone, startedAt ?? begins), last: completedAt === null || dayIn(zone, completedAt) > dueOn ? dueOn : dayIn(zone, completedAt), until: completedAt ?? now } };
});

type Path = typeof path extends fc.Arbitrary<infer P> ? P : never;

function issueOf({ made, born, bornMarked, events, stays, givenUp }: Path, index: number, sprint: Sprint, now: number, happenings: Happening[]): Issue {
  const key = `github.com/acme/shop#${index}` as IssueKey;
  const createdAt = BEGIN + made * HOUR;
  const tell = (at: number, what: Happening['what'], to: Happening['to'] = null, elsewhere = false): void => void happenings.push({ at, issue: key, what, to, elsewhere });
  const sorted = events.map((one, order) => ({ ...one, at: createdAt + one.hour * HOUR + order })).filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  let [category, estimate, current]: [StatusCategory, number | null, readonly number[]] = ['todo', sorted.find(({ what }) => what === 'estimate') ? 3 : null, born === null ? [] : [born]];
  let closedAt: number | null = null;
  let marked = bornMarked;
  tell(createdAt, 'made');
  tell(createdAt, 'estimate', estimate);
  if (born === OWN) tell(createdAt, 'in');
  tell(createdAt, 'mark', marked ? 'on' : 'off');
  const statuses: History['statuses'][number][] = [];
  const sprints: History['sprints'][number][] = [];
  const estimates: NonNullable<History['estimates']>[number][] = [];
  const labels: NonNullable<History['labels']>[number][] = [];
  for (const { at, what, sprint: to, category: next, estimate: size, on } of sorted) {
    if (what === 'status' && next !== category) {
      statuses.push({ at, from: NAMES[category], to: NAMES[next], category: next });
      category = next;
      closedAt = next === 'done' ? at : null;
      tell(at, 'category', next);
    } else if (what === 'estimate' && size !== estimate) {
      estimates.push({ at, from: estimate, to: size });
      estimate = size;
      tell(at, 'estimate', size);
    } else if (what === 'mark' && on !== marked) {
      // Trackers tell it in the case in which it was written.
      labels.push({ at, added: on ? ['bug', 'Sprint-Goal'] : [], removed: on ? [] : ['sprint-goal'] });
      marked = on;
      tell(at, 'mark', on ? 'on' : 'off');
    } else if (what === 'sprint') {
      const target = to === null ? [] : stays ? [...new Set([...current, to])] : [to];
      const added = target.filter((number) => !current.includes(number));
      const removed = current.filter((number) => !target.includes(number));
      if (added.length + removed.length === 0) continue;
      sprints.push({ at, added, removed });
      if (added.includes(OWN)) tell(at, 'in');
      if (removed.includes(OWN)) tell(at, 'out', null, added.length > 0);
      current = target;
    }
  }
  const dropped = givenUp && category === 'done' && closedAt !== null;
  if (dropped) tell(closedAt ?? 0, 'given-up');
  return buildIssue({
    key, number: index, createdAt, closedAt, estimate, updatedAt: Math.max(createdAt, sorted.at(-1)?.at ?? 0), status: { ...statusOf(category), name: NAMES[category] }, resolution: category !== 'done' ? null : dropped ? 'not-planned' : 'completed',
    sprint: current.includes(OWN) ? sprint.key : current.length > 0 ? (`github.com/acme/shop/milestone/${current[0]}` as SprintKey) : null,
    labels: marked ? ['bug', 'sprint-goal'] : ['bug'],
    history: { statuses, sprints, estimates, labels, complete: true, readAt: now },
  });
}
