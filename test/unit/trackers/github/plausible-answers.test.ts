import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { credentials, NOW, siteOf } from './fake-site.ts';
import { milestone, row } from './rows.ts';

const project = 'github.com/acme/shop' as ProjectKey;
const key = 'github.com/acme/shop#12' as IssueKey;

async function listed(...rows: unknown[]) {
  const { outcome } = await siteOf({ body: rows }).tracker.readIssues(credentials, { kind: 'open', project }, null);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

async function mapped(over: object): Promise<Issue> {
  const { issues: [issue], rejected } = await listed(row(over));
  if (!issue) throw new Error(JSON.stringify(rejected));
  return issue;
}

describe('an issue as some server of some year tells it', () => {
  it.each([
    ['a ghost as author', { user: null }, { author: null }],
    ['no body', { body: null }, { title: 'Express checkout' }],
    ['the longest body', { body: 'x'.repeat(65_536) }, { title: 'Express checkout' }],
    ['labels as plain text', { labels: ['bug', 'roadmap:pay'] }, { labels: ['bug', 'roadmap:pay'] }],
    ['labels without colour and description', { labels: [{ name: 'bug', color: null, description: null }] }, { labels: ['bug'] }],
    ['a label without a name beside one with it', { labels: [{ id: 1, name: null }, { name: 'bug' }] }, { labels: ['bug'] }],
    ['nobody in a list of assignees', { assignees: [null, { login: 'maya' }] }, { assignees: ['maya'] }],
    ['no assignees', { assignees: null }, { assignees: [] }],
    ['a milestone with nothing but its number', { milestone: { number: 2, due_on: null, description: null } }, { sprint: 'github.com/acme/shop/milestone/2' }],
    ['an old server: no type, no reason, no summaries, no reactions', { state: 'closed', state_reason: undefined, closed_at: '2026-11-02T10:00:00Z' }, { type: null, resolution: null, subIssues: null, dependencies: null, votes: null, fields: [], parent: null, status: { category: 'done' } }],
    ['reactions of before 2018, without rocket and eyes', { reactions: { total_count: 9, '+1': 5, '-1': 0, laugh: 0, hooray: 1, confused: 0, heart: 3 } }, { votes: 5 }],
    ['empty reactions', { reactions: null }, { votes: null }],
    ['a draft pull request', { draft: true, pull_request: { html_url: 'https://github.com/Acme/Shop/pull/12', merged_at: null }, html_url: 'https://github.com/Acme/Shop/pull/12' }, { kind: 'pull-request', draft: true }],
    ['a merged pull request', { state: 'closed', closed_at: '2026-11-02T10:00:00Z', pull_request: { html_url: 'https://github.com/Acme/Shop/pull/12', merged_at: '2026-11-02T10:00:00Z' } }, { kind: 'pull-request', status: { name: 'merged' }, resolution: 'completed' }],
    ['a duplicate', { state: 'closed', state_reason: 'duplicate', closed_at: '2026-11-02T10:00:00Z' }, { resolution: 'duplicate' }],
    ['a reason of a later year', { state: 'closed', state_reason: 'merged_elsewhere', closed_at: '2026-11-02T10:00:00Z' }, { resolution: null }],
    ['a moment with an offset', { updated_at: '2026-11-02T03:00:00-07:00' }, { updatedAt: Date.UTC(2026, 10, 2, 10) }],
    ['a moment with fractions', { updated_at: '2026-11-02T10:00:00.250Z' }, { updatedAt: Date.UTC(2026, 10, 2, 10) + 250 }],
    ['a parent in another repository', { parent_issue_url: 'https://api.github.com/repos/Acme/Plans/issues/7' }, { parent: 'github.com/acme/plans#7' }],
    ['dependencies with the totals', { issue_dependencies_summary: { blocked_by: 1, total_blocked_by: 3, blocking: 0, total_blocking: 2 } }, { dependencies: { blockedBy: 1, blocking: 0, blockers: [] } }],
    ['a type of the organisation', { type: { id: 1, node_id: 'x', name: 'Epic', description: null, color: 'red', is_enabled: true } }, { type: 'Epic' }],
    ['no type', { type: null }, { type: null }],
  ])('%s', async (_, over, expected) => {
    expect(await mapped(over)).toMatchObject(expected);
  });

  it.each([
    ['text', { data_type: 'text', value: 'Team A' }, 'Team A'],
    ['a number', { data_type: 'number', value: 5 }, 5],
    ['zero', { data_type: 'number', value: 0 }, 0],
    ['a date', { data_type: 'date', value: '2026-12-01' }, '2026-12-01'],
    ['an option', { data_type: 'single_select', value: 'High', single_select_option: { id: 1, name: 'High', color: 'red' } }, 'High'],
    ['an option beside an empty list', { data_type: 'single_select', value: 'High', single_select_option: { id: 1, name: 'High', color: 'red' }, multi_select_options: [] }, 'High'],
    ['text beside empty members of the other kinds', { data_type: 'text', value: 'Team A', single_select_option: null, multi_select_options: [] }, 'Team A'],
    ['several options', { data_type: 'multi_select', value: null, multi_select_options: [{ id: 1, name: 'Web', color: 'red' }, { id: 2, name: 'App', color: 'red' }] }, ['Web', 'App']],
    // As a public test caught it from the real site (`test_a_single_select_reads_its_name_not_its_option_id`, "captured from plaincodelab"): the value of an option is its id.
    ['an option, the value its id', { data_type: 'single_select', value: 80557703, single_select_option: { color: 'gray', id: 80557703, name: 'Inbox' } }, 'Inbox'],
    ['several options, the value a list of names', { data_type: 'multi_select', value: ['Web', 'App'], multi_select_options: [{ id: 1, name: 'Web' }, { id: 2, name: 'App' }] }, ['Web', 'App']],
    ['several names alone', { data_type: 'multi_select', value: ['Web', 'App'] }, ['Web', 'App']],
  ])('a field that holds %s', async (_, given, value) => {
    expect((await mapped({ issue_field_values: [{ issue_field_id: 1, issue_field_name: 'Area', node_id: 'x', ...given }] })).fields).toEqual([{ name: 'Area', value }]);
  });

  it.each([
    ['a field without a value', { data_type: 'text', value: null }],
    ['a field of a kind to come', { data_type: 'people', value: { login: 'maya' } }],
    ['an option that is told by its id alone', { data_type: 'single_select', value: 80557703 }],
    ['several options of which none is chosen', { data_type: 'multi_select', value: null, multi_select_options: [] }],
  ])('%s is none, and costs nothing else', async (_, given) => {
    const issue = await mapped({ issue_field_values: [{ issue_field_id: 1, issue_field_name: 'Area', ...given }, { issue_field_name: 'Effort', data_type: 'number', value: 3 }] });
    expect(issue.fields).toEqual([{ name: 'Effort', value: 3 }]);
    expect(issue.estimate).toBe(3);
  });

  it('rows that are none cost themselves alone, and are told', async () => {
    const { issues, rejected } = await listed(row(), null, 'text', [], {}, row({ id: 7, updated_at: 'yesterday' }), row({ id: 8, html_url: 'https://github.com/', repository_url: null }), row({ id: 9, number: 13 }));
    expect(issues.map(({ id }) => id)).toEqual(['2069495429', '9']);
    expect(rejected.map(({ id }) => id)).toEqual(['row 1', 'row 2', 'row 3', 'row 4', '7', '8']);
  });
});

describe('a milestone as some server of some year tells it', () => {
  it.each([
    ['no due date', { due_on: null, description: null }, { dueOn: null, description: '' }],
    ['due at midnight in California, winter', { due_on: '2026-11-30T08:00:00Z' }, { dueOn: '2026-11-30' }],
    ['due at midnight in California, summer', { due_on: '2026-07-01T07:00:00Z' }, { dueOn: '2026-07-01' }],
    ['due at midnight by UTC', { due_on: '2026-07-01T00:00:00Z' }, { dueOn: '2026-07-01' }],
    ['no moment of change', { updated_at: undefined }, { updatedAt: Date.UTC(2026, 10, 2, 10) }],
    ['closed long ago', { state: 'closed', closed_at: null }, { state: 'closed', completedAt: null }],
  ])('%s', async (_, over, expected) => {
    const { outcome } = await siteOf({ body: [milestone(over)] }).tracker.readSprints(credentials, project, null, null);
    expect(outcome).toMatchObject({ ok: true, value: { sprints: [expected], rejected: [] } });
  });
});

describe('the next page', () => {
  const nextOf = async (link: string, url?: string) => {
    const { outcome } = await siteOf({ body: [row()], headers: { link }, ...(url !== undefined && { url }) }).tracker.readIssues(credentials, { kind: 'open', project }, null);
    return outcome.ok ? outcome.value.next : outcome.error;
  };

  it.each([
    ['to the letter', '<https://api.github.com/repositories/1/issues?after=Y3Vy%3D%3D&per_page=100>; rel="next"', 'https://api.github.com/repositories/1/issues?after=Y3Vy%3D%3D&per_page=100'],
    ['after the last and before the first', '<https://api.github.com/x?page=9>; rel="last", <https://api.github.com/x?page=2>; rel="next", <https://api.github.com/x>; rel="first"', 'https://api.github.com/x?page=2'],
    ['without quotes', '<https://api.github.com/x?page=2>; rel=next', 'https://api.github.com/x?page=2'],
    ['with other parameters around', '<https://api.github.com/x?page=2>; title="a, b; c"; rel="next"; type=json', 'https://api.github.com/x?page=2'],
    ['in capitals', '<https://api.github.com/x?page=2>; REL="Next"', 'https://api.github.com/x?page=2'],
    ['an address below the answer\'s host', '</repositories/1/issues?page=2>; rel="next"', 'https://api.github.com/repositories/1/issues?page=2'],
    ['a question alone', '<?page=2>; rel="next"', 'https://api.github.com/repos/acme/shop/issues?page=2'],
    ['none', '<https://api.github.com/x?page=1>; rel="prev"', null],
    ['nonsense', 'next', null],
  ])('%s', async (_, link, next) => {
    expect(await nextOf(link)).toBe(next);
  });

  it('is below the address that answered, where that was another one', async () => {
    expect(await nextOf('<issues?page=2>; rel="next"', 'https://api.github.com/repositories/1/issues?state=all')).toBe('https://api.github.com/repositories/1/issues?page=2');
  });

  it('of a server behind a proxy that ends TLS is asked for as everything of that host is', async () => {
    const { outcome } = await siteOf({ body: [row({ html_url: 'https://git.acme.org/Acme/Shop/issues/12' })], headers: { link: '<http://git.acme.org/api/v3/repositories/1/issues?page=2>; rel="next"' } })
      .tracker.readIssues({ ...credentials, host: 'git.acme.org' }, { kind: 'open', project: 'git.acme.org/acme/shop' as ProjectKey }, null);
    expect(outcome).toMatchObject({ ok: true, value: { next: 'https://git.acme.org/api/v3/repositories/1/issues?page=2' } });
  });
});

describe('a moment that an answer names', () => {
  const untilOf = async (headers: Record<string, string>) => {
    const { outcome } = await siteOf({ status: 429, body: {}, headers }).tracker.readIssue(credentials, key);
    return !outcome.ok && outcome.error.kind === 'rate-limited' ? outcome.error.until - NOW : null;
  };

  it.each([
    ['nothing', {}, 60_000],
    ['no time at all', { 'retry-after': '0' }, 0],
    ['fractions of a second', { 'retry-after': '1.5' }, 2000],
    ['a time that has passed', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
    ['less than nothing', { 'retry-after': '-5' }, 60_000],
    ['words', { 'retry-after': 'a while' }, 60_000],
    ['a spent allowance with a reset that has passed', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 60_000],
  ])('%s', async (_, headers, until) => {
    expect(await untilOf(headers)).toBe(until);
  });
});

describe('what refuses', () => {
  const errorOf = async (answer: Parameters<typeof siteOf>[0]) => {
    const { outcome } = await siteOf(answer).tracker.readIssue(credentials, key);
    return outcome.ok ? outcome.value : outcome.error;
  };
  it.each([
    ['403 without a header', { status: 403, body: { message: 'Forbidden' } }, { kind: 'forbidden', missing: null }],
    ['403 without a word', { status: 403, body: '' }, { kind: 'forbidden', reason: 'The site refused this.' }],
    ['451', { status: 451, body: { message: 'Repository access blocked', block: { reason: 'dmca' } } }, { kind: 'forbidden', reason: 'Repository access blocked' }],
    ['410', { status: 410, body: { message: 'This issue was deleted' } }, { kind: 'gone' }],
    ['404', { status: 404, body: { message: 'Not Found' } }, { kind: 'gone' }],
    ['a gateway\'s page with 403', { status: 403, body: '<html>Blocked by the firewall</html>', headers: { 'content-type': 'text/html' } }, { kind: 'changed-shape', page: true }],
    ['a 301 that leads nowhere', { status: 301, body: { message: 'Moved Permanently' } }, { kind: 'changed-shape' }],
    ['500 with a page', { status: 500, body: '<html>', headers: { 'content-type': 'text/html' } }, { kind: 'server', status: 500 }],
    ['nothing with 200', { status: 200, body: '' }, { kind: 'changed-shape' }],
    ['a limit in the words of an old server', { status: 403, body: { message: 'API rate limit exceeded for 1.2.3.4' } }, { kind: 'rate-limited', scope: 'secondary' }],
    ['a portal that answers for everybody', { body: '<html>', headers: { 'content-type': 'text/html' }, url: 'https://portal.hotel.example/login' }, { kind: 'changed-shape', page: true }],
    ['JSON that was cut off, which is no page', { body: '[{"id":1,' }, { kind: 'changed-shape', reason: 'an answer that is not JSON (status 200)' }],
  ])('%s', async (_, answer, error) => {
    expect(await errorOf(answer)).toMatchObject(error);
  });

  it('a Project of an organisation that wants the token authorised lacks that, and no scope', async () => {
    // fwouts/prmonitor#1042: status 200, `x-github-sso` beside it
    const answer = { data: { repository: null }, errors: [{ type: 'FORBIDDEN', path: ['repository'], extensions: { saml_failure: true }, message: 'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.' }] };
    const read = await siteOf({ body: answer }).tracker.readPlanning?.(credentials, project, { at: 'list' }, '2026-11-22' as PlainDate);
    expect(read?.outcome).toMatchObject({ error: { kind: 'forbidden', missing: 'sso' } });
  });

  it('an issue that was transferred answers under its new key', async () => {
    const moved = await errorOf({ body: row({ number: 3, html_url: 'https://github.com/Acme/Plans/issues/3' }), url: 'https://api.github.com/repositories/9/issues/3' });
    expect(moved).toMatchObject({ kind: 'moved', issue: { key: 'github.com/acme/plans#3' } });
  });
});

describe('a history', () => {
  it('is read in the order in which it happened, whatever the order of the answer, and over the pages\' borders', async () => {
    const at = (day: number) => `2026-11-0${day}T10:00:00Z`;
    const events = [
      { event: 'assigned', assignee: { login: 'maya' }, actor: null, created_at: at(1) },
      { event: 'closed', actor: { login: 'maya' }, created_at: at(2) },
      { event: 'reopened', actor: { login: 'lee' }, created_at: at(3) },
      { event: 'an event of a later year', created_at: at(4) },
      null,
      { event: 'unassigned', assignee: { login: 'maya' }, actor: { login: 'lee' }, created_at: at(5) },
    ];
    const link = { link: '<?page=2>; rel=next' };
    for (const order of [events, events.toReversed()]) {
      const { tracker } = siteOf({ body: order.slice(0, 3), headers: link }, { body: order.slice(3) });
      const read = await tracker.readHistories?.(credentials, [key]);
      expect(read?.outcome.ok && read.outcome.value.get(key)?.statuses.map(({ to, category }) => [to, category])).toEqual([['assigned', 'doing'], ['closed', 'done'], ['assigned', 'doing'], ['not started', 'todo']]);
    }
  });
});
