import type { FieldValues, Issue, IssueTypeName, Priority, Reactions, StateReason } from '../model/issue.ts';
import { DAY, HOUR, iso } from './dates.ts';
import { AREAS } from './labels.ts';
import { RELEASE, SPRINT_NEXT, SPRINT_NOW, SPRINT_PAST } from './milestones.ts';
import { REPORTERS, TEAM } from './people.ts';
import type { Random } from './random.ts';
import { bodyOf, pullTitleOf, titleOf } from './wording.ts';

const SPAN = 540 * DAY;
const NONE: readonly never[] = [];
const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
const PRIORITY_FIELD: Record<(typeof PRIORITIES)[number], Priority> = { critical: 'Urgent', high: 'High', medium: 'Medium', low: 'Low' };

export interface SeedPlan {
  issues: number;
  pulls: number;
  firstId: number;
  now: Date;
  random: Random;
  /** Milestones exist in this repository, so work may be planned into them. */
  planned: boolean;
}

/** Issues and pull requests in the order of their numbers, spread over eighteen months up to now. */
export function seedIssues(plan: SeedPlan): Map<number, Issue> {
  const total = plan.issues + plan.pulls;
  const issues = new Map<number, Issue>();
  let pullsLeft = plan.pulls;
  for (let number = 1; number <= total; number += 1) {
    const isPull = plan.random.next() < pullsLeft / (total - number + 1);
    if (isPull) pullsLeft -= 1;
    const step = SPAN / total;
    const created = plan.now.getTime() - SPAN + (number - 1 + plan.random.next() * 0.98) * step - HOUR;
    issues.set(number, isPull ? pullRequest(number, created, plan) : issue(number, created, plan));
  }
  return issues;
}

function issue(number: number, created: number, plan: SeedPlan): Issue {
  const { random, now } = plan;
  const type: IssueTypeName = random.pick(['Bug', 'Bug', 'Bug', 'Feature', 'Feature', 'Task']);
  const area = random.pick(AREAS);
  const age = now.getTime() - created;
  const closed = random.chance(0.15 + 0.5 * Math.min(1, age / SPAN));
  // Some of the closings are this sprint's, however old the issue is.
  const lately = random.chance(0.07) && age > 14 * DAY;
  const closedAt = !closed ? null : lately ? now.getTime() - random.next() * 11 * DAY - HOUR : created + age * (0.02 + 0.95 * random.next() ** 2);
  const reason: StateReason | null = closed ? random.pick(['completed', 'completed', 'completed', 'completed', 'not_planned', 'duplicate']) : null;
  const reopenedAt = !closed && random.chance(0.06) ? created + age * (0.4 + 0.5 * random.next()) : null;
  const touched = closedAt ?? Math.max(reopenedAt ?? 0, now.getTime() - age * random.next() ** 2 * 0.9 - HOUR);
  const milestone = plan.planned ? milestoneOf(closed, created, closedAt, plan) : null;
  const priority = random.chance(0.62) ? random.pick(['critical', 'high', 'high', 'medium', 'medium', 'medium', 'low', 'low'] as const) : null;
  const inSprint = milestone === SPRINT_NOW && !closed;
  return {
    id: plan.firstId + number * 3, number, pull: null, author: random.pick(REPORTERS), createdAt: iso(created),
    title: titleOf(type, area, random), body: random.chance(0.06) ? null : bodyOf(type, number, random),
    state: closed ? 'closed' : 'open', stateReason: closed ? reason : reopenedAt === null ? null : 'reopened',
    labels: labelsOf(type, area, priority, closed, inSprint, reason, random),
    assignees: inSprint || random.chance(closed ? 0.7 : 0.3) ? [random.pick(TEAM), ...(random.chance(0.1) ? ['maya'] : NONE)].filter(once) : NONE,
    milestone, type: random.chance(0.8) ? type : null, comments: tail(random, 3, 60), reactions: reactionsOf(random),
    fields: fieldsOf(priority, created, random), updatedAt: iso(Math.min(touched, now.getTime() - 60_000)),
    closedAt: closedAt === null ? null : iso(closedAt), closedBy: closed ? random.pick(TEAM) : null,
    reopenedAt: reopenedAt === null ? null : iso(reopenedAt), locked: random.chance(0.01), parent: null, children: NONE, blockedBy: NONE, blocking: NONE, raw: null,
  };
}

