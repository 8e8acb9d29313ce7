import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../lib/core/issue.ts';
import { readFieldIds } from '../../../../lib/trackers/jira/fields.ts';
import { readIssueRow } from '../../../../lib/trackers/jira/issue-mapping.ts';
import { type JiraSite, readSite } from '../../../../lib/trackers/jira/site.ts';
import { viewOf } from '../../../../lib/trackers/jira/view.ts';
import { FIELDS, HOST, NOW, row } from './fake-site.ts';

const ids = readFieldIds(FIELDS);
const site: JiraSite = { ...readSite(null), flavour: 'cloud', fields: { at: NOW, ids: ids.ok ? ids.value : expect.unreachable() } };
const read = (raw: unknown, known: JiraSite = site) => readIssueRow(viewOf(HOST, known, NOW), raw);
const issue = (fields: Record<string, unknown>, rest: Record<string, unknown> = {}, known: JiraSite = site): Issue => {
  const told = read(row('SHOP-12', fields, rest), known);
  return told.ok ? told.value : expect.unreachable(told.reason);
};
const status = (name: string, key: string, id = '1') => ({ status: { id, name, statusCategory: { key } } });
const link = (type: string, inward: string, outward: string, end: 'inwardIssue' | 'outwardIssue', key: string, category = 'new') =>
  ({ type: { name: type, inward, outward }, [end]: { key, fields: status('X', category, '99') } });
const board = (last: string[], estimate: string | null = null) => ({
  id: 5, name: 'B', kind: 'scrum' as const, configured: true, estimate, columns: [{ name: 'Now', statuses: ['3'] }, { name: 'Out', statuses: last }],
});
const withBoards = (...list: ReturnType<typeof board>[]): JiraSite => ({ ...site, boards: { SHOP: { at: NOW, list } } });

