import { pauseEnd } from '../core/allowance.ts';
import { believed } from '../core/believed.ts';
import { trackerOfKey } from '../core/keys.ts';
import { standardPlace } from '../core/roadmap/file/place.ts';
import type { ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow, LimiterRow, OutboxRow, ProjectRow } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import { longestHold, subjectOf } from '../core/queued-write.ts';
import { cursorOf, newJob, PLANNING_START } from './job-rows.ts';
import { DAY, HOUR, MINUTE, reserveWait, WRITE_SPACING } from './limits.ts';

/** One bounded step. `send` a queued write, `confirm` one that may have left, do a `job`'s next request, or change jobs without any. */
export type Action =
  | { readonly do: 'send' | 'confirm'; readonly lane: string; readonly row: OutboxRow }
  | { readonly do: 'job'; readonly lane: string; readonly job: JobRow }
  | { readonly do: 'tidy'; readonly lane: string; readonly add: readonly JobRow[]; readonly remove: readonly string[] };

export interface Plan {
  /** What is due, most urgent first. Of one lane only the first may run. */
  readonly actions: readonly Action[];
  /** When something else will be due; `null` when nothing ever will by itself. */
  readonly wakeAt: Instant | null;
}

/** The lane of work that asks no tracker. */
const HERE = '';
/** A project that nobody has looked at for so long is not polled. */
export const WATCHED = 30 * DAY;
export const WEEK = 7 * DAY;

/** What people wait for goes first; what only completes the picture goes last. */
const ORDER: readonly JobRow['kind'][] = ['rename', 'propose', 'find', 'visit', 'recount', 'renew', 'sprints', 'planning', 'file', 'changes', 'account', 'versions', 'histories', 'sweep', 'blockers'];
/** No job is ever put off longer than this: a due date beyond it was set before the clock jumped back. */
const LONGEST_WAIT: Readonly<Record<JobRow['kind'], number>> = { rename: HOUR, find: DAY, visit: HOUR, recount: HOUR, renew: HOUR, sprints: DAY, changes: DAY, sweep: WEEK + DAY, blockers: DAY, histories: DAY, account: DAY, file: DAY, propose: HOUR, planning: DAY, versions: DAY };

/**
 * Decides what the sync does next, from rows alone: so that a worker that has just been killed decides the same as one that lives. `connected` are the hosts that are read whole and in step;
 * all others are asked within a visit's budget.
 *
 * @example plan({ projects: [], jobs: [], outbox: [], connections: [], limiters: [], tokens: new Set(), recipe: '', belonging: '' }, now) // → { actions: [], wakeAt: null }
 */
export function plan(agenda: Agenda, now: Instant, connected: ReadonlySet<string> = agenda.tokens): Plan {
  const limiters = new Map(agenda.limiters.map((row) => [row.host, row]));
  const refused = new Set(agenda.connections.filter((row) => row.state === 'unauthorised').map((row) => row.host));
  const projects = new Map(agenda.projects.map((row) => [row.project, row]));
  const add = wantedJobs(agenda, connected, refused, now);
  const remove = agenda.jobs.filter((job) => isForgotten(job, now)).map((job) => job.id);
  const actions: Action[] = add.length + remove.length > 0 ? [{ do: 'tidy', lane: HERE, add, remove }] : [];
  const waits: Instant[] = [];
  const when = (at: Instant, action: Action): void => {
    if (at <= now) actions.push(action);
    else waits.push(at);
  };
  const limited = limitedIssues(agenda.outbox);
  for (const row of agenda.outbox.toSorted(byGesture)) {
    if (row.state === 'failed' || row.by !== undefined || !connected.has(row.host) || refused.has(row.host)) continue;
    const limiter = limiters.get(row.host);
    const held = limited.get(subjectOf(row.write)) ?? 0;
    when(Math.max(believed(row.notBefore, now, longestHold(row)) ?? 0, pauseEnd(held, now) ?? 0, pauseEnd(limiter?.pausedUntil, now) ?? 0, row.state === 'queued' ? spacing(limiter, now) : 0), { do: row.state === 'sending' ? 'confirm' : 'send', lane: row.host, row });
  }
  for (const job of agenda.jobs.toSorted(byUrgency(projects))) {
    const at = dueAt(job, { agenda, connected, projects, limiters, refused, now });
    if (at !== null) when(at, { do: 'job', lane: isHere(job) ? HERE : job.host, job });
  }
  return { actions, wakeAt: waits.length === 0 ? null : Math.min(...waits) };
}

