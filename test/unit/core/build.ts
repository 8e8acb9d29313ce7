import type { Fact, Facts } from '../../../lib/core/fact.ts';
import type { History } from '../../../lib/core/history.ts';
import type { Issue, IssueKey, ProjectKey, SprintKey, StatusCategory } from '../../../lib/core/issue.ts';
import type { RiskContext } from '../../../lib/core/risk/risk.ts';
import type { RoadmapItem, Tag } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { FactContext, FactExample } from '../../../lib/core/scoring/fact-reader.ts';
import type { Rank, Score } from '../../../lib/core/scoring/score.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { Instant, PlainDate } from '../../../lib/core/time.ts';
import { DEFAULT_THRESHOLDS } from '../../../lib/core/risk/thresholds.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../../lib/core/work-calendar.ts';

const DAY = 86_400_000;

/** A Monday noon. */
export const NOW: Instant = Date.UTC(2026, 10, 23, 12);
export const CALENDAR = workCalendar(DEFAULT_CALENDAR);
const PROJECT = 'github.com/acme/shop' as ProjectKey;

/** `key(7)` → `github.com/acme/shop#7` */
export const key = (number: number): IssueKey => `github.com/acme/shop#${number}` as IssueKey;
/** A moment of UTC: `at('2026-11-16T09:30')` */
export const at = (text: string): Instant => Date.parse(`${text}Z`);
/** A day in that form: `date('2026-11-16')` */
export const date = (text: string): PlainDate => text as PlainDate;

/** A plain open issue: an hour old, nothing known, nothing wrong. */
export function buildIssue(differing: Partial<Issue> = {}): Issue {
  return {
    key: 'github.com/acme/shop#7' as IssueKey,
    project: PROJECT,
    tracker: 'github',
    kind: 'issue',
    number: 7,
    reference: '#7',
    id: '7',
    title: 'Pay by card',
    url: 'https://github.com/acme/shop/issues/7',
    status: statusOf('todo'),
    resolution: null,
    reopened: false,
    draft: false,
    type: null,
    author: 'ana',
    assignees: [],
    labels: [],
    fields: [],
    sprint: null,
    parent: null,
    estimate: null,
    dueOn: null,
    createdAt: NOW - 3_600_000,
    updatedAt: NOW - 3_600_000,
    closedAt: null,
    votes: null,
    comments: null,
    dependencies: null,
    subIssues: null,
    ...differing,
  };
}

export function statusOf(category: StatusCategory): Issue['status'] {
  return { category, name: { todo: 'Open', doing: 'In progress', done: 'Closed' }[category], guessedFrom: null };
}

export function buildSprint(differing: Partial<Sprint> = {}): Sprint {
  return {
    key: `${PROJECT}/milestone/${differing.number ?? 3}` as SprintKey,
    project: PROJECT,
    number: 3,
    title: 'Sprint 3',
    url: 'https://github.com/acme/shop/milestone/3',
    state: 'open',
    description: '',
    startsOn: null,
    dueOn: null,
    createdAt: 0,
    updatedAt: 0,
    openIssues: 1,
    closedIssues: 0,
    ...differing,
  };
}

export function buildItem(differing: Partial<RoadmapItem> = {}): RoadmapItem {
  return { id: 'faster-checkout', title: 'Faster checkout', outcome: '', horizon: 'now', createdAt: 0, updatedAt: 0, ...differing };
}

export function buildTag(item: string): Tag {
  return { key: 'github.com/acme/shop#7' as IssueKey, item, via: 'label', pending: false };
}

export function buildFact(name: string, value: number): Fact {
  return { name, value, raw: String(value), source: { kind: 'entered', by: 'ana' }, at: 0 };
}

export function buildFacts(values: Readonly<Record<string, number>>): Facts {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, buildFact(id, value)]));
}

export function buildFactContext({ horizon, hasRoadmap, dueInWorkingDays, ...issue }: FactExample['given'] = {}): FactContext {
  const tagged = horizon !== undefined;
  return {
    issue: buildIssue({ ...issue, ...(dueInWorkingDays === undefined ? {} : { dueOn: inWorkingDays(dueInWorkingDays) }) }),
    now: NOW,
    calendar: CALENDAR,
    sprint: null,
    tag: tagged ? buildTag('faster-checkout') : null,
    roadmapItem: tagged ? buildItem({ horizon }) : null,
    hasRoadmap: hasRoadmap ?? tagged,
  };
}

/** The day so many working days from now; before now for a negative number. */
export function inWorkingDays(count: number): PlainDate {
  let moment = NOW;
  while (CALENDAR.workingDaysBetween(NOW, moment) !== count) moment += Math.sign(count) * DAY;
  return CALENDAR.dateOf(moment);
}

const UNSCORED: Score = { state: 'unscored', missing: ['effort'], reason: 'needs Effort', model: 'rice', version: 1 };

function buildScore(rank: Pick<Rank, 'place' | 'of'> & Partial<Rank>): Score {
  return { state: 'scored', value: 70, parts: [], confidence: 1, range: [70, 70], missing: [], model: 'signals', version: 1, band: 'high', text: '70', rank: { alike: 1, within: 'acme/shop', complete: true, ...rank } };
}

