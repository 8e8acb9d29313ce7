import { dayLastRead } from '../as-of.ts';
import { dateInWords } from '../date-words.ts';
import type { ProjectKey } from '../issue.ts';
import { hostOf, trackerOfKey } from '../keys.ts';
import { counted } from '../risk/issue-fact.ts';
import type { Instant, WorkCalendar } from '../time.ts';

/** A project of which nobody has read all that was ever closed, or nothing lately (`knownUntil`). */
export interface UnreadProject {
  readonly project: ProjectKey;
  /** As people write it. */
  readonly name: string;
  /** Closed issues are on their way; else they are read for those alone who sign in. */
  readonly reading: boolean;
  /** Its open issues are all known. */
  readonly openKnown: boolean;
  /** All of it was read until then, and cannot be any more. Absent: it never was, or still is. */
  readonly lastReadAt?: Instant;
  /** All of it was read until then, and will be again: nobody has visited it for weeks, or its tracker could not be reached. What is told of it is true of then, so it is told; only no day since is one on which nothing was done. */
  readonly knownUntil?: Instant;
}

/** What cannot be told of an item, because issues of it lie in such projects. */
export interface Unread {
  /** Open ones may be missing too. */
  readonly open: boolean;
  /** One sentence: what is not read, and what would have it read. */
  readonly because: string;
}

/**
 * What was not read for an item, said of the projects that wait for somebody first, and of those that nobody can read any more before them; `null` where everything is known. What was finished unseen is not “nothing”: no pace, no odds and no health can be told from it.
 *
 * `unreadOf([{project: 'github.com/acme/shop', name: 'acme/shop', reading: false, openKnown: true}], calendar)` → `{open: false, because: 'Closed issues of acme/shop are read only with a token for github.com.'}`
 */
export function unreadOf(all: readonly UnreadProject[], calendar: Pick<WorkCalendar, 'dateOf'>): Unread | null {
  const projects = all.filter(({ knownUntil }) => knownUntil === undefined);
  const first = projects.find(({ lastReadAt }) => lastReadAt !== undefined) ?? projects.find(({ reading }) => !reading) ?? projects[0];
  if (!first) return null;
  const host = hostOf(first.project);
  const alike = projects.filter(({ project, reading, lastReadAt }) => reading === first.reading && (lastReadAt === undefined) === (first.lastReadAt === undefined) && hostOf(project) === host);
  const open = projects.some(({ openKnown }) => !openKnown);
  const names = `${first.name}${alike.length > 1 ? ` and ${counted(alike.length - 1, 'other project')}` : ''}`;
  if (first.lastReadAt !== undefined) return { open, because: `Not all of ${names} could be read since ${dateInWords(calendar.dateOf(first.lastReadAt))}: that takes ${trackerOfKey(first.project) === 'jira' ? `an account on ${host}` : `a token for ${host}`} that may see it.` };
  const of = `Closed issues of ${names} are`;
  const how = trackerOfKey(first.project) === 'jira' ? `once you are signed in to ${host}` : `with a token for ${host}`;
  return { open, because: first.reading ? `${of} still being read.` : `${of} read only ${how}.` };
}

/** Until when everything is known of all of these projects: `knownUntilOf([], now)` → `now` */
export function knownUntilOf(projects: readonly UnreadProject[], now: Instant): Instant {
  return projects.reduce((until, { knownUntil = now }) => Math.min(until, knownUntil), now);
}

/**
 * Which of them were last read on an earlier day, in a sentence; `null` where none was.
 *
 * `lateInWords([{name: 'acme/shop', knownUntil: 12 Nov, …}], now, calendar)` → `'acme/shop was last read on 12 Nov 2026: days since then count in no forecast.'`
 */
export function lateInWords(projects: readonly UnreadProject[], now: Instant, calendar: Pick<WorkCalendar, 'dateOf'>): string | null {
  const late = projects.flatMap(({ name, knownUntil }) => (dayLastRead(knownUntil, now, calendar) === null ? [] : [{ name, knownUntil: knownUntil ?? now }])).toSorted((a, b) => a.knownUntil - b.knownUntil);
  const [first, ...others] = late;
  return first ? `${first.name} was last read on ${dateInWords(calendar.dateOf(first.knownUntil))}${others.length > 0 ? `, ${counted(others.length, 'other project')} not today either` : ''}: days since then count in no forecast.` : null;
}
