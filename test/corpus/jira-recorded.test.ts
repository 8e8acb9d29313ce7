import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { jiraWorldOf } from '../tracker/world.ts';
import { CENTER, CLOUD, type IssueRow, MAYA, PAT } from '../unit/tracker/jira/asking.ts';
import { ask } from '../unit/tracker/ask.ts';

const FOLDER = '../shared/corpus/api/jira/tidev';
const DEVLAKE = '../shared/corpus/api/jira/devlake';
const present = existsSync(FOLDER);
if (!present) console.log(`Skipped: ${FOLDER} is not here.`);

describe.skipIf(!present)('recorded issues, served by the demo’s Data Center', () => {
  let tracker: DemoTracker;
  let rows: IssueRow[];
  beforeAll(async () => {
    rows = gunzipSync(readFileSync(`${FOLDER}/sample-issues.jsonl.gz`)).toString().trim().split('\n').map((line) => JSON.parse(line) as IssueRow); // the corpus states its shape
    tracker = await startTracker({ world: jiraWorldOf(rows, JSON.parse(readFileSync(`${FOLDER}/sprints.json`, 'utf8')) as unknown[], 'jira.acme.example') });
  });
  afterAll(() => tracker.close());

  const search = async (jql: string, startAt = 0): Promise<{ total: number; issues: IssueRow[] }> =>
    (await ask(tracker, `${CENTER}/rest/api/2/search?${new URLSearchParams({ jql, startAt: String(startAt), maxResults: '1000', fields: '*all' })}`, PAT)).json as { total: number; issues: IssueRow[] };

  it('are all found, each with what was recorded of it', async () => {
    const answered = new Map<string, IssueRow>();
    for (let startAt = 0; startAt < rows.length; startAt += 1000) for (const issue of (await search('updated >= -40000d ORDER BY updated ASC, key ASC', startAt)).issues) answered.set(issue.key, issue);
    expect(answered.size).toBe(rows.length);
    for (const { key, fields } of rows) {
      const { sprint: _sprint, closedSprints: _closed, epic: _epic, flagged: _flagged, updated: _updated, labels, ...same } = fields;
      const found = answered.get(key)?.fields ?? {};
      expect([key, Object.fromEntries(Object.keys(same).map((name) => [name, found[name]])), found.labels]).toEqual([key, same, labels]);
    }
  }, 30_000);

  it('are in the sprints that they were in', async () => {
    const open = await search('sprint in openSprints()');
    expect(open.total).toBe(rows.filter(({ fields }) => (fields.sprint as { state?: string } | undefined)?.state === 'active').length);
    expect(open.issues.every(({ fields }) => String(fields.customfield_10105).includes('state=ACTIVE'))).toBe(true);
    const closed = rows.filter(({ fields }) => Array.isArray(fields.closedSprints) && fields.closedSprints.length > 0);
    expect((await search('sprint in closedSprints()')).total).toBe(closed.length);
  });

  it('can be written like any other', async () => {
    const key = rows[0]?.key ?? '';
    expect((await ask(tracker, `${CENTER}/rest/api/2/issue/${key}`, { ...PAT, method: 'PUT', body: { update: { labels: [{ add: 'roadmap:quiet' }] } } })).status).toBe(204);
    expect((await search('labels = "roadmap:quiet"')).issues.map((issue) => issue.key)).toEqual([key]);
  });
});

describe.skipIf(!existsSync(DEVLAKE))('recorded issues with their changelogs, served by the demo’s Cloud', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(`${DEVLAKE}/${file}`, 'utf8'));
  interface Recorded extends IssueRow {
    changelog: { histories: { items: { field: string; from: string | null; to: string | null }[] }[] };
  }

  it('tell every change of status and sprint that was recorded, oldest first', async () => {
    const rows = read('issues.json') as Recorded[]; // the corpus states its shape
    const tracker = await startTracker({ world: jiraWorldOf(rows, read('sprints.json') as unknown[], 'acme.atlassian.net') });
    try {
      const answer = await ask(tracker, `${CLOUD}/rest/api/3/changelog/bulkfetch`, { ...MAYA, method: 'POST', body: { issueIdsOrKeys: rows.map(({ key }) => key), fieldIds: ['status', 'customfield_10020'], maxResults: 10_000 } });
      const logs = (answer.json as { issueChangeLogs: { issueId: string; changeHistories: { created: string; items: { field: string; from: string | null; to: string | null }[] }[] }[] }).issueChangeLogs;
      const movesOf = (histories: readonly { items: readonly { field: string; from: string | null; to: string | null }[] }[]): string[] => histories.flatMap(({ items }) => items.filter(({ field }) => field === 'status' || field === 'Sprint').map(({ field, from, to }) => `${field} ${from} ${to}`));
      let moves = 0;
      for (const { id, key, changelog } of rows) {
        const told = logs.find(({ issueId }) => issueId === id)?.changeHistories ?? [];
        expect([key, movesOf(told).sort()]).toEqual([key, movesOf(changelog.histories).sort()]);
        const times = told.map(({ created }) => Date.parse(created));
        expect(times).toEqual([...times].sort((one, other) => one - other));
        moves += movesOf(told).length;
      }
      expect(moves).toBeGreaterThan(100);
    } finally {
      await tracker.close();
    }
  });
});
