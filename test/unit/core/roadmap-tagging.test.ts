import { describe, expect, it } from 'vitest';
import type { IssueKey, SprintKey } from '../../../lib/core/issue.ts';
import { fitsFilter, type IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import { itemsAt, takenMeanwhile } from '../../../lib/core/roadmap/taken-meanwhile.ts';
import { anIssue, SHOP, STORE } from '../sync/world.ts';

describe('a teammate’s other choice', () => {
  const at = (labels: string[], tag?: string) => ({ labels, ...(tag !== undefined && { shared: { tag, inputs: {} } }) });
  it('is an item that was not there when the tag was wished, by label or shared in the issue', () => {
    expect(takenMeanwhile(at(['bug', 'roadmap:payments']), { wished: 'checkout', seen: [] })).toBe('payments');
    expect(takenMeanwhile(at([], 'payments'), { wished: 'checkout', seen: [] })).toBe('payments');
    expect(takenMeanwhile(at(['Roadmap:Payments']), { wished: null, seen: ['search'] })).toBe('payments');
  });
  it('is none where the item was seen, is the wished one, or was only taken off', () => {
    expect(takenMeanwhile(at(['roadmap:payments']), { wished: 'checkout', seen: ['payments'] })).toBeNull();
    expect(takenMeanwhile(at(['roadmap:checkout'], 'checkout'), { wished: 'checkout', seen: [] })).toBeNull();
    expect(takenMeanwhile(at(['bug']), { wished: 'checkout', seen: ['payments'] })).toBeNull();
  });
  it('names each item once', () => {
    expect(itemsAt(at(['roadmap:payments', 'roadmap:search', 'bug'], 'payments'))).toEqual(['payments', 'search']);
  });
});

describe('a filter of issues', () => {
  const ALL: IssueFilter = { project: null, label: null, sprint: null, parent: null, text: '', untagged: false, closed: false };
  const issue = anIssue(12, { title: 'Pay by card', labels: ['Area: Checkout'], sprint: `${SHOP}/milestone/1` as SprintKey, parent: `${SHOP}#9` as IssueKey });
  const closed = anIssue(13, { status: { category: 'done', name: 'closed', guessedFrom: null } });
  it('leaves what every part of it fits, and all open issues when it asks for nothing', () => {
    expect(fitsFilter(issue, null, ALL)).toBe(true);
    expect(fitsFilter(issue, null, { ...ALL, project: SHOP, label: 'area: checkout', sprint: issue.sprint, parent: issue.parent, text: 'CARD checkout #12', untagged: true })).toBe(true);
  });
  it.each<[string, Partial<IssueFilter>]>([
    ['another project', { project: STORE }], ['a label that it lacks', { label: 'bug' }], ['another milestone', { sprint: `${SHOP}/milestone/2` as SprintKey }],
    ['another parent', { parent: `${SHOP}#8` as IssueKey }], ['a word that stands nowhere', { text: 'card invoice' }],
  ])('leaves it out for %s', (_why, part) => {
    expect(fitsFilter(issue, null, { ...ALL, ...part })).toBe(false);
  });
  it('takes what is done only when asked, and what belongs to an item only while it does not want the untagged', () => {
    expect([fitsFilter(closed, null, ALL), fitsFilter(closed, null, { ...ALL, closed: true })]).toEqual([false, true]);
    expect([fitsFilter(issue, 'checkout', ALL), fitsFilter(issue, 'checkout', { ...ALL, untagged: true })]).toEqual([true, false]);
  });
});
