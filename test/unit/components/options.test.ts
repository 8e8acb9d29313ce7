import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../components/options/holidays.ts';
import { kindOf, kindOfHost, SIGN_INS, tokenOf } from '../../../components/options/sign-in.ts';
import { aboutConnection, lackOf, planningLack, siteInWords, stateOf } from '../../../components/options/connection-words.ts';
import { dataCenter, jiraCloud, noToken, signedOutCloud } from '../../../components/playground/options-fixtures.ts';
import { NOW } from '../../../components/playground/issues.ts';
import { siteFromText } from '../../../components/options/site-from-text.ts';
import { changesInWords, rankedInWords } from '../../../components/options/preview-words.ts';

describe('the site of a connection', () => {
  it.each([
    ['github.com', 'github.com', ''], [' https://Git.Acme.com/team/shop ', 'git.acme.com', ''], ['git.acme.com:8443/', 'git.acme.com:8443', ''],
    ['https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1', 'acme.atlassian.net', ''], ['acme.atlassian.net/jira', 'acme.atlassian.net', ''], ['https://jira.acme.gov/jira/software/projects/SHOP/boards/1', 'jira.acme.gov', ''],
    ['https://corp.example/jira', 'corp.example', '/jira'], ['https://corp.example/jira/', 'corp.example', '/jira'], ['https://corp.example/jira/browse/SHOP-12', 'corp.example', '/jira'],
    ['https://corp.example/tools/jira/secure/RapidBoard.jspa?rapidView=3', 'corp.example', '/tools/jira'], ['https://jira.corp.example/secure/Dashboard.jspa', 'jira.corp.example', ''], ['https://jira.corp.example/browse/SHOP-12', 'jira.corp.example', ''],
  ])('%s is %s, installed at “%s” + /…', (text, host, context) => expect(siteFromText(text)).toEqual({ host, context }));
  it.each(['', 'localhost', 'http://git.acme.com', 'two words', 'javascript:alert(1)', 'user@'])('“%s” is none', (text) => expect(siteFromText(text)).toBeNull());
});

describe('holidays', () => {
  it('are read from lines and commas, sorted, once each', () => expect(readHolidays('2027-01-01\n2026-12-25, 2027-01-01').dates).toEqual(['2026-12-25', '2027-01-01']));
  it('what is no day of the calendar is given back', () => expect(readHolidays('2026-02-30 soon 2026-12-25')).toEqual({ dates: ['2026-12-25'], wrong: ['2026-02-30', 'soon'] }));
});

describe('the preview of a model', () => {
  it('says which issues it ranks', () => expect([{ ranked: 1, open: 1 }, { ranked: 340, open: 340 }, { ranked: 1000, open: 12_345 }].map(rankedInWords)).toEqual(['1 open issue', '340 open issues', 'the 1,000 best scored of 12,345 open issues']));
  it('says how many change place', () => expect([0, 1, 12].map((moved) => changesInWords({ ranked: 1000, moved, unscored: 0 }))).toEqual(['No issue changes its place.', '1 issue of 1,000 would change place.', '12 issues of 1,000 would change place.']));
  it('an issue that would lose its score is not said to keep its place', () => {
    expect(changesInWords({ ranked: 5, moved: 0, unscored: 5 })).toBe('All 5 issues would have no score until their missing inputs are given.');
    expect(changesInWords({ ranked: 5, moved: 2, unscored: 1 })).toBe('2 issues of 5 would change place. 1 issue of 5 would have no score until its missing inputs are given.');
  });
});

describe('the ways in', () => {
  it.each([['github.com', 'github'], ['acme.ghe.com', 'github'], ['acme.atlassian.net', 'jira-cloud'], ['acme.atlassian-us-gov-mod.net', 'jira-cloud'], ['tickets.acme.org', 'unknown'], ['atlassian.net.evil.example', 'unknown']])('%s is %s by its name', (host, kind) => expect(kindOfHost(host)).toBe(kind));
  it('what a site has said of itself counts more than its name', () => expect([kindOf(dataCenter), kindOf(jiraCloud), kindOf({ tracker: 'jira', flavour: null })]).toEqual(['jira-data-center', 'jira-cloud', 'unknown']));
  it('wherever there may be a session, it comes first', () => expect(Object.entries(SIGN_INS).filter(([kind]) => kind !== 'github').map(([, ways]) => ways[0])).toEqual(['session', 'session', 'session']));
  it('an address and an API token are handed on as one', () => expect(tokenOf('api-token', { email: ' maya@acme.org ', token: ' ATATT ' })).toBe('maya@acme.org:ATATT'));
  it('a session hands on nothing, whatever was typed before', () => expect(tokenOf('session', { email: 'maya@acme.org', token: 'ATATT' })).toBeNull());
  it('an empty token is none', () => expect(tokenOf('token', { email: '', token: '  ' })).toBeNull());
});

describe('a connection in words', () => {
  it('names its tracker and kind', () => expect([jiraCloud, dataCenter, noToken].map(siteInWords)).toEqual(['Jira Cloud', 'Jira Data Center', 'GitHub']));
  it('a session is signed in or out, a token works or is refused', () => {
    expect([jiraCloud, signedOutCloud, dataCenter, noToken, { ...jiraCloud, signIn: 'none', state: 'anonymous' } as const].map((one) => stateOf(one).words)).toEqual(['Signed in', 'Signed out', 'Works', 'No token', 'Not signed in']);
  });
  it('says how it is signed in', () => expect([aboutConnection(jiraCloud, NOW), aboutConnection(dataCenter, NOW)]).toEqual(['Your browser’s own sign-in, no token', 'Signed in as mira · token · checked 1 h ago']));
  it('says what it takes to read Projects', () => expect(['read:project', 'sso', 'projects=read'].map((needs) => planningLack(needs).split('sprints. ')[1])).toEqual([
    'Give it the scope “read:project” if your team plans in iterations.', 'Authorise it for the organisation (“Configure SSO” beside it in your token settings) if your team plans in iterations.', 'Give it projects=read if your team plans in iterations.',
  ]));
  it('names what is lacking, and by whom', () => expect([lackOf({ ...jiraCloud, missing: ['Edit issues'] }).sentence, lackOf(dataCenter).sentence]).toEqual(['Your account lacks: Edit issues.', 'The token lacks: Edit issues.']));
});
