import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueKey } from '../../../../lib/core/issue.ts';
import { words } from '../../../../lib/core/scoring/words.ts';
import { fieldsToAsk, readFieldIds } from '../../../../lib/trackers/jira/fields.ts';
import { readDay, readMoment } from '../../../../lib/trackers/jira/moments.ts';
import { NATIVE_NAMES } from '../../../../lib/trackers/jira/native-names.ts';
import { plainText } from '../../../../lib/trackers/jira/text.ts';
import { trackerFor, trackers } from '../../../../lib/trackers/registry.ts';
import { FIELDS } from './fake-site.ts';

describe('the fields of a site', () => {
  const idsOf = (fields: unknown) => {
    const read = readFieldIds(fields);
    return read.ok ? read.value : expect.unreachable(read.reason);
  };

  it('are known by their kind, whatever they are called', () => {
    expect(idsOf(FIELDS.map((field) => ({ ...field, name: /Story|Flagged|Start date|Business/.test(field.name) ? field.name : 'スプリント' })))).toEqual({
      sprint: 'customfield_10020', estimates: ['customfield_10028', 'customfield_10016'], flagged: 'customfield_10021', epicLink: 'customfield_10014', startOn: ['customfield_10015'], dueOn: ['customfield_10023'],
      named: expect.objectContaining({ customfield_10040: 'Business Value' }),
    });
  });

  it('are known to a reader of another language', () => {
    expect(idsOf(FIELDS.map((field) => ({ ...field, name: 'フラグ', untranslatedName: field.name })))).toEqual(idsOf(FIELDS));
  });

  it('of a site without any are none, and a field that cannot be read costs no other', () => {
    expect(idsOf([])).toEqual({ sprint: null, estimates: [], flagged: null, epicLink: null, startOn: [], dueOn: [], named: {} });
    expect(idsOf([null, { id: 7 }, { id: 'x', schema: 'y' }, ...FIELDS]).sprint).toBe('customfield_10020');
    expect(readFieldIds({ errorMessages: [] }).ok).toBe(false);
  });

  it('are asked for once each, the board’s own estimate among them', () => {
    const asked = fieldsToAsk(idsOf(FIELDS), ['customfield_10028', 'customfield_10077']);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(expect.arrayContaining(['summary', 'customfield_10077', 'customfield_10028', 'customfield_10040']));
  });

  it('of all projects go before those that each team-managed project has of its own, and make no address that a server refuses', () => {
    // bitovi/jira-timeline-report, src/examples/bitovi-training-fields.json: an “Impact” for each of two ideas' projects
    const own = Array.from({ length: 900 }, (_, index) => ({
      id: `customfield_2${1000 + index}`, name: ['Impact', 'Effort', 'Story Points'][index % 3], scope: { type: 'PROJECT', project: { id: String(index) } },
      schema: { type: 'number', custom: index % 3 === 2 ? 'com.atlassian.jira.plugin.system.customfieldtypes:float' : 'jira.polaris:rating' },
    }));
    const ids = idsOf([...own, ...FIELDS]);
    expect([ids.estimates.slice(0, 1), Object.keys(ids.named)[0]]).toEqual([idsOf(FIELDS).estimates.slice(0, 1), Object.keys(idsOf(FIELDS).named)[0]]);
    expect([ids.estimates.length, Object.keys(ids.named).length]).toEqual([100, 100]);
    expect(fieldsToAsk(ids, []).join().length).toBeLessThan(4500);
  });

  it('that the scores read by name are all asked for', () => {
    const told = [...globSync('lib/core/scoring/**/*.ts'), 'lib/core/due-date.ts'].flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const lists = [...code.matchAll(/statedFact\(issue, '[^']*', (\[[^\]]*\])/g), ...code.matchAll(/const (?:names|FIELDS|NAMES)(?:: [^=]+)? = (\[[^\]]*\])/g)].map((match) => match[1] ?? '');
      return lists.flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''));
    });
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter((name) => !NATIVE_NAMES.has(name)), 'Jira is asked for these fields once they stand in lib/trackers/jira/native-names.ts').toEqual([]);
    expect([...NATIVE_NAMES].filter((name) => words(name) !== name)).toEqual([]);
  });
});

describe('a moment of Jira', () => {
  it.each([
    ['2017-08-11T16:21:26.000+0000', Date.UTC(2017, 7, 11, 16, 21, 26)], ['2026-03-02T14:39:00.000+03:00', Date.UTC(2026, 2, 2, 11, 39)], ['2026-03-02T14:39:00Z', Date.UTC(2026, 2, 2, 14, 39)],
    ['2026-03-02T14:39:00.000-0530', Date.UTC(2026, 2, 2, 20, 9)], [1_700_000_000_000, 1_700_000_000_000],
    ['2026-03-02', null], ['2026-02-31T10:00:00.000Z', null], ['soon', null], ['', null], [null, null], [{}, null], [Number.NaN, null],
  ])('%s', (told, at) => {
    expect(readMoment(told)).toBe(at);
  });

  it.each([['2026-12-01', '2026-12-01'], ['2026-12-01T23:59:00.000+0900', '2026-12-01'], ['2026-02-30', null], ['01/12/2026', null], [7, null]])('the day of %s', (told, day) => {
    expect(readDay(told)).toBe(day);
  });
});

describe('a text of Jira', () => {
  it('has what a document holds in attributes: who is mentioned, a status, an emoji, where a card leads', () => {
    const node = (type: string, attrs: object) => ({ type, attrs });
    const said = [node('mention', { id: '5b1', text: '@Maya' }), node('status', { text: 'AT RISK', color: 'red' }), node('emoji', { shortName: ':rocket:' }), node('emoji', { shortName: ':tada:', text: '🎉' }), node('inlineCard', { url: 'https://acme.example/plan' }), node('media', { url: 'https://acme.example/picture', text: 'x' })];
    const spaced = said.flatMap((one) => [one, { type: 'text', text: ' ' }]);
    expect(plainText({ type: 'doc', content: [{ type: 'paragraph', content: spaced }, { type: 'paragraph', content: [{ type: 'text', text: 'Next line' }] }] })).toBe('@Maya AT RISK :rocket: 🎉 https://acme.example/plan\nNext line');
  });

  it('is never more than text, however deep or odd the document', () => {
    let deep: unknown = { type: 'text', text: 'x' };
    for (let times = 0; times < 50_000; times += 1) deep = { type: 'paragraph', content: [deep] };
    expect(plainText(deep)).toBe('');
    const round: { type: string; content: unknown[] } = { type: 'doc', content: [] };
    round.content.push(round, { type: 'text', text: 'once' });
    expect(plainText(round)).toBe('once');
    expect(() => fc.assert(fc.property(fc.jsonValue(), (value) => typeof plainText(value) === 'string'))).not.toThrow();
  });

  it('is read in no time, however hostile its markup', () => {
    const before = performance.now();
    for (const text of ['*', '{{', '[a|', '!x', '{code:', '[~', 'h1. ', '\n ']) plainText(text.repeat(200_000));
    // No assertion on speed, only against what would hang a worker.
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('the registry', () => {
  it('finds this tracker for its sites and for its keys', () => {
    expect(trackers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['github', 'jira']));
    for (const subject of ['acme.atlassian.net', 'acme.jira.com', 'corp.example/SHOP-12', 'corp.example/SHOP/sprint/3' as IssueKey]) expect(trackerFor(subject)?.kind).toBe('jira');
    expect(trackerFor('corp.example')?.kind).toBe('github');
    expect(trackerFor('corp.example', 'jira')?.kind).toBe('jira');
  });
});