function pullRequest(number: number, created: number, plan: SeedPlan): Issue {
  const { random, now } = plan;
  const area = random.pick(AREAS);
  const age = now.getTime() - created;
  const closed = random.chance(age > 90 * DAY ? 0.95 : age > 14 * DAY ? 0.45 : 0.2);
  const closedAt = closed ? created + Math.min((0.2 + 9 * random.next()) * DAY, age * 0.9) : null;
  const merged = closed && random.chance(0.85);
  const author = random.chance(0.15) ? 'dependabot[bot]' : random.pick(TEAM);
  return {
    id: plan.firstId + number * 3, number, author, createdAt: iso(created), title: pullTitleOf(area, random),
    pull: { draft: !closed && random.chance(0.25), mergedAt: merged && closedAt !== null ? iso(closedAt) : null, branch: `${area}/change-${number}` },
    body: number > 5 ? `Closes #${1 + random.below(number - 1)}.\n\nThe change is behind a flag; the numbers before and after are in the comments.` : 'First cut.',
    state: closed ? 'closed' : 'open', stateReason: null, labels: [`area: ${area}`, ...(author.endsWith('[bot]') ? ['dependencies'] : NONE)],
    assignees: NONE, milestone: null, type: null, comments: tail(random, 2, 30), reactions: {}, fields: null,
    updatedAt: iso(closedAt ?? now.getTime() - age * random.next() * 0.5 - HOUR), closedAt: closedAt === null ? null : iso(closedAt),
    closedBy: closed ? random.pick(TEAM) : null, reopenedAt: null, locked: false, parent: null, children: NONE, blockedBy: NONE, blocking: NONE, raw: null,
  };
}

const once = (item: string, index: number, all: readonly string[]): boolean => all.indexOf(item) === index;

/** Pareto-like: most issues have none, a few have very many. */
function tail(random: Random, scale: number, most: number): number {
  return Math.min(most, Math.floor(scale * 0.4 * (random.next() ** -0.7 - 1)));
}

function reactionsOf(random: Random): Reactions {
  const likes = tail(random, 4, 240);
  if (likes === 0) return {};
  return { '+1': likes, ...(likes > 6 ? { heart: random.below(likes / 3), rocket: random.below(3), eyes: random.below(4) } : {}), ...(random.chance(0.05) ? { '-1': 1 } : {}) };
}

function milestoneOf(closed: boolean, created: number, closedAt: number | null, { random, now, issues }: SeedPlan): number | null {
  // A sprint does not grow with the backlog: a bench world's sprint stays below some hundred issues.
  if (random.next() > 1500 / issues) return null;
  const sinceClosed = closedAt === null ? null : now.getTime() - closedAt;
  if (sinceClosed !== null && sinceClosed < 13 * DAY) return random.chance(0.8) ? SPRINT_NOW : null;
  if (sinceClosed !== null && sinceClosed < 60 * DAY) return random.chance(0.6) ? SPRINT_PAST : null;
  if (closed) return null;
  const recent = now.getTime() - created < 150 * DAY;
  const throwOf = random.next();
  if (recent && throwOf < 0.2) return SPRINT_NOW;
  if (recent && throwOf < 0.34) return SPRINT_NEXT;
  return throwOf > 0.87 ? RELEASE : null;
}

function labelsOf(
  type: IssueTypeName, area: string, priority: (typeof PRIORITIES)[number] | null, closed: boolean, inSprint: boolean, reason: StateReason | null, random: Random,
): readonly string[] {
  const labels: string[] = [];
  if (type === 'Bug') labels.push('bug', ...(random.chance(0.4) ? [`severity: ${random.pick(['blocker', 'major', 'major', 'minor', 'minor', 'minor'])}`] : NONE));
  if (type === 'Feature') labels.push('enhancement');
  if (type === 'Task' && random.chance(0.3)) labels.push('documentation');
  if (priority !== null) labels.push(`priority: ${priority}`);
  if (random.chance(0.75)) labels.push(`area: ${area}`);
  if (random.chance(0.6)) labels.push(`size/${random.pick(['XS', 'S', 'S', 'M', 'M', 'L', 'XL'])}`);
  if (area === 'checkout' && random.chance(0.6)) labels.push('roadmap:faster-checkout');
  if (area === 'mobile' && random.chance(0.4)) labels.push('roadmap:mobile-app');
  if (area === 'admin' && random.chance(0.4)) labels.push('roadmap:marketplace');
  if (inSprint && random.chance(0.5)) labels.push('in progress');
  if (!closed && random.chance(inSprint ? 0.15 : 0.03)) labels.push('blocked');
  if (random.chance(0.05)) labels.push(random.pick(['regression', 'accessibility', 'performance', 'security', 'good first issue', 'help wanted']));
  if (reason === 'duplicate') labels.push('duplicate');
  return labels;
}

function fieldsOf(priority: (typeof PRIORITIES)[number] | null, created: number, random: Random): FieldValues | null {
  if (!random.chance(0.35)) return null;
  const start = created + random.below(40) * DAY;
  return {
    ...(priority === null ? {} : { priority: PRIORITY_FIELD[priority] }),
    ...(random.chance(0.6) ? { effort: random.pick(['High', 'Medium', 'Low'] as const) } : {}),
    ...(random.chance(0.3) ? { startDate: iso(start).slice(0, 10), targetDate: iso(start + (7 + random.below(60)) * DAY).slice(0, 10) } : {}),
  };
}