describe('an issue of Jira', () => {
  it('has its key, its place, its page and its moments', () => {
    expect(issue({ issuetype: { name: 'Story' }, reporter: { displayName: 'Maya' }, assignee: { displayName: 'Jo' }, labels: ['a', 'b'], votes: { votes: 3 }, watches: { watchCount: 7 } })).toMatchObject({
      key: `${HOST}/SHOP-12`, project: `${HOST}/SHOP`, tracker: 'jira', kind: 'issue', number: 12, reference: 'SHOP-12', id: '112', url: `https://${HOST}/browse/SHOP-12`,
      title: 'Issue SHOP-12', type: 'Story', author: 'Maya', assignees: ['Jo'], labels: ['a', 'b'], votes: 3, watchers: 7, comments: null,
      createdAt: Date.UTC(2026, 10, 1, 9), updatedAt: Date.UTC(2026, 10, 20, 9), closedAt: null,
    });
  });

  it.each([
    ['new', 'todo'], ['indeterminate', 'doing'], ['done', 'done'],
  ])('stands where its status’s category %s says', (key, category) => {
    expect(issue(status('已完成', key)).status).toEqual({ category, name: '已完成', guessedFrom: null });
  });

  it('is done in the last column of its boards, whatever the category says, unless another board goes on from there', () => {
    const shipped = status('Shipped', 'indeterminate', '7');
    expect(issue(shipped, {}, withBoards(board(['7', '10']))).status.category).toBe('done');
    expect(issue(shipped, {}, withBoards(board(['7']), { ...board(['10']), columns: [{ name: 'Test', statuses: ['7'] }, { name: 'Done', statuses: ['10'] }] })).status.category).toBe('doing');
    expect(issue(shipped, {}, withBoards({ ...board(['7']), columns: [{ name: 'All', statuses: ['3', '7'] }] })).status.category).toBe('doing');
  });

  it('believes the number of a category when its key was changed and the issue is resolved', () => {
    const odd = { status: { id: '9', name: '已完成', statusCategory: { id: 3, key: 'new' } } };
    expect(issue({ ...odd, resolution: { name: '完成' }, resolutiondate: '2026-11-19T10:00:00.000+0000' })).toMatchObject({ status: { category: 'done' }, closedAt: Date.UTC(2026, 10, 19, 10) });
    expect(issue(odd).status.category).toBe('todo');
  });

  it.each([
    ['Done', 'done'], ['In Progress', 'doing'], ['Whatever', 'todo'],
  ])('without a category is guessed from the name %s, and says so', (name, category) => {
    expect(issue({ status: { name } }).status).toEqual({ category, name, guessedFrom: name });
  });

  it.each([
    ['Fixed', 'completed'], ['Done', 'completed'], ['Won\'t Do', 'not-planned'], ['Cannot Reproduce', 'not-planned'], ['Not Our Bug', 'not-planned'], ['Duplicate', 'duplicate'], ['完成', null],
  ])('closed as %s', (name, resolution) => {
    expect(issue({ ...status('Closed', 'done'), resolution: { name } }).resolution).toBe(resolution);
    expect(issue({ ...status('Open', 'new'), resolution: { name } }).resolution).toBeNull();
  });

  it('was reopened when its status says so', () => {
    expect([issue(status('Reopened', 'new')).reopened, issue(status('Open', 'new')).reopened]).toEqual([true, false]);
  });

  const sprint = (id: number, state: string) => ({ id, state, name: `Sprint ${id}` });
  const printed = (id: number, state: string) => `com.atlassian.greenhopper.service.sprint.Sprint@1[id=${id},rapidViewId=5,state=${state},name=A, b,goal=x=[1],startDate=<null>,sequence=${id}]`;
  it.each([
    ['the running one of several', { customfield_10020: [sprint(1, 'closed'), sprint(2, 'active'), sprint(3, 'future')] }, 2],
    ['the coming one', { customfield_10020: [sprint(1, 'closed'), sprint(3, 'future')] }, 3],
    ['as Java prints it', { customfield_10020: [printed(1, 'CLOSED'), printed(2, 'ACTIVE')] }, 2],
    ['of the agile API', { sprint: sprint(4, 'active'), closedSprints: [sprint(1, 'closed')] }, 4],
    ['none when it went back to the backlog', { closedSprints: [sprint(1, 'closed')] }, null],
    ['the last one of what is done', { ...status('Done', 'done'), customfield_10020: [sprint(1, 'closed'), sprint(2, 'closed')] }, 2],
    ['none', { customfield_10020: null }, null],
    ['none of nonsense', { customfield_10020: ['Sprint@', 7, { id: -1, state: 'active' }, { id: 5, state: 'odd' }] }, null],
  ])('is in a sprint: %s', (_, fields, id) => {
    expect(issue(fields).sprint).toBe(id === null ? null : `${HOST}/SHOP/sprint/${id}`);
  });

  it('is estimated in the board’s own field, else in the first that is filled', () => {
    expect(issue({ customfield_10028: null, customfield_10016: 3 }).estimate).toBe(3);
    expect(issue({ customfield_10028: 5, customfield_10016: 3 }).estimate).toBe(5);
    expect(issue({ customfield_10028: 5, customfield_10077: 8 }, {}, withBoards(board(['10'], 'customfield_10077'))).estimate).toBe(8);
    expect(issue({ timeoriginalestimate: 7200 }, {}, withBoards(board(['10'], 'timeoriginalestimate')))).toMatchObject({ estimate: 2, estimateIn: 'hours' });
    expect(issue({ customfield_10028: 0 }).estimate).toBe(0);
    expect(issue({ customfield_10028: 'M' }).estimate).toBeNull();
  });

  it('waits for open blockers, by key, and holds others up', () => {
    expect(issue({ issuelinks: [
      link('Blocks', 'is blocked by', 'blocks', 'inwardIssue', 'SHOP-1'),
      link('Blocks', 'is blocked by', 'blocks', 'inwardIssue', 'SHOP-2', 'done'),
      link('Blocks', 'wird blockiert von', 'blockiert', 'inwardIssue', 'PAY-3', 'indeterminate'),
      link('Blocks', 'is blocked by', 'blocks', 'outwardIssue', 'SHOP-4'),
      link('Depends', 'is dependent of', 'depends on', 'outwardIssue', 'SHOP-5'),
      link('Depends', 'is dependent of', 'depends on', 'inwardIssue', 'SHOP-6'),
      link('Relates', 'relates to', 'relates to', 'inwardIssue', 'SHOP-7'),
      { type: null }, 'nonsense', {},
    ] }).dependencies).toEqual({ blockedBy: 3, blocking: 2, blockers: [`${HOST}/SHOP-1`, `${HOST}/PAY-3`, `${HOST}/SHOP-5`] });
    expect(issue({ issuelinks: [] }).dependencies).toEqual({ blockedBy: 0, blocking: 0, blockers: [] });
    expect(issue({}).dependencies).toBeNull();
  });

  it.each([
    ['a parent', { parent: { key: 'SHOP-1' } }], ['an epic of the agile API', { epic: { id: 4, key: 'SHOP-1' } }], ['an epic link', { customfield_10014: 'SHOP-1' }],
  ])('belongs to %s', (_, fields) => {
    expect(issue(fields).parent).toBe(`${HOST}/SHOP-1`);
  });

  it('is flagged by the field, by the agile API, or not at all', () => {
    expect(issue({ customfield_10021: [{ value: 'Impediment' }] }).impediment).toBe(true);
    expect(issue({ customfield_10021: null }).impediment).toBe(false);
    expect(issue({ flagged: true }).impediment).toBe(true);
    expect('impediment' in issue({})).toBe(false);
  });

  it('has its dates: due, target, start and the releases it is planned for', () => {
    expect(issue({ duedate: '2026-12-01', customfield_10023: '2026-12-24', customfield_10015: '2026-11-02', fixVersions: [{ name: '2.0', releaseDate: '2026-12-31', released: false }] })).toMatchObject({
      dueOn: '2026-12-01', startOn: '2026-11-02', versions: [{ name: '2.0', releaseOn: '2026-12-31', released: false }],
    });
    expect(issue({ customfield_10023: '2026-12-24' }).dueOn).toBe('2026-12-24');
    expect(issue({ duedate: '2026-02-31' }).dueOn).toBeNull();
  });

  it('has time booked, sub-tasks, and fields that the scores know', () => {
    expect(issue({
      timetracking: { originalEstimateSeconds: 3600, timeSpentSeconds: 60 }, subtasks: [{ key: 'SHOP-1', fields: status('Done', 'done') }, { key: 'SHOP-2', fields: status('Open', 'new') }],
      priority: { name: 'High' }, customfield_10040: { value: 'High' },
    })).toMatchObject({
      effort: { planned: 3600, spent: 60, left: null }, subIssues: { total: 2, completed: 1 },
      fields: [{ name: 'Priority', value: 'High' }, { name: 'Business Value', value: 'High' }],
    });
  });

  it('begins with its description as plain text, from a document or from wiki markup', () => {
    const document = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pay ' }, { type: 'mention', attrs: { text: '@Jo' } }] }, { type: 'paragraph', content: [{ type: 'text', text: 'fast.' }] }] };
    expect(issue({ description: document }).excerpt).toBe('Pay @Jo\nfast.');
    expect(issue({ description: 'h2. Pay\r\n* *fast*, see [the plan|https://x.example/]\r\n{code:java}x{code}' }).excerpt).toBe('Pay\nfast, see the plan\nx');
    expect(issue({ description: 'x'.repeat(900) }).excerpt).toHaveLength(280);
  });

  it('bears what the team shares, as far as it can be read', () => {
    const waymark = { tag: 'pay-fast', inputs: { reach: { value: 3, by: 'Maya', at: NOW }, impact: { value: 'much' } } };
    expect(issue({}, { properties: { waymark } }).shared).toEqual({ tag: 'pay-fast', inputs: { reach: { value: 3, by: 'Maya', at: NOW } } });
    for (const properties of [{}, { waymark: 'x' }, { other: {} }]) expect('shared' in issue({}, { properties })).toBe(false);
  });

  it('tells its history where it was asked for', () => {
    const changelog = { total: 3, histories: [
      { id: '3', created: '2026-11-12T10:00:00.000+0000', items: [{ field: 'status', fieldId: 'status', from: '3', fromString: 'In Progress', to: '10', toString: 'Done' }, { field: 'Story Points', fieldId: 'customfield_10016', fromString: '3', toString: '' }] },
      { id: '2', created: '2026-11-11T10:00:00.000+0000', items: [{ field: 'Sprint', fieldId: 'customfield_10020', from: '1', fromString: 'A', to: '1, 2', toString: 'A, B' }, { field: 'status', fieldId: 'status', from: '1', fromString: 'To Do', to: '3', toString: 'In Progress' }] },
      { id: '4', created: '2026-11-11T09:00:00.000+0000', author: { displayName: 'Maya' }, items: [{ field: 'Story Points', fieldId: 'customfield_10016', fromString: '', toString: '3.0' }, { field: 'Points of Contact', fieldId: 'customfield_77', fromString: '', toString: '8' }, { field: 'labels', fieldId: 'labels', fromString: 'bug old', toString: 'bug sprint-goal' }, { field: 'labels', fieldId: 'customfield_78', fieldtype: 'custom', fromString: '', toString: 'x' }] },
      { id: '1', created: 'never', items: [{ field: 'status' }] },
    ] };
    const known: JiraSite = { ...site, statuses: { at: NOW, named: { 3: { name: 'In Progress', category: 'doing' }, 10: { name: 'Done', category: 'done' } } } };
    expect(issue({}, { changelog }, known).history).toEqual({
      statuses: [
        { at: Date.UTC(2026, 10, 11, 10), from: 'To Do', to: 'In Progress', category: 'doing' },
        { at: Date.UTC(2026, 10, 12, 10), from: 'In Progress', to: 'Done', category: 'done' },
      ],
      sprints: [{ at: Date.UTC(2026, 10, 11, 10), added: [2], removed: [] }],
      estimates: [{ at: Date.UTC(2026, 10, 11, 9), from: null, to: 3, by: 'Maya' }, { at: Date.UTC(2026, 10, 12, 10), from: 3, to: null }],
      labels: [{ at: Date.UTC(2026, 10, 11, 9), added: ['sprint-goal'], removed: ['old'] }],
      bornIn: [1],
      complete: true, readAt: NOW,
    });
    expect(issue({}, { changelog: { ...changelog, total: 40 } }).history?.complete).toBe(false);
  });

  it.each([
    ['no key', { ...row('SHOP-12'), key: undefined }, 'key: invalid_type'],
    ['a key of nothing', { ...row('SHOP-12'), key: 'shop 12' }, 'key: invalid_format'],
    ['a title that is no text', row('SHOP-12', { summary: 7 }), 'fields.summary: invalid_type'],
    ['no fields', { id: '1', key: 'SHOP-12', fields: {} }, 'fields.status: invalid_type'],
    ['no status', row('SHOP-12', { status: null }), 'fields.status: invalid_type'],
    ['labels that are no list', row('SHOP-12', { labels: 'a' }), 'fields.labels: invalid_type'],
    ['a moment that is none', row('SHOP-12', { updated: 'yesterday' }), 'fields.updated: no moment'],
    ['nothing', null, 'invalid_type'],
  ])('with %s is set aside with its reason', (_, raw, reason) => {
    expect(read(raw)).toEqual({ ok: false, reason });
  });

  it('is read or set aside, whatever a site answers', () => {
    const anything = fc.dictionary(fc.constantFrom('issuelinks', 'customfield_10020', 'customfield_10021', 'timetracking', 'description', 'subtasks', 'fixVersions', 'votes', 'priority', 'parent', 'sprint', 'status', 'labels', 'properties', 'changelog'), fc.jsonValue());
    expect(() => fc.assert(fc.property(anything, (fields) => typeof read(row('SHOP-12', fields, fields)).ok === 'boolean'))).not.toThrow();
  });
});
