import { describe, expect, it } from 'vitest';
import { ageOf } from '../../../components/popup/flow-words.ts';
import { whyNothing } from '../../../components/popup/NothingKnown.tsx';
import { plentyInWords } from '../../../components/popup/AllowanceLine.tsx';
import { signedInAs } from '../../../components/popup/StatusFoot.tsx';
import { pageStatus, surfaceInWords } from '../../../components/popup/page-status.ts';
import { optionWords } from '../../../components/popup/SprintPicker.tsx';
import { changesInWords, dailyLists, sinceDay } from '../../../components/popup/daily-words.ts';
import { verdictInWords } from '../../../components/popup/verdict-words.ts';
import { listPage } from '../../../components/playground/popup-fixtures.ts';
import { day, NOW } from '../../../components/playground/issues.ts';
import { report } from '../../../components/playground/sprint-report-fixtures.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import type { SprintOdds } from '../../../lib/core/forecast/odds.ts';

describe('the page status', () => {
  const { url, report: here } = listPage;
  it('a recognised page names its kind and counts its badges', () => expect(pageStatus(url, here)).toEqual({ tone: 'good', words: 'Issue list recognised, 25 badges.' }));
  it('a layout that is not recognised is admitted', () => expect(pageStatus(url, { ...here, recognised: false, badges: 0 }).words).toBe('Badges are off on this page: layout not recognised.'));
  it('a page without issues is no failure', () => expect(pageStatus(url, { ...here, recognised: false, links: 0, badges: 0 }).tone).toBe('none'));
  it('a GitHub tab that was open before the installation wants a reload', () => expect(pageStatus(url, null).words).toContain('reload'));
  it.each([null, 'https://example.com/', 'about:blank', 'nonsense'])('%s is no tracker page', (other) => expect(pageStatus(other, null).tone).toBe('none'));
  it('a site that the browser keeps us from is named, whatever an overlay that stood there still says, and no other site', () => {
    for (const told of [null, here]) expect(pageStatus(url, told, [], true)).toMatchObject({ tone: 'off', allow: 'github.com' });
    expect(pageStatus('https://example.com/', null, [], true).allow).toBeUndefined();
  });
  it('a surface is read as words', () => expect([surfaceInWords('github-pull-request'), surfaceInWords(null)]).toEqual(['Pull request', 'Page']));
});

describe('a milestone to pick', () => {
  const milestone = (dueOn: string) => optionWords({ ...report.sprint, title: 'Kiosk', board: null, dueOn: plainDate(dueOn) }, NOW);
  it('says its day, and its year where that is another one', () => expect([milestone('2026-12-18'), milestone('2027-12-31')]).toEqual(['Kiosk, due Fri 18 Dec', 'Kiosk, due Fri 31 Dec 2027']));
});

describe('a tab that Waymark is not on', () => {
  it.each([['https://github.com/search?q=checkout&type=issues', []], ['https://acme.atlassian.net/browse/SHOP-1', []], ['https://tickets.acme.org/browse/SHOP-1', ['tickets.acme.org']]])('%s of a known site wants a reload', (url, known) => expect(pageStatus(url, null, known)).toEqual({ tone: 'off', words: 'Badges are not running on this page yet: reload it.' }));
  it.each([['https://github.com/acme/shop', []], ['https://github.com/notifications', []], ['https://github.com/search?q=checkout&type=code', []], ['https://acme.atlassian.net/jira/for-you', []], ['https://tickets.acme.org/secure/Dashboard.jspa', ['tickets.acme.org']]])('%s has no place for badges: no reload helps', (url, known) => expect(pageStatus(url, null, known)).toEqual({ tone: 'none', words: 'Nothing on this page for Waymark.' }));
  it.each(['https://tickets.acme.org/browse/SHOP-1', 'https://corp.example/jira/secure/RapidBoard.jspa?rapidView=1', 'https://jira.acme.gov/jira/software/projects/SHOP/boards/1', 'https://git.acme.org/team/shop/issues/12'])('%s can be connected from here', (url) => expect(pageStatus(url, null).connect).toBe(url));
  it.each(['https://example.com/', 'https://news.example/browse/sport', 'http://tickets.acme.org/browse/SHOP-1'])('%s cannot', (url) => expect(pageStatus(url, null).connect).toBeUndefined());
});

describe('what the popup says of a sign-in', () => {
  const session = { host: 'acme.atlassian.net', tracker: 'jira', signIn: 'session', login: null, state: 'ok', link: null } as const;
  it('names who it is, and else how', () => {
    expect(signedInAs({ ...session, login: 'mira' })).toBe('as mira');
    expect(signedInAs(session)).toBe('with your browser’s sign-in');
    expect(signedInAs({ ...session, login: 'mira', state: 'unauthorised' })).toBeNull();
  });
  it.each(['session', 'token', 'none'] as const)('of a project that nobody sees by %s speaks of Jira, not of repositories', (signIn) => expect(whyNothing('SHOP', { ...session, signIn })).not.toMatch(/repositor|GitHub/));
});

