import { expect, it } from 'vitest';
import { githubProjectKey, jiraProjectKey } from '../../../../lib/core/keys.ts';
import { CALENDAR } from '../build.ts';
import { knownUntilOf, lateInWords, unreadOf, type UnreadProject } from '../../../../lib/core/roadmap/unread.ts';

const shop: UnreadProject = { project: githubProjectKey('github.com', 'acme', 'shop'), name: 'acme/shop', reading: false, openKnown: true };
const store: UnreadProject = { ...shop, project: githubProjectKey('github.com', 'acme', 'store'), name: 'acme/store' };
const jira: UnreadProject = { project: jiraProjectKey('acme.atlassian.net', 'PAY'), name: 'PAY', reading: false, openKnown: true };

it('of projects that have been read there is nothing to say', () => expect(unreadOf([], CALENDAR)).toBeNull());

it.each<[string, readonly UnreadProject[], string]>([
  ['GitHub wants a token', [shop], 'Closed issues of acme/shop are read only with a token for github.com.'],
  ['Jira wants a sign-in', [jira], 'Closed issues of PAY are read only once you are signed in to acme.atlassian.net.'],
  ['several are counted', [shop, store], 'Closed issues of acme/shop and 1 other project are read only with a token for github.com.'],
  ['what comes by itself is waited for', [{ ...shop, reading: true }], 'Closed issues of acme/shop are still being read.'],
  ['what a person can do comes first', [{ ...shop, reading: true }, jira], 'Closed issues of PAY are read only once you are signed in to acme.atlassian.net.'],
  ['what was read and cannot be any more comes before all, with its day', [{ ...shop, reading: true }, { ...store, lastReadAt: Date.UTC(2026, 10, 12, 9) }, { ...jira, lastReadAt: 0 }], 'Not all of acme/store could be read since 12 Nov 2026: that takes a token for github.com that may see it.'],
  ['of Jira it takes an account', [{ ...jira, lastReadAt: Date.UTC(2026, 10, 12, 9) }], 'Not all of PAY could be read since 12 Nov 2026: that takes an account on acme.atlassian.net that may see it.'],
])('%s', (_name, projects, because) => expect(unreadOf(projects, CALENDAR)?.because).toBe(because));

it('what is only late is told, with its day, and stops no forecast', () => {
  const late = { ...shop, knownUntil: Date.UTC(2026, 10, 12, 9) };
  const [now, later] = [Date.UTC(2026, 10, 20, 9), { ...store, knownUntil: Date.UTC(2026, 10, 18, 9) }];
  expect(unreadOf([late, later], CALENDAR)).toBeNull();
  expect([knownUntilOf([], now), knownUntilOf([shop], now), knownUntilOf([later, late, shop], now)]).toEqual([now, now, late.knownUntil]);
  expect([[], [shop], [{ ...shop, knownUntil: now - 1 }], [late], [later, late]].map((projects) => lateInWords(projects, now, CALENDAR))).toEqual([
    null, null, null, 'acme/shop was last read on 12 Nov 2026: days since then count in no forecast.', 'acme/shop was last read on 12 Nov 2026, 1 other project not today either: days since then count in no forecast.',
  ]);
});

it('says whether open issues may be missing too', () => expect([unreadOf([shop, store], CALENDAR)?.open, unreadOf([shop, { ...store, openKnown: false }], CALENDAR)?.open]).toEqual([false, true]));
