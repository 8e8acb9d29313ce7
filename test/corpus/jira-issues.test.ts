import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey } from '../../lib/core/issue.ts';
import type { Credentials, IssuePage, IssueQuery } from '../../lib/trackers/tracker.ts';
import { HOST, session, siteOf, valueOf } from '../unit/trackers/jira/fake-site.ts';
import { absent, type Raw, readJson, readLines, searching } from './jira-archive.ts';

/** Thousands of real issues of Jira through the real client. What it reads is compared with what the raw JSON says. */
if (absent) console.log('Skipped: the issues of Jira, for ../shared/corpus is not here.');

const tidev = absent ? [] : readLines('tidev/sample-issues.jsonl.gz');
const devlake: Raw[] = absent ? [] : readJson('devlake/issues.json');
const projects = [...new Set(tidev.map(({ key }) => key.split('-')[0] as string))];
const corp: Credentials = { host: 'corp.example', token: 'pat' };

async function walk(credentials: Credentials, project: string, rows: readonly Raw[]): Promise<{ issues: Issue[]; pages: IssuePage[] }> {
  const search = searching(rows);
  const { tracker } = siteOf({ '/rest/api/2/search': search, '/rest/api/3/search/jql': search, '/rest/agile/1.0/board': { body: { values: [], isLast: true } } });
  const key = `${credentials.host}/${project}` as ProjectKey;
  const pages: IssuePage[] = [];
  for (let query: IssueQuery | null = { kind: 'changes', project: key, since: null }; query;) {
    const page: IssuePage = valueOf(await tracker.readIssues(credentials, query, null));
    pages.push(page);
    query = page.next === null ? null : { kind: 'url', project: key, url: page.next };
  }
  return { issues: pages.flatMap(({ issues }) => issues), pages };
}

const countBy = <T>(items: readonly T[], of: (item: T) => string | null): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[of(item) ?? 'none'] = (counts[of(item) ?? 'none'] ?? 0) + 1;
  return counts;
};
const CATEGORY: Record<string, string> = { new: 'todo', indeterminate: 'doing', done: 'done' };
const isDone = ({ fields }: Raw): boolean => fields.status.statusCategory.key === 'done';