describe('what is left of the hour', () => {
  const connection = { host: 'github.com', tracker: 'github', signIn: 'token', login: 'mira', state: 'ok', link: null } as const;
  const allowance = { limit: 5000, remaining: 4873, resetAt: NOW, reserve: 100 };
  it('takes few words while there is plenty', () => expect(plentyInWords({ connection, allowance })).toBe('4,873 of 5,000 requests left'));
  it('is told at length when little is left, without a token and when the token is refused', () => {
    expect(plentyInWords({ connection, allowance: { ...allowance, remaining: 1249 } })).toBeNull();
    expect(plentyInWords({ connection: { ...connection, signIn: 'none' }, allowance })).toBeNull();
    expect(plentyInWords({ connection: { ...connection, state: 'unauthorised' }, allowance })).toBeNull();
    expect(plentyInWords({ connection, allowance: null })).toBeNull();
  });
});

describe('the age of work in progress', () => {
  it('says what it counts from', () => {
    expect([ageOf({ ageDays: 9, ageFrom: 'history' }), ageOf({ ageDays: 1, ageFrom: 'created' }), ageOf({ ageDays: 0, ageFrom: 'history' }), ageOf({ ageDays: 0, ageFrom: 'created' }), ageOf({ ageDays: 4, ageFrom: 'latest-history' })]).toEqual(['9 days', '1 day since it was created', 'since today', 'created today', 'at least 4 days']);
  });
});

describe('how the goal goes, in words and a number', () => {
  const { odds } = report;
  const chances = odds.state === 'odds' ? odds : null!;
  const said = (health: (typeof report)['health'], of: SprintOdds) => verdictInWords({ health, odds: of });
  it('tells the odds of the goal first, then those of everything', () => expect(verdictInWords(report)).toEqual({ word: 'Likely', number: '74 of 100', more: 'The chance to reach the goal in time. For everything: about even, 48 of 100.' }));
  it('says why there are no odds', () => expect(said({ health: 'at-risk', reasons: ['6 of 10 working days are over.'] }, { state: 'declined', because: 'Only 6 working days are known; odds need 20.', from: chances.from })).toEqual({ word: 'No odds yet', number: null, more: 'Only 6 working days are known; odds need 20.' }));
  it('says once why neither is told of what cannot be read any more', () => {
    const because = 'Not all of acme/shop can be read any more.';
    expect(said({ health: 'unknown', reasons: [because, '2 of 5 goal issues are done.'] }, { state: 'declined', because, from: chances.from })).toEqual({ word: 'No odds', number: null, more: because });
  });
  it('without a marked issue the odds are called those of everything, and it says what is missing', () => {
    const verdict = said({ health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] }, { ...chances, goal: null });
    expect(verdict).toEqual({ word: 'All in time', number: '48 of 100', more: 'About even that everything is finished in time. The goal’s own chance is not known: no issue is marked for it.', ofGoal: true });
  });
  it('is never a certainty', () => expect([0, 1].map((probability) => said(report.health, { ...chances, goal: { ...chances.goal!, probability } }))).toMatchObject([{ word: 'Very unlikely', number: 'under 1 of 100' }, { word: 'Very likely', number: 'over 99 of 100' }]));
  it('without a last day there is a date instead of a chance', () => expect(said(report.health, { ...chances, goal: { ...chances.goal!, probability: null } }).more).toMatch(/^It has no last day\. The goal is reached by Wed 25 Nov at 50 %/));
  it('a goal that is met is reached, whatever the odds of the rest', () => expect(said({ health: 'met', reasons: ['All 5 goal issues are done.'] }, { state: 'done' })).toEqual({ word: 'Reached', number: null, more: 'All 5 goal issues are done.' }));
});

describe('what changed for the daily', () => {
  it('names only what there is', () => expect(changesInWords(dailyLists(report.daily))).toBe('1 finished · 1 started · 1 removed · 1 newly flagged'));
  it('without a snapshot of flags none are new', () => expect(dailyLists({ ...report.daily, flagged: null }).map(({ name }) => name)).toEqual(['finished', 'started', 'removed']));
  it('says yesterday only of yesterday', () => expect([day('2026-11-21'), day('2026-11-20')].map((since) => sinceDay({ since }, day('2026-11-22')))).toEqual(['Since yesterday', 'Since Fri 20 Nov']));
  it('says up to when, where nothing was read after it', () => expect(sinceDay({ since: day('2026-11-20'), until: day('2026-11-21') }, day('2026-11-22'))).toBe('Since Fri 20 Nov, up to Sat 21 Nov'));
});
