import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JqlContext } from '../../../tracker/jira/jql/fields.ts';
import { parseJql } from '../../../tracker/jira/jql/parse.ts';
import { readJql } from '../../../tracker/jira/jql/search.ts';
import { JqlError } from '../../../tracker/jira/jql/tokens.ts';
import { seedJira } from '../../../tracker/jira/seed/world.ts';

const now = new Date('2026-11-25T09:00:00Z');
const { sites, people } = seedJira({ seed: 24, now });
const [site] = sites;
if (!site) throw new Error('the demo has no Jira');
const context: JqlContext = { site, people, viewer: 'maya', now: now.getTime(), zone: 'Europe/Berlin' };
const issues = [...site.issues.values()];
const keys = (jql: string): string[] => {
  const { matches, compare } = readJql(jql, context);
  return issues.filter(matches).sort(compare).map(({ key }) => key);
};

function outcomeOf(jql: string): 'read' | 'refused' | 'broken' {
  try {
    issues.slice(0, 3).map(readJql(jql, context).matches);
    return 'read';
  } catch (error) {
    return error instanceof JqlError ? 'refused' : 'broken';
  }
}

describe('JQL', () => {
  it('reads clauses, lists, functions, brackets and an order', () => {
    expect(parseJql('project in (SHOP, "MOBI") and NOT (updated >= -45m or sprint in openSprints()) order by updated ASC, key desc')).toEqual({
      where: {
        kind: 'and',
        parts: [
          { kind: 'clause', field: 'project', operator: 'in', operands: [{ text: 'SHOP', call: false }, { text: 'MOBI', call: false }] },
          { kind: 'not', part: { kind: 'or', parts: [{ kind: 'clause', field: 'updated', operator: '>=', operands: [{ text: '-45m', call: false }] }, { kind: 'clause', field: 'sprint', operator: 'in', operands: [{ text: 'opensprints', call: true }] }] } },
        ],
      },
      orderBy: [{ field: 'updated', descending: false }, { field: 'key', descending: true }],
    });
  });

  it('means what the issues say', () => {
    const where = (test: (issue: (typeof issues)[number]) => boolean): string[] => issues.filter(test).map(({ key }) => key).sort();
    const categoryOf = (id: string): string => site.statuses.find((status) => status.id === id)?.category ?? '';
    for (const [jql, test] of [
      ['project = SHOP AND statusCategory != Done', (issue) => issue.project === 'SHOP' && categoryOf(issue.status) !== 'done'],
      ['resolution = Unresolved', (issue) => issue.resolution === null],
      ['resolution is EMPTY and assignee = currentUser()', (issue) => issue.resolution === null && issue.assignee === 'maya'],
      ['sprint in openSprints()', (issue) => issue.sprints.some((id) => site.sprints.get(id)?.state === 'active')],
      ['sprint = 34 or sprint = "Checkout Sprint 9"', (issue) => issue.sprints.includes(34) || issue.sprints.includes(38)],
      ['labels in (checkout) and labels is not EMPTY', (issue) => issue.labels.includes('checkout')],
      ['fixVersion = "2.0"', (issue) => issue.fixVersions.includes('10603')],
      ['"Story point estimate" >= 5', (issue) => (issue.points ?? 0) >= 5],
      ['cf[10021] = Impediment', (issue) => issue.flagged],
      ['created >= -30d and created <= now()', (issue) => issue.createdAt >= now.getTime() - 30 * 86_400_000],
      ['summary ~ "voucher"', (issue) => issue.summary.toLowerCase().includes('voucher')],
      ['issuetype = Epic', (issue) => ['10000', '10010'].includes(issue.type)],
      ['parent = SHOP-12', (issue) => issue.parent === site.keys.get('SHOP-12')],
    ] satisfies readonly (readonly [string, (issue: (typeof issues)[number]) => boolean])[]) expect([jql, keys(jql).sort()]).toEqual([jql, where(test)]);
  });

  it('orders by number where people would, and by time', () => {
    expect(keys('project = OPS ORDER BY key ASC').slice(0, 3)).toEqual(['OPS-1', 'OPS-2', 'OPS-3']);
    expect(keys('project = OPS ORDER BY key DESC')[0]).toBe('OPS-41');
    const updated = keys('project = MOBI ORDER BY updated DESC').map((key) => site.issues.get(site.keys.get(key) ?? '')?.updatedAt ?? 0);
    expect(updated).toEqual([...updated].sort((one, other) => other - one));
  });

  it('either is read or says why not, whatever it is', () => {
    const word = fc.constantFrom('project', 'SHOP', 'in', '(', ')', ',', '=', '!=', '>=', 'updated', '-45m', 'and', 'or', 'not', 'order', 'by', '"a b"', 'sprint', 'openSprints()', 'is', 'EMPTY', '1732877091000', 'key', 'desc', '~', "'");
    const outcomes = new Set<string>();
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(word).map((words) => words.join(' '))), (jql) => {
      const outcome = outcomeOf(jql);
      outcomes.add(outcome);
      return outcome !== 'broken';
    }), { numRuns: 400 });
    expect(outcomes).toEqual(new Set(['read', 'refused']));
  });
});
