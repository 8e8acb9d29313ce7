import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../components/options/holidays.ts';
import { siteFromText } from '../../../components/options/site-from-text.ts';
import { rankChanges } from '../../../components/options/rank-changes.ts';
import { previewRows } from '../../../components/playground/options-fixtures.ts';

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
  const changes = rankChanges(previewRows);
  it('shows the new order', () => expect(changes.all.map(({ row }) => row.after.place)).toEqual([1, 2, 3, 4, 5]));
  it('names winners and losers, most first', () => {
    expect(changes.winners.map(({ row, won }) => [row.reference, won])).toEqual([['#327', 2], ['#312', 1]]);
    expect(changes.losers.every(({ won }) => won !== null && won < 0)).toBe(true);
  });
  it('an issue without a place neither wins nor loses', () => {
    const [first] = previewRows;
    if (first === undefined) throw new Error('no fixture');
    expect(rankChanges([{ ...first, before: { text: 'unscored', place: null } }])).toMatchObject({ moved: 0, winners: [], losers: [] });
  });
});
