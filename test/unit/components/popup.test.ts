import { describe, expect, it } from 'vitest';
import { ageOf } from '../../../components/popup/FlowPanel.tsx';
import { whyNothing } from '../../../components/popup/NothingKnown.tsx';
import { signedInAs } from '../../../components/popup/StatusFoot.tsx';
import { pageStatus, surfaceInWords } from '../../../components/popup/page-status.ts';
import { listPage } from '../../../components/playground/popup-fixtures.ts';

describe('the page status', () => {
  const { url, report } = listPage;
  it('a recognised page names its kind and counts its badges', () => expect(pageStatus(url, report)).toEqual({ tone: 'good', words: 'Issue list recognised, 25 badges.' }));
  it('a layout that is not recognised is admitted', () => expect(pageStatus(url, { ...report, recognised: false, badges: 0 }).words).toBe('Badges are off on this page: layout not recognised.'));
  it('a page without issues is no failure', () => expect(pageStatus(url, { ...report, recognised: false, links: 0, badges: 0 }).tone).toBe('none'));
  it('a GitHub tab that was open before the installation wants a reload', () => expect(pageStatus(url, null).words).toContain('reload'));
  it.each([null, 'https://example.com/', 'about:blank', 'nonsense'])('%s is no tracker page', (other) => expect(pageStatus(other, null).tone).toBe('none'));
  it('a surface is read as words', () => expect([surfaceInWords('github-pull-request'), surfaceInWords(null)]).toEqual(['Pull request', 'Page']));
});

describe('a tab that Waymark is not on', () => {
  it.each([['https://acme.atlassian.net/browse/SHOP-1', []], ['https://tickets.acme.org/browse/SHOP-1', ['tickets.acme.org']]])('%s of a known site wants a reload', (url, known) => expect(pageStatus(url, null, known)).toEqual({ tone: 'off', words: 'Badges are not running on this page yet: reload it.' }));
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

describe('the age of work in progress', () => {
  it('says what it counts from', () => {
    expect([ageOf({ ageDays: 9, ageFrom: 'history' }), ageOf({ ageDays: 1, ageFrom: 'created' }), ageOf({ ageDays: 0, ageFrom: 'history' }), ageOf({ ageDays: 0, ageFrom: 'created' }), ageOf({ ageDays: 4, ageFrom: 'latest-history' })]).toEqual(['9 days', '1 day since it was created', 'since today', 'created today', 'at least 4 days']);
  });
});