/** Work on what is stored, which asks no tracker. */
export function isHere({ kind }: JobRow): boolean {
  return kind === 'renew' || kind === 'recount' || kind === 'rename';
}

/** Standing jobs that a connected and watched project should have: derived each time, so that a new token or a lost job needs no special case. */
function wantedJobs(agenda: Agenda, connected: ReadonlySet<string>, refused: ReadonlySet<string>, now: Instant): JobRow[] {
  const there = new Set(agenda.jobs.map((job) => job.id));
  return agenda.projects
    .filter((row) => connected.has(row.host) && !refused.has(row.host) && isWatched(row, now) && !there.has(`rename:${row.project}`))
    .flatMap((row) => [
      newJob('sprints', row.project, { next: null, etag: null, seen: [] }, now),
      newJob('changes', row.project, { at: 'since', since: null }, now),
      // Nobody has said whose session it is: the site is asked once something of it could be read.
      ...(!agenda.tokens.has(row.host) && row.state === 'ready' ? [newJob('account', row.project, null, now, row.host)] : []),
      newJob('file', row.project, { place: row.roadmapPlace ?? standardPlace(row.project), etag: null }, now),
      ...(trackerOfKey(row.project) === 'github' ? [newJob('planning', row.project, PLANNING_START, now)] : [newJob('versions', row.project, null, now)]),
      ...(row.complete ? [newJob('sweep', row.project, { sweep: 0, walk: 'rest' }, now + WEEK)] : []),
    ])
    .filter((job, index, jobs) => !there.has(job.id) && jobs.findIndex(({ id }) => id === job.id) === index);
}

/** Answers to single questions are remembered for a day, the negative ones above all; then they may be asked again. So long, too, a question waits that nobody could ask. */
function isForgotten(job: JobRow, now: Instant): boolean {
  if (job.kind === 'propose') return job.finishedAt !== null && now - job.finishedAt > WEEK;
  return (job.kind === 'find' || job.kind === 'blockers') && Math.abs(now - (job.finishedAt ?? job.dueAt)) > DAY;
}

/** What a due date depends on besides the job. */
interface Surroundings {
  readonly agenda: Agenda;
  readonly connected: ReadonlySet<string>;
  readonly projects: ReadonlyMap<ProjectKey, ProjectRow>;
  readonly limiters: ReadonlyMap<string, LimiterRow>;
  /** Hosts that refuse our sign-in. */
  readonly refused: ReadonlySet<string>;
  readonly now: Instant;
}

