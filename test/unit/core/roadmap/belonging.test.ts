import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import { belongingOf, climb } from '../../../../lib/core/roadmap/belonging.ts';
import { readRoadmap } from '../../../../lib/core/roadmap/roadmap.ts';
import type { Tag } from '../../../../lib/core/roadmap/roadmap-item.ts';
import { buildIssue, buildItem, buildTag } from '../build.ts';

const EPIC = 'github.com/acme/shop#2' as IssueKey;
const TOP = 'github.com/acme/shop#1' as IssueKey;
const issue = buildIssue({ labels: ['Payments'] });
const tagAt = (key: IssueKey, item: string): { key: IssueKey; tag: Tag } => ({ key, tag: { ...buildTag(item), key } });
const roadmap = readRoadmap([buildItem({ id: 'pay', belongs: [{ label: 'payments' }], formerIds: ['checkout'] }), buildItem({ id: 'trust' }), buildItem({ id: 'gone', dropped: true, belongs: [{ label: 'Payments' }] })]);
const place = (given: Partial<Parameters<typeof belongingOf>[0]>) => belongingOf({ issue, tag: null, ancestors: [], sprintTitle: null, ...given }, roadmap);

describe('where an issue belongs', () => {
  it('its own tag is the strongest word, then the nearest tag above it, then a rule, then nothing', () => {
    const ancestors = [{ key: EPIC, tag: null }, tagAt(TOP, 'trust')];
    expect(place({ tag: { ...buildTag('big'), via: 'local' }, ancestors })).toMatchObject({ item: 'big', via: 'local' });
    expect(place({ ancestors })).toEqual({ key: issue.key, item: 'trust', via: 'parent', pending: false, from: TOP });
    expect(place({ ancestors: [tagAt(EPIC, 'big'), tagAt(TOP, 'trust')] })).toMatchObject({ item: 'big', from: EPIC });
    expect(place({})).toEqual({ key: issue.key, item: 'pay', via: 'rule', pending: false });
    expect(place({ issue: buildIssue() })).toBeNull();
  });

  it('a former id counts as the item that has it now, and says so; an unknown one stays', () => {
    expect(place({ tag: buildTag('checkout') })).toMatchObject({ item: 'pay', former: 'checkout', via: 'label' });
    expect(place({ ancestors: [tagAt(EPIC, 'checkout')] })).toMatchObject({ item: 'pay', former: 'checkout', via: 'parent' });
    expect(place({ tag: buildTag('nobody') })).toEqual(buildTag('nobody'));
    expect(readRoadmap([buildItem({ id: 'pay', formerIds: ['checkout'] }), buildItem({ id: 'checkout' })]).currentId('checkout')).toBe('checkout');
  });

  it('what is on its way to a parent cannot be undone at its child', () => {
    expect(place({ ancestors: [{ key: EPIC, tag: { ...buildTag('trust'), pending: true } }] })).toMatchObject({ item: 'trust', pending: false });
  });
});

describe('rules', () => {
  const fits = (rule: object, given: Partial<Parameters<ReturnType<typeof readRoadmap>['itemByRule']>[0]> = {}) =>
    readRoadmap([buildItem({ id: 'a', belongs: [rule] })]).itemByRule({ issue, ancestors: [], sprintTitle: null, ...given }) === 'a';

  it.each([
    ['a label, whatever its capitals', { label: ' PAYMENTS ' }, {}, true],
    ['another label', { label: 'payment' }, {}, false],
    ['a milestone', { milestone: 'Sprint 12' }, { sprintTitle: 'sprint 12' }, true],
    ['no milestone', { milestone: 'Sprint 12' }, {}, false],
    ['a parent by its short name', { parent: 'acme/shop#2' }, { ancestors: [EPIC] }, true],
    ['a Jira epic two levels up', { parent: 'SHOP-9' }, { ancestors: [EPIC, 'acme.atlassian.net/SHOP-9' as IssueKey] }, true],
    ['a parent with its host', { parent: 'github.com/Acme/Shop#2' }, { ancestors: [EPIC] }, true],
    ['the number of a parent elsewhere', { parent: 'acme/other#2' }, { ancestors: [EPIC] }, false],
    ['a version', { version: '2.0' }, { issue: buildIssue({ versions: [{ name: '2.0', releaseOn: null, released: false }] }) }, true],
    ['a project', { project: 'acme/shop' }, {}, true],
    ['a Jira project', { project: 'shop' }, { issue: buildIssue({ project: 'acme.atlassian.net/SHOP' as ProjectKey }) }, true],
    ['all of several members', { project: 'acme/shop', label: 'payments' }, {}, true],
    ['one of two members', { project: 'acme/shop', label: 'ux' }, {}, false],
    ['a rule that says nothing', {}, {}, false],
  ] as const)('%s', (_name, rule, given, expected) => expect(fits(rule, given)).toBe(expected));

  it('of several items the first by the alphabet has it, in whatever order they come; dropped ones have nothing', () => {
    const items = ['b', 'a', 'c'].map((id) => buildItem({ id, belongs: [{ label: 'payments' }], dropped: id === 'a' }));
    for (const order of [items, items.toReversed()]) expect(readRoadmap(order).itemByRule({ issue, ancestors: [], sprintTitle: null })).toBe('b');
  });

  it('the recipe changes with rules and ids, and with nothing that only people read', () => {
    const recipe = (...given: Parameters<typeof buildItem>) => readRoadmap([buildItem(...given)]).recipe;
    expect(new Set([recipe(), recipe({ belongs: [{ label: 'x' }] }), recipe({ formerIds: ['old'] }), recipe({ dropped: true }), recipe({ id: 'other' })]).size).toBe(5);
    expect(recipe({ title: 'Another', horizon: 'later', updatedAt: 9 })).toBe(recipe());
  });
});

describe('climbing', () => {
  it('ends in every tree and every circle, meets nobody twice, and never the one it began at', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 10, maxLength: 10 }), (parents) => {
      const keyOf = (at: number): IssueKey => `github.com/acme/shop#${at}` as IssueKey;
      const parentOf = (key: IssueKey): IssueKey | null => {
        const parent = parents[Number(key.split('#')[1])] ?? -1;
        return parent < 0 ? null : keyOf(parent);
      };
      const way = climb(keyOf(0), parentOf);
      expect(new Set([keyOf(0), ...way]).size).toBe(way.length + 1);
      for (const [index, key] of way.entries()) expect(parentOf(index === 0 ? keyOf(0) : (way[index - 1] ?? keyOf(0)))).toBe(key);
    }));
  });
});
