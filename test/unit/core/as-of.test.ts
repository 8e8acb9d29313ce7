import { expect, it } from 'vitest';
import { asOf, dayLastRead } from '../../../lib/core/as-of.ts';
import { lastReadOf, lastSeenOf } from '../../../lib/core/read-so-far.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { CALENDAR, NOW } from './build.ts';

const DAY = 86_400_000;

it('a sentence says of which day it is only where that is not today', () => {
  expect(asOf('Blocked by #12.', null)).toBe('Blocked by #12.');
  expect(asOf('Blocked by #12.', '2026-11-12' as PlainDate)).toBe('Blocked by #12. As of 12 Nov 2026, when it was last read.');
  expect([NOW, NOW + DAY, NOW - DAY, null, undefined].map((at) => dayLastRead(at, NOW, CALENDAR))).toEqual([null, null, CALENDAR.dateOf(NOW - DAY), null, null]);
});

it.each([
  ['read with a token', {}, null],
  ['its token was removed', { connection: { tracker: 'github', tokenKind: null, state: 'ok' } }, 'then'],
  ['of Jira nobody need sign in', { connection: { tracker: 'jira', tokenKind: null, state: 'ok' } }, null],
  ['its token was refused a moment ago: the numbers are of today', { connection: { tracker: 'github', tokenKind: 'other', state: 'unauthorised' }, ago: DAY - 1 }, null],
  ['its token has been refused for a day', { connection: { tracker: 'github', tokenKind: 'other', state: 'unauthorised' }, ago: DAY }, 'then'],
  ['its session ended days ago', { connection: { tracker: 'jira', tokenKind: 'session', state: 'unauthorised' }, ago: 3 * DAY }, 'then'],
  ['refused by a clock that was put back since', { connection: { tracker: 'jira', tokenKind: 'session', state: 'unauthorised' }, ago: -DAY }, null],
  ['not read for long, for nobody was there', { ago: 9 * DAY }, null],
  ['not shown to whoever asks', { state: 'silent' }, 'then'],
  ['refused to this token', { error: { kind: 'forbidden' } }, 'then'],
  ['a failure that passes', { error: { kind: 'offline' } }, null],
  ['never read whole', { state: 'silent', finishedAt: null }, null],
] as const)('whether a project can be read no more: %s', (_name, given, expected) => {
  const { connection = { tracker: 'github', tokenKind: 'other', state: 'ok' }, ago = DAY / 2, state = 'ready', error = null, finishedAt = NOW - ago } = given as { connection?: Parameters<typeof lastReadOf>[0]['connection']; ago?: number; state?: string; error?: { kind: string } | null; finishedAt?: number | null };
  expect(lastReadOf({ changes: { finishedAt, error }, state, connection }, NOW)).toBe(expected === null ? null : NOW - ago);
});

it('what is told is of today while anything was read within a day, of whichever kind of reading; else of the last one', () => {
  const seen = (finishedAt: number | null | undefined, syncedAt: number | null, more: Partial<Parameters<typeof lastSeenOf>[0]> = {}) => lastSeenOf({ changes: finishedAt === undefined ? undefined : { finishedAt, error: null }, state: 'ready', connection: { tracker: 'github', tokenKind: 'other', state: 'ok' }, syncedAt, ...more }, NOW);
  expect([seen(NOW - DAY + 1, NOW - DAY + 1), seen(NOW - 3 * DAY, NOW - 3 * DAY), seen(NOW - 3 * DAY, NOW - DAY / 2), seen(null, NOW - 9 * DAY)]).toEqual([null, NOW - 3 * DAY, NOW - DAY / 2, null]);
  // Without a sign-in, by its visits; and of one that cannot be read whole any more, at once.
  expect([seen(undefined, NOW - 2 * DAY), seen(undefined, NOW - DAY / 2), seen(undefined, null), seen(NOW - DAY / 2, null, { state: 'silent' })]).toEqual([NOW - 2 * DAY, null, null, NOW - DAY / 2]);
});