/** When a job may run; `null` while nothing but a change of its surroundings makes it run. */
function dueAt(job: JobRow, { agenda, connected, projects, limiters, refused, now }: Surroundings): Instant | null {
  const limiter = limiters.get(job.host);
  const atOnce = wasPutBack(job, now) || (job.kind === 'account' && job.error === null && isAnothers(agenda, limiter));
  const due = atOnce ? now : (believed(job.dueAt, now, longestWait(job)) ?? now);
  if (job.kind === 'rename') return due;
  if (job.kind === 'renew') return (job.cursor as { recipe: string }).recipe === agenda.recipe ? null : job.attempts > 0 ? due : now; // written by the store's renewJob
  if (job.kind === 'recount') return (job.cursor as { recipe: string | null }).recipe === agenda.belonging ? null : job.attempts > 0 ? due : now; // written by the store
  const open = Math.max(due, pauseEnd(limiter?.pausedUntil, now) ?? 0);
  if (!connected.has(job.host)) {
    if (job.kind !== 'visit' || job.finishedAt !== null) return null;
    return Math.max(open, reserveWait(limiter, now, cursorOf(job, 'visit').manual ? 0 : undefined) ?? 0);
  }
  if (refused.has(job.host)) return null;
  // A first visit's list answers most single questions at once: they wait for it.
  if (job.kind === 'find' && agenda.jobs.some((other) => other.id === `visit:${job.project}` && other.finishedAt === null)) return null;
  if (job.kind === 'find' || job.kind === 'blockers' || job.kind === 'visit' || job.kind === 'propose') return job.finishedAt === null ? open : null;
  if (job.kind === 'account') return !agenda.tokens.has(job.host) && agenda.projects.some((row) => row.host === job.host && isWatched(row, now)) ? open : null;
  // What only completes the picture leaves a fifth of the hour to everything else.
  const spared = job.kind === 'histories' && trackerOfKey(job.project) === 'github' ? (reserveWait(limiter, now, Math.floor((limiter?.limit ?? 0) / 5)) ?? 0) : 0;
  const project = projects.get(job.project);
  // Whoever may not see a project is told so once for all of it.
  if (!project || !isWatched(project, now) || (project.state === 'silent' && job.kind !== 'changes')) return null;
  // This browser keeps that roadmap by itself.
  if (job.kind === 'file' && project.roadmapPlace === null) return null;
  return Math.max(open, spared);
}

/** The site's last answer was for somebody else than whom we know there. */
function isAnothers({ connections }: Agenda, limiter: LimiterRow | undefined): boolean {
  const known = connections.find(({ host }) => host === limiter?.host);
  return limiter?.whose !== undefined && known?.tokenKind === 'session' && known.whose !== undefined && known.whose !== limiter.whose;
}

/** The clock that said when a job came to rest is ahead of ours, so its next look is too: by hours, where a laptop began with a wrong time. Only of what notes each rest, or it would never come to one. */
function wasPutBack({ kind, finishedAt, error }: JobRow, now: Instant): boolean {
  return POLLED.has(kind) && error === null && finishedAt !== null && finishedAt > now + MINUTE;
}

const POLLED: ReadonlySet<JobRow['kind']> = new Set(['changes', 'sprints', 'planning', 'account', 'file', 'versions']);

/** What failed is tried again within the hour, unless it could not be seen at all. */
function longestWait({ kind, error }: JobRow): number {
  const isSilent = error === null || error.kind === 'not-found' || error.kind === 'gone' || error.kind === 'forbidden';
  return isSilent ? LONGEST_WAIT[kind] : Math.min(HOUR, LONGEST_WAIT[kind]);
}

/** Until when a tracker takes no write to some issues: all that is queued for one of them waits together. */
function limitedIssues(outbox: readonly OutboxRow[]): ReadonlyMap<string, Instant> {
  const limited = new Map<string, Instant>();
  for (const { write, limitedUntil = 0 } of outbox) limited.set(subjectOf(write), Math.max(limitedUntil, limited.get(subjectOf(write)) ?? 0));
  return limited;
}

function isWatched(row: ProjectRow, now: Instant): boolean {
  return now - row.visitedAt < WATCHED;
}

function spacing(limiter: LimiterRow | undefined, now: Instant): Instant {
  return believed((limiter?.wroteAt ?? Number.NEGATIVE_INFINITY) + WRITE_SPACING, now, MINUTE) ?? now;
}

/** Writes that may have left are settled before the next one leaves. */
function byGesture(a: OutboxRow, b: OutboxRow): number {
  return Number(b.state === 'sending') - Number(a.state === 'sending') || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

function byUrgency(projects: ReadonlyMap<ProjectKey, ProjectRow>): (a: JobRow, b: JobRow) => number {
  const visited = (job: JobRow): number => projects.get(job.project)?.visitedAt ?? 0;
  return (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || visited(b) - visited(a) || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);
}
