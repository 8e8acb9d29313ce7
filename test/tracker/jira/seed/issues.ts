import type { IssueTypeName } from '../../model/issue.ts';
import { DAY, HOUR } from '../../seed/dates.ts';
import { AREAS, type Area } from '../../seed/labels.ts';
import { REPORTERS, TEAM } from '../../seed/people.ts';
import type { Random } from '../../seed/random.ts';
import { bodyOf, COMMENTS, titleOf } from '../../seed/wording.ts';
import type { JiraIssue } from '../model/issue.ts';
import type { JiraProject, JiraSite } from '../model/site.ts';
import type { Resolution } from '../model/workflow.ts';
import { changesOf, type Step } from './journey.ts';
import { componentOf } from './projects.ts';
import { sprintsFor } from './sprinting.ts';
import { typesFor } from './workflows.ts';

const SPAN = 540 * DAY;
const NONE: readonly never[] = [];
const POINTS = [1, 1, 2, 2, 3, 3, 3, 5, 5, 8, 13] as const;
const RESOLUTIONS: readonly Resolution[] = ['Done', 'Done', 'Done', 'Done', "Won't Do", 'Duplicate'];

export interface IssuePlan {
  site: JiraSite;
  project: JiraProject;
  count: number;
  firstId: number;
  now: Date;
  random: Random;
}

/** A project's issues in the order of their numbers, spread over eighteen months up to now. Epics and relations come after. */
export function seedIssues(plan: IssuePlan): JiraIssue[] {
  const step = SPAN / plan.count;
  return Array.from({ length: plan.count }, (_, index) => seedIssue(index + 1, Math.floor(plan.now.getTime() - SPAN + (index + plan.random.next() * 0.98) * step - HOUR), plan));
}

function seedIssue(number: number, created: number, plan: IssuePlan): JiraIssue {
  const { site, project, random, now } = plan;
  const kind = random.pick<IssueTypeName>(['Bug', 'Bug', 'Bug', 'Feature', 'Feature', 'Task']);
  const area = project.key === 'MOBI' ? 'mobile' : random.chance(0.15) ? 'checkout' : random.pick(AREAS);
  const age = now.getTime() - created;
  const done = random.chance(0.15 + 0.5 * Math.min(1, age / SPAN));
  // Some of the closings are of the last sprints, however old the issue is.
  const lately = random.chance(0.35) && age > 60 * DAY;
  const closedAt = !done ? null : Math.floor(lately ? now.getTime() - random.next() * 50 * DAY - HOUR : created + age * (0.02 + 0.95 * random.next() ** 2));
  const planned = sprintsFor(plan, { area, created, closedAt });
  const path = statusPath(project, planned.running, done, random);
  const resolution = done ? random.pick(RESOLUTIONS) : null;
  const key = `${project.key}-${number}`;
  const points = random.chance(0.65) ? random.pick(POINTS) : null;
  const flagged = !done && random.chance(planned.running ? 0.15 : 0.03);
  const assignee = planned.running || random.chance(done ? 0.7 : 0.3) ? random.pick(TEAM) : null;
  const reporter = random.pick(REPORTERS);
  const steps: Step = { created, closedAt, path, resolution, moves: planned.moves, assignee, flaggedAt: flagged ? now.getTime() - 2 * DAY : null, points };
  const changes = changesOf(site, steps, plan);
  const original = random.chance(0.2) ? (1 + random.below(16)) * 7200 : 0;
  return {
    id: String(plan.firstId + number * 3), key, project: project.key, createdAt: created, creator: reporter, reporter, assignee,
    type: typeFor(project, kind), summary: titleOf(kind, area, random), description: random.chance(0.06) ? null : bodyOf(kind, number, random).replaceAll(/#(\d+)/g, `${project.key}-$1`),
    status: path.at(-1) ?? '', categoryChangedAt: changes.categoryChangedAt, resolution, resolvedAt: closedAt,
    updatedAt: Math.min(now.getTime() - 60_000, Math.max(changes.lastAt, Math.floor(created + age * random.next() * 0.6))),
    priority: random.pick([1, 2, 2, 3, 3, 3, 3, 4, 4, 5]).toString(), labels: labelsOf(area, random),
    parent: null, sprints: planned.sprints, fixVersions: versionsOf(project, done, random), components: project.components.length > 0 && (area === 'checkout' || random.chance(0.8)) ? [componentOf(area)] : NONE,
    dueDate: random.chance(planned.running ? 0.3 : 0.12) ? day(now.getTime() + (random.below(40) - 8) * DAY) : null,
    startDate: random.chance(0.2) ? day(created + random.below(30) * DAY) : null, targetStart: null, targetEnd: null, points, flagged,
    votes: few(random, 20), watchers: 1 + few(random, 12), links: NONE,
    time: original === 0 ? null : { estimate: original, spent: done ? original : Math.floor(original / 4), remaining: done ? 0 : original - Math.floor(original / 4) },
    comments: Array.from({ length: few(random, 4) }, (_, index) => ({ id: plan.firstId * 10 + number * 5 + index, author: random.pick(TEAM), at: Math.floor(created + age * 0.3 + index * HOUR), text: random.pick(COMMENTS) })),
    rank: rankOf(plan.firstId + number), properties: {}, changes: changes.changes, behind: null,
  };
}

/** Through the project's statuses from left to right, as far as it came. */
function statusPath(project: JiraProject, running: boolean, done: boolean, random: Random): readonly string[] {
  const { statuses } = project;
  if (done) return statuses.filter((_, index) => index === 0 || index === statuses.length - 1 || random.chance(0.8));
  const reach = running ? random.below(statuses.length - 1) : random.chance(project.key === 'OPS' ? 0.45 : 0.06) ? 1 + random.below(statuses.length - 2) : 0;
  return statuses.slice(0, reach + 1);
}

function typeFor(project: JiraProject, kind: IssueTypeName): string {
  const types = typesFor(project);
  return kind === 'Bug' ? types.bug : kind === 'Feature' ? types.story : types.task;
}

function labelsOf(area: Area, random: Random): readonly string[] {
  const labels: string[] = random.chance(0.5) ? [area] : [];
  if (area === 'checkout' && random.chance(0.6)) labels.push('roadmap:faster-checkout');
  if (area === 'mobile' && random.chance(0.4)) labels.push('roadmap:mobile-app');
  if (area === 'admin' && random.chance(0.4)) labels.push('roadmap:marketplace');
  if (random.chance(0.08)) labels.push(random.pick(['regression', 'accessibility', 'performance', 'security']));
  return labels.sort();
}

function versionsOf({ versions }: JiraProject, done: boolean, random: Random): readonly string[] {
  const [past, late, next, undated] = versions;
  const version = versions.length === 0 || !random.chance(0.35) ? undefined : done ? (random.chance(0.8) ? past : next) : random.pick([late, next, next, next, undated]);
  return version ? [version.id] : NONE;
}

/** Pareto-like: most have none, a few have many. */
const few = (random: Random, most: number): number => Math.min(most, Math.floor(1.2 * (random.next() ** -0.7 - 1)));
export const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const rankOf = (place: number): string => `0|i${place.toString(36).padStart(5, '0')}:`;
