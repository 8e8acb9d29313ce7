import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../lib/core/issue.ts';
import { readIssueRow } from '../../../../lib/trackers/github/issue-mapping.ts';
import { row } from './rows.ts';

const read = (over: object, host = 'github.com'): Issue => {
  const result = readIssueRow(host, row(over));
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
const reason = (over: object): string => {
  const result = readIssueRow('github.com', row(over));
  return result.ok ? 'readable' : result.reason;
};
const labelled = (...names: string[]) => ({ labels: names.map((name) => ({ id: 1, name, color: 'fff' })) });
const field = (name: string, value: unknown, over: object = {}) => ({ issue_field_id: 1, issue_field_name: name, node_id: 'x', data_type: 'text', value, ...over });

describe('an issue of GitHub', () => {
  it('is named by host, owner and repository in lower case, and linked in the case it is written in', () => {
    expect(read({})).toMatchObject({
      key: 'github.com/acme/shop#12', project: 'github.com/acme/shop', url: 'https://github.com/Acme/Shop/issues/12', reference: '#12', id: '2069495429',
      tracker: 'github', kind: 'issue', author: 'maya', comments: 4,
    });
  });

  it('belongs to the site that was asked, whatever its address claims', () => {
    expect(read({ html_url: 'http://10.0.0.1/acme/shop/issues/12' }, 'Git.acme.org')).toMatchObject({ key: 'git.acme.org/acme/shop#12', url: 'https://git.acme.org/acme/shop/issues/12' });
    expect(read({ html_url: 'javascript:alert(1)' }).url).toBe('https://github.com/Acme/Shop/issues/12');
  });

  it('keeps an id beyond 53 bits', () => expect(read({ id: 9_007_199_254_740_993n }).id).toBe('9007199254740993'));

  it('says null for what the site did not tell and 0 for what it told as none', () => {
    expect(read({ comments: undefined })).toMatchObject({
      votes: null, comments: null, dependencies: null, subIssues: null, type: null, estimate: null, dueOn: null, parent: null, sprint: null, closedAt: null, resolution: null,
      fields: [], labels: [], assignees: [], reopened: false, draft: false,
    });
    expect(read({ reactions: { '+1': 0, '-1': 3, heart: 0, hooray: 0, rocket: 0, laugh: 9, eyes: 9 }, issue_dependencies_summary: { blocked_by: 0, blocking: 0 } })).toMatchObject({
      votes: 0, dependencies: { blockedBy: 0, blocking: 0, blockers: [] },
    });
  });

  it('is a pull request by the member that says so, and not by the empty one of old servers', () => {
    const pull = { html_url: 'https://github.com/Acme/Shop/pull/12', merged_at: '2026-11-01T00:00:00Z' };
    expect(read({ pull_request: pull, draft: true })).toMatchObject({ kind: 'pull-request', draft: true, url: 'https://github.com/Acme/Shop/pull/12' });
    expect(read({ pull_request: { html_url: null, diff_url: null, patch_url: null } }).kind).toBe('issue');
    expect(read({ pull_request: pull, state: 'closed' })).toMatchObject({ status: { category: 'done', name: 'merged' }, resolution: 'completed' });
    expect(read({ pull_request: { ...pull, merged_at: null }, state: 'closed' })).toMatchObject({ status: { name: 'closed' }, resolution: null });
  });

  it('counts the largest positive reaction, for one person may leave several', () => {
    expect(read({ reactions: { '+1': 3, '-1': 40, heart: 2, hooray: 0, rocket: 5, eyes: 30, laugh: 2, confused: 1 } }).votes).toBe(5);
  });

  it('is done when closed, whatever its labels say', () => {
    expect(read({ state: 'closed', state_reason: 'not_planned', closed_at: '2026-11-01T00:00:00Z', ...labelled('wip') })).toMatchObject({
      status: { category: 'done', guessedFrom: null }, resolution: 'not-planned', closedAt: Date.UTC(2026, 10, 1),
    });
    expect(read({ state: 'closed', state_reason: 'duplicate' }).resolution).toBe('duplicate');
    expect(read({ state: 'closed', state_reason: 'of a later API' }).resolution).toBeNull();
  });

  it.each(['in progress', 'In Review', 'WIP', 'doing', 'status: in progress', 'status/in-progress', 'Status: In Review', '🚧 WIP'])('the label %s means that it is being done', (name) => {
    expect(read({ ...labelled('bug', name), assignees: [{ login: 'maya' }] }).status).toEqual({ category: 'doing', name, guessedFrom: name });
  });

  it.each(['in progressive enhancement', 'not in progress', 'review', 'needs in review app', 'swip', 'doing-well'])('the label %s means nothing of the kind', (name) => {
    expect(read(labelled(name)).status).toEqual({ category: 'todo', name: 'open', guessedFrom: null });
  });

  it('counts as being done when somebody is assigned, and reads `assignees` only', () => {
    expect(read({ assignees: [{ login: 'maya' }, { login: 'ben' }] })).toMatchObject({ assignees: ['maya', 'ben'], status: { category: 'doing', guessedFrom: 'assignee' } });
    expect(read({ assignee: { login: 'maya' }, assignees: [] })).toMatchObject({ assignees: [], status: { category: 'todo' } });
  });

  it('is reopened when GitHub says so', () => expect(read({ state_reason: 'reopened' })).toMatchObject({ reopened: true, resolution: null }));

  it.each([
    ['3 points', 3], ['1 point', 1], ['points: 3', 3], ['sp: 5', 5], ['SP5', 5], ['5 pts', 5], ['story points: 8', 8], ['estimate: 0.5', 0.5], ['estimate/13', 13], ['2,5 points', 2.5], ['0 points', 0],
    ['size/M', null], ['size: 3', null], ['P3', null], ['3', null], ['points', null], ['checkpoint 3', null], ['3 points of view', null],
  ])('the label %s estimates %s', (name, estimate) => expect(read(labelled('bug', name)).estimate).toBe(estimate));

  it('has no estimate when its labels contradict each other', () => {
    expect(read(labelled('3 points', 'sp: 5')).estimate).toBeNull();
    expect(read(labelled('3 points', 'sp: 3')).estimate).toBe(3);
  });

  it('has its estimate and due date from issue fields first', () => {
    const issue_field_values = [
      field('Priority', 'High', { data_type: 'single_select', single_select_option: { id: 1, name: 'High', color: 'red' } }),
      field('Effort', 8, { data_type: 'number' }),
      field('Target date', '2026-12-01', { data_type: 'date' }),
      field('Areas', null, { data_type: 'multi_select', multi_select_options: [{ id: 1, name: 'ui' }, { id: 2, name: 'api' }] }),
      field('Empty', null),
      { issue_field_id: 7, of: 'a kind to come' },
      'broken',
    ];
    expect(read({ issue_field_values, ...labelled('3 points') })).toMatchObject({
      estimate: 8, dueOn: '2026-12-01',
      fields: [{ name: 'Priority', value: 'High' }, { name: 'Effort', value: 8 }, { name: 'Target date', value: '2026-12-01' }, { name: 'Areas', value: ['ui', 'api'] }],
    });
    expect(read({ issue_field_values: [field('Effort', 'High', { single_select_option: { name: 'High' } })] }).estimate).toBeNull();
    expect(read({ issue_field_values: [field('Estimate', '5')] }).estimate).toBe(5);
    expect(read({ issue_field_values: [field('Estimate', 0)], ...labelled('3 points') }).estimate).toBe(0);
    expect(read({ issue_field_values: [field('Estimate', -1)], ...labelled('3 points') }).estimate).toBe(3);
    expect(read({ issue_field_values: [field('Due date', '2026-02-30')] }).dueOn).toBeNull();
    expect(read({ issue_field_values: [field('Due Date', '2026-12-01T00:00:00Z')] }).dueOn).toBe('2026-12-01');
  });

  it('knows its sprint, its parent, its type and its neighbours', () => {
    const told = {
      milestone: { number: 3 }, type: { name: 'Bug' }, parent_issue_url: 'https://api.github.com/repos/Acme/Api/issues/5',
      issue_dependencies_summary: { blocked_by: 1, total_blocked_by: 4, blocking: 2, total_blocking: 2 }, sub_issues_summary: { total: 3, completed: 1, percent_completed: 33 },
    };
    expect(read(told)).toMatchObject({
      sprint: 'github.com/acme/shop/milestone/3', type: 'Bug', parent: 'github.com/acme/api#5',
      dependencies: { blockedBy: 1, blocking: 2, blockers: [] }, subIssues: { total: 3, completed: 1 },
    });
    expect(read({ parent_issue_url: 'https://git.acme.org/api/v3/repos/a/b/issues/5' }, 'git.acme.org').parent).toBe('git.acme.org/a/b#5');
  });

  it('survives what is odd in its extras', () => {
    expect(read({ user: null, assignees: [null], reactions: 'many', type: 7, sub_issues_summary: { total: 'x' }, parent_issue_url: 'nowhere', new_member: 1 })).toMatchObject({
      author: null, assignees: [], votes: null, type: null, subIssues: null, parent: null,
    });
  });

  it('is rejected with the member that is wrong, rather than read wrongly', () => {
    expect(reason({ title: null })).toMatch(/^title: /);
    expect(reason({ updated_at: 'yesterday' })).toMatch(/^updated_at: /);
    expect(reason({ created_at: '2026-02-30T00:00:00Z' })).toMatch(/^created_at: /);
    expect(reason({ number: 0 })).toMatch(/^number: /);
    expect(reason({ state: 'frozen' })).toMatch(/^state: /);
    expect(reason({ labels: 'bug' })).toMatch(/^labels: /);
    expect(reason({ html_url: 'x', repository_url: null })).toMatch(/^html_url: /);
    expect(reason({ html_url: 'https://github.com/a/../issues/1', repository_url: null })).toMatch(/^html_url: /);
    for (const raw of [null, undefined, 7, 'row', [], {}]) expect(readIssueRow('github.com', raw).ok).toBe(false);
  });
});