const WORDS = new Set(['status', 'idleDays', 'ageDays', 'dueInWorkingDays', 'sprintDueInWorkingDays', 'blockedBy', 'blocking', 'tag', 'rank', 'thresholds', 'impediment', 'startedDays', 'statusDays', 'sprintStartedDays', 'joinedSprint', 'statusName', 'dropped', 'roadmapItem']);
const CONTEXT = new Set(['inCurrentSprint', 'hasRoadmap', 'load', 'blockers', 'finishedDays', 'cycleDays', 'sprints', 'sprintUsesEstimates']);

/** A context from a rule's example, in the words that RiskExample documents. */
export function buildRiskContext(given: Readonly<Record<string, unknown>>): RiskContext {
  const issueFields = new Set(Object.keys(buildIssue()));
  for (const word of Object.keys(given)) if (!WORDS.has(word) && !CONTEXT.has(word) && !issueFields.has(word)) throw new Error(`An example says “${word}”, which buildRiskContext does not know. Take a word that RiskExample documents, or teach it this one.`);
  const own = Object.fromEntries(Object.entries(given).filter(([word]) => issueFields.has(word) && !WORDS.has(word)));
  const number = (word: string) => (typeof given[word] === 'number' ? given[word] : undefined);
  const idle = number('idleDays');
  const age = number('ageDays');
  const due = number('dueInWorkingDays');
  const sprintDue = number('sprintDueInWorkingDays');
  const sprintStarted = number('sprintStartedDays');
  const dependencies = given['blockedBy'] === undefined && given['blocking'] === undefined ? null : { blockedBy: number('blockedBy') ?? 0, blocking: number('blocking') ?? 0, blockers: [] };
  const inCurrentSprint = given['inCurrentSprint'] === true;
  const tag = typeof given['tag'] === 'string' ? given['tag'] : null;
  // Examples are written by the rule's own author, so their shapes are taken at their word.
  return {
    issue: buildIssue({
      status: { ...statusOf((given['status'] ?? 'todo') as StatusCategory), ...(typeof given['statusName'] === 'string' ? { name: given['statusName'] } : {}) },
      dependencies,
      ...(idle === undefined ? {} : { updatedAt: instantWorkingDaysAgo(idle), createdAt: instantWorkingDaysAgo(idle) }),
      ...(age === undefined ? {} : { createdAt: NOW - age * DAY }),
      ...(due === undefined ? {} : { dueOn: inWorkingDays(due) }),
      ...historyOf(given),
      ...(typeof given['impediment'] === 'boolean' ? { impediment: given['impediment'] } : {}),
      ...(own as Partial<Issue>),
    }),
    now: NOW,
    calendar: CALENDAR,
    thresholds: { ...DEFAULT_THRESHOLDS, ...(given['thresholds'] as Partial<RiskContext['thresholds']> | undefined) },
    sprint: inCurrentSprint || sprintDue !== undefined ? buildSprint({ dueOn: sprintDue === undefined ? null : inWorkingDays(sprintDue), startsOn: sprintStarted === undefined ? null : CALENDAR.dateOf(NOW - sprintStarted * DAY) }) : null,
    inCurrentSprint,
    sprintUsesEstimates: given['sprintUsesEstimates'] === true,
    tag: tag === null ? null : buildTag(tag),
    roadmapItem: tag === null || given['roadmapItem'] === null ? null : buildItem({ id: tag, ...(given['dropped'] === true && { dropped: true }) }),
    hasRoadmap: given['hasRoadmap'] === true,
    score: given['rank'] === undefined ? UNSCORED : buildScore(given['rank'] as Pick<Rank, 'place' | 'of'>),
    finishedDays: (given['finishedDays'] as readonly number[] | undefined) ?? [],
    cycleDays: (given['cycleDays'] as readonly number[] | undefined) ?? [],
    sprints: (given['sprints'] as readonly Sprint[] | undefined) ?? [],
    load: (given['load'] as Record<string, number> | undefined) ?? {},
    blockers: (given['blockers'] as RiskContext['blockers'] | undefined) ?? [],
  };
}

/** The history that an example's words tell of; none where they tell nothing. */
function historyOf({ startedDays, statusDays, statusName, joinedSprint }: Readonly<Record<string, unknown>>): Pick<Issue, 'history'> {
  if (startedDays === undefined && statusDays === undefined && joinedSprint === undefined) return {};
  const to = typeof statusName === 'string' ? statusName : 'In progress';
  const changes: History['statuses'] = [
    ...(typeof startedDays === 'number' ? [{ at: NOW - startedDays * DAY, from: 'Open', to: 'In progress', category: 'doing' as const }] : []),
    ...(typeof statusDays === 'number' ? [{ at: NOW - statusDays * DAY, from: 'In progress', to, category: null }] : []),
  ];
  const joined = Object.entries((joinedSprint as Record<string, number> | undefined) ?? {}).map(([id, days]) => ({ at: NOW - days * DAY, added: [Number(id)], removed: [] }));
  return { history: { statuses: changes, sprints: joined, complete: true, readAt: NOW } };
}

function instantWorkingDaysAgo(count: number): Instant {
  let moment = NOW;
  while (CALENDAR.workingDaysBetween(moment, NOW) < count) moment -= DAY;
  return moment;
}

/** Freezes through and through, so that a function that changes its input throws. Typed arrays cannot be frozen and are left alone. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