describe.skipIf(absent)('the 2,756 issues of tidev', async () => {
  const walks = await Promise.all(projects.map((project) => walk(corp, project, tidev)));
  const issues = walks.flatMap(({ issues: read }) => read);
  const byKey = new Map(issues.map((issue) => [issue.reference, issue]));
  const of = ({ key }: Raw): Issue => byKey.get(key) ?? expect.unreachable(key);

  it('are all read, once, and none is refused', () => {
    expect(walks.flatMap(({ pages }) => pages.flatMap(({ rejected }) => rejected))).toEqual([]);
    expect([issues.length, byKey.size]).toEqual([2756, 2756]);
  });

  it('stand where their statuses say, for the reasons that they were closed for', () => {
    expect(countBy(issues, ({ status }) => `${status.category} ${status.name}`)).toEqual(countBy(tidev, ({ fields }) => `${CATEGORY[fields.status.statusCategory.key]} ${fields.status.name}`));
    const reason: Record<string, string> = {
      'Fixed': 'completed', 'Done': 'completed', 'Duplicate': 'duplicate', 'Invalid': 'not-planned', "Won't Fix": 'not-planned', "Won't Do": 'not-planned', 'Cannot Reproduce': 'not-planned',
      'Not Our Bug': 'not-planned', 'Hold': 'not-planned', 'Needs more info': 'not-planned',
    };
    expect(countBy(issues, ({ resolution }) => resolution)).toEqual(countBy(tidev, (raw) => (isDone(raw) ? (reason[raw['fields'].resolution?.name] ?? null) : null)));
    expect(issues.filter(({ reopened }) => reopened).length).toBe(tidev.filter(({ fields }) => fields.status.name === 'Reopened').length);
    expect(issues.filter(({ closedAt }) => closedAt !== null).length).toBe(tidev.filter((raw) => isDone(raw) && raw['fields'].resolutiondate).length);
  });

  it('are in the open sprints that the raw rows name: 18 of them', () => {
    const open = tidev.filter(({ fields }) => fields.sprint);
    expect(open).toHaveLength(18);
    for (const raw of open) expect(of(raw).sprint).toBe(`corp.example/${raw['key'].split('-')[0]}/sprint/${raw['fields'].sprint.id}`);
    const ids = new Set(open.map(({ fields }) => fields.sprint.id as number));
    expect(issues.filter(({ sprint }) => sprint !== null && ids.has(Number(sprint.split('/').at(-1))))).toHaveLength(18);
    // What is done keeps the last sprint that it was in; what is not and is in no open sprint is in the backlog.
    const closed = tidev.filter((raw) => !raw['fields'].sprint && isDone(raw) && raw['fields'].closedSprints);
    for (const raw of closed) expect(of(raw).sprint?.split('/').at(-1)).toBe(String(Math.max(...raw['fields'].closedSprints.map(({ id }: Raw) => id))));
    expect(issues.filter(({ sprint }) => sprint !== null)).toHaveLength(18 + closed.length);
  });

  it('belong to their parents and epics, and count their sub-tasks', () => {
    for (const raw of tidev) expect(of(raw).parent).toBe(raw['fields'].parent || raw['fields'].epic ? `corp.example/${raw['fields'].parent?.key ?? raw['fields'].epic.key}` : null);
    for (const raw of tidev) expect(of(raw).subIssues).toEqual({ total: raw['fields'].subtasks.length, completed: raw['fields'].subtasks.filter(isDone).length });
  });

  it('wait for the open issues that block them or that they depend on', () => {
    let blocked = 0;
    for (const raw of tidev) {
      const links: Raw[] = raw['fields'].issuelinks;
      const waits = links.flatMap(({ type, inwardIssue, outwardIssue }) => {
        const other = type.name === 'Blocks' || type.name === 'Gantt: finish-start' ? inwardIssue : type.name === 'Depends' ? outwardIssue : undefined;
        return other && !isDone(other) ? [`corp.example/${other.key}`] : [];
      });
      blocked += waits.length > 0 ? 1 : 0;
      expect([...(of(raw).dependencies?.blockers ?? [])].sort(), raw['key']).toEqual([...new Set(waits)].sort());
    }
    expect(blocked).toBeGreaterThan(0);
  });

  it('keep their moments, people, labels, versions and words', () => {
    for (const raw of tidev) {
      const { fields } = raw;
      expect(of(raw)).toMatchObject({
        title: fields.summary, createdAt: Date.parse(fields.created), updatedAt: Date.parse(fields.updated), labels: fields.labels, type: fields.issuetype.name, comments: fields.comment.total,
        assignees: fields.assignee ? [fields.assignee.displayName] : [], author: fields.reporter.displayName, impediment: false,
        versions: (fields.fixVersions ?? []).map((version: Raw) => ({ name: version['name'], releaseOn: version['releaseDate'] ?? null, released: version['released'] })),
        fields: fields.priority ? [{ name: 'Priority', value: fields.priority.name }] : [],
      });
    }
    const told = issues.filter(({ excerpt = '' }) => excerpt !== '').length;
    expect(Math.abs(told - tidev.filter(({ fields }) => fields.description?.trim()).length)).toBeLessThan(10);
    expect(issues.every(({ excerpt = '' }) => excerpt.length <= 280)).toBe(true);
  });
});

