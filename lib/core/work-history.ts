import type { StatusChange } from './history.ts';
import type { Issue, StatusCategory } from './issue.ts';
import { DAY, type Instant } from './time.ts';
import { counted } from './risk/issue-fact.ts';

/** Where facts that stand on a history come from. */
export const HISTORY = { kind: 'derived', from: 'the history of its status' } as const;

type Storied = Pick<Issue, 'status' | 'createdAt' | 'history'>;

/** When something began. */
export interface Beginning {
  readonly at: Instant;
  /** It may have begun earlier: the tracker told only the latest part of the history. */
  readonly atLeast: boolean;
}

/**
 * When work on an issue began: the move into progress since which it has never rested, for a finished one the move that led to its end. Work that was put back has not begun. `null` without a history, and
 * where the history ends elsewhere than the issue stands.
 *
 * `startedAt({status: doing, history: {statuses: [{at: 5, from: 'To Do', to: 'In Progress', category: 'doing'}], complete: true, …}, …})` → `{at: 5, atLeast: false}`
 */
export function startedAt(issue: Storied): Beginning | null {
  const steps = stepsOf(issue);
  if (!steps || issue.status.category === 'todo') return null;
  let began: Beginning | null = null;
  let stretch: Beginning | null = null;
  let former: StatusCategory | null = null;
  for (const { at, category, atLeast } of steps) {
    if (category === 'doing') stretch ??= { at, atLeast };
    else if (category === 'todo') stretch = null;
    // Whatever is done and goes on afterwards begins anew; from Done to Released it only stays done.
    else if (category === 'done' && former !== 'done') [began, stretch] = [stretch, null];
    former = category ?? former;
  }
  return issue.status.category === 'doing' ? stretch : began;
}

/**
 * Days from the start of work to completion; `null` for what is not finished, was never in progress, or has no history that tells its start.
 *
 * `cycleDaysOf({status: done, closedAt: 3 days after the start, …})` → `3`
 */
export function cycleDaysOf(issue: Storied & Pick<Issue, 'closedAt'>): number | null {
  if (issue.status.category !== 'done' || issue.closedAt === null) return null;
  const began = startedAt(issue);
  return began === null || began.atLeast ? null : elapsedDays(began.at, issue.closedAt);
}

/** Days with their parts between two moments, as cycle times and the ages that are held against them are counted: `elapsedDays(0, 129_600_000)` → `1.5`; 0 where the second lies before the first. */
export function elapsedDays(from: Instant, to: Instant): number {
  return Math.max(0, to - from) / DAY;
}

/** From so many days on nobody plans by parts of them. */
const WHOLE_FROM = 10;

/** Such days in words, to a tenth and never none, from ten on whole; the longer never reads as the shorter. `daysInWords(6.34)` → `'6.3 days'` · `daysInWords(41.6)` → `'42 days'` · `daysInWords(0.02)` → `'0.1 days'` */
export function daysInWords(days: number): string {
  return counted(days < WHOLE_FROM ? Math.max(1, Math.round(10 * days)) / 10 : Math.round(days), 'day');
}

/**
 * Since when an issue has its present status; `null` without a history, and where the history ends in another status.
 *
 * `inStatusSince({status: {name: 'In Review', …}, history: {statuses: [{at: 9, to: 'In Review', …}], …}, …})` → `{at: 9, atLeast: false}`
 */
export function inStatusSince({ status, createdAt, history }: Storied): Beginning | null {
  const last = history?.statuses.at(-1);
  if (last) return last.to === status.name ? { at: last.at, atLeast: false } : null;
  return history?.complete ? { at: createdAt, atLeast: false } : null;
}

/** An issue came into a category of statuses; `null` where nobody tells which. */
export interface CategoryStep {
  readonly at: Instant;
  readonly category: StatusCategory | null;
  readonly atLeast: boolean;
  readonly by: string | null;
}

/**
 * The categories that an issue went through, from its creation where the history reaches so far. `null` without a history, and where the history ends elsewhere than the issue stands.
 *
 * `stepsOf({status: done, createdAt: 1, history: {statuses: [{at: 9, from: 'Open', to: 'Closed', category: 'done'}], complete: true, …}})` → `[{at: 1, category: null, …}, {at: 9, category: 'done', …}]`
 */
export function stepsOf({ status, createdAt, history }: Storied): CategoryStep[] | null {
  const last = history?.statuses.at(-1);
  // Names of statuses are changed now and then: the kind of status is what must agree.
  if (!history || (last && last.category !== null && last.category !== status.category)) return null;
  const known = new Map<string, StatusCategory>([[status.name, status.category], ...history.statuses.flatMap(({ to, category }) => (category ? [[to, category] as const] : []))]);
  const categoryOf = ({ to, category }: StatusChange): StatusCategory | null => category ?? known.get(to) ?? null;
  const first = history.statuses[0];
  const opening = first ? (known.get(first.from) ?? null) : status.category;
  const changes = history.statuses.map((change, index): CategoryStep => {
    const isLast = index === history.statuses.length - 1;
    return { at: change.at, category: isLast ? status.category : categoryOf(change), atLeast: false, by: change.by ?? null };
  });
  if (history.complete) return [{ at: createdAt, category: opening, atLeast: false, by: null }, ...changes];
  return first ? [{ at: first.at, category: opening, atLeast: true, by: null }, ...changes] : [];
}