describe.skipIf(absent)('the 33 issues of devlake', async () => {
  const walks = await Promise.all(['EE', 'K5'].map((project) => walk(session, project, devlake)));
  const issues = walks.flatMap(({ issues: read }) => read);
  const of = ({ key }: Raw): Issue => issues.find(({ reference }) => reference === key) ?? expect.unreachable(key);
  const { tracker } = siteOf({ '/rest/api/3/search/jql': searching(devlake), '/rest/api/3/status': { body: absent ? [] : readJson('devlake/status.json') } });
  const histories = valueOf(await tracker.readHistories!(session, devlake.map(({ key }) => `${HOST}/${key}` as IssueKey)));

  it('are all read, and what was resolved is done though its category’s key says otherwise', () => {
    expect(walks.flatMap(({ pages }) => pages.flatMap(({ rejected }) => rejected))).toEqual([]);
    expect(issues).toHaveLength(33);
    for (const raw of devlake) expect(of(raw).status.category).toBe(raw['fields'].resolutiondate ? 'done' : 'todo');
    for (const raw of devlake) expect(of(raw)).toMatchObject({ dueOn: raw['fields'].duedate ?? null, votes: raw['fields'].votes.votes, watchers: raw['fields'].watches.watchCount });
    for (const raw of devlake) {
      const { sprint, closedSprints } = raw['fields'];
      const expected = sprint?.id ?? (raw['fields'].resolutiondate ? closedSprints?.at(-1)?.id : undefined);
      expect(of(raw).sprint?.split('/').at(-1), raw['key']).toBe(expected === undefined ? undefined : String(expected));
    }
  });

  const items = (raw: Raw, field: string): Raw[] =>
    (raw['changelog'].histories as Raw[]).flatMap(({ created, items: all }) => all.filter((item: Raw) => item['field'] === field).map((item: Raw) => ({ ...item, at: Date.parse(created) }))).toSorted((a, b) => a['at'] - b['at']);
  const historyOf = ({ key }: Raw) => histories.get(`${HOST}/${key}` as IssueKey) ?? expect.unreachable(key);

  it('tell every change of status and of sprint, oldest first, and that nothing is missing', () => {
    expect(histories.size).toBe(33);
    let [statuses, sprints] = [0, 0];
    for (const raw of devlake) {
      const history = historyOf(raw);
      expect(history.statuses.map(({ at, from, to }) => [at, from, to])).toEqual(items(raw, 'status').map((item) => [item['at'], item['fromString'], item['toString']]));
      expect(history.sprints.map(({ at, added, removed }) => [at, [...added, ...removed].length > 0])).toEqual(items(raw, 'Sprint').map((item) => [item['at'], true]));
      expect(history.complete).toBe(true);
      statuses += history.statuses.length;
      sprints += history.sprints.length;
    }
    expect([statuses, sprints]).toEqual([165, 21]);
  });

  it('have stood in their last status as long as the raw changelog says, by categories that the site names', () => {
    const categories = new Map((readJson('devlake/status.json') as Raw[]).map(({ id, statusCategory }) => [id as string, CATEGORY[statusCategory.key]]));
    for (const raw of devlake) {
      const last = items(raw, 'status').at(-1);
      expect(historyOf(raw).statuses.at(-1)?.at).toBe(last?.['at']);
      expect(historyOf(raw).statuses.map(({ category }) => category)).toEqual(items(raw, 'status').map(({ to }) => categories.get(to) ?? null));
    }
  });

  it('have come into the sprints that they are in now, or were in last', () => {
    for (const raw of devlake) {
      const now = new Set<number>();
      for (const { added, removed } of historyOf(raw).sprints) {
        for (const id of removed) now.delete(id);
        for (const id of added) now.add(id);
      }
      const told = [...(raw['fields'].closedSprints ?? []), raw['fields'].sprint].flatMap((sprint: Raw | null) => sprint?.['id'] ?? []);
      // An issue made in a sprint has no entry for it.
      expect([...now].every((id) => told.includes(id)), raw['key']).toBe(true);
    }
  });

  it.each(['devlake/issue_relationships.json', 'devlake/external_epics.json', 'devlake/issues_for_due_date.json'])('and the others in %s are read too', async (file) => {
    const rows = readJson(file) as Raw[];
    const site = siteOf({ '/rest/api/3/issue': {}, ...Object.fromEntries(rows.map((raw) => [`/rest/api/3/issue/${raw['key']}`, { body: raw }])) });
    for (const raw of rows) {
      const found = valueOf(await site.tracker.readIssue(session, `${HOST}/${raw['key']}` as IssueKey));
      const blockers = ((raw['fields'].issuelinks ?? []) as Raw[]).filter(({ type, inwardIssue }) => type.name === 'Blocks' && inwardIssue && !isDone(inwardIssue));
      expect(found).toMatchObject({ kind: 'found', issue: { reference: raw['key'], dueOn: raw['fields'].duedate ?? null } });
      expect('issue' in found && found.issue.dependencies?.blockedBy).toBe(raw['fields'].issuelinks ? blockers.length : undefined);
    }
  });
});
