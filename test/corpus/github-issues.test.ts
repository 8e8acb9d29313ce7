import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';

const CORPUS = new URL('../../../shared/corpus/api/github/', import.meta.url);
const absent = !existsSync(CORPUS);
if (absent) console.log('Skipped: the recorded issues of GitHub, for ../shared/corpus is not here.');

const text = (name: string): string => {
  const file = readFileSync(new URL(name, CORPUS));
  return name.endsWith('.gz') ? gunzipSync(file).toString('utf8') : file.toString('utf8');
};
const answering = (body: string) => createGithubTracker({ fetch: async () => new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } }), now: () => Date.UTC(2026, 10, 22) });
const project = 'github.com/huggingface/datasets' as ProjectKey;
const readAll = async (body: string) => {
  const { outcome } = await answering(body).readIssues({ host: 'github.com', token: null }, { kind: 'open', project }, null);
  return outcome.ok ? outcome.value : expect.unreachable(JSON.stringify(outcome));
};

describe.skipIf(absent)('recorded issues of GitHub', () => {
  it('huggingface/datasets: all 1,000 rows are read, none is rejected, and the counts are those of the raw rows', async () => {
    const rows = text('huggingface-datasets.issues.jsonl.gz').trim().split('\n');
    const { issues, rejected, renamedTo } = await readAll(`[${rows.join(',')}]`);
    expect({ rejected, renamedTo }).toEqual({ rejected: [], renamedTo: null });
    // One page of the recording is in it twice: a walk by page numbers that shifted.
    expect([issues.length, new Set(issues.map(({ key }) => key)).size]).toEqual([1000, 900]);
    const count = (of: (issue: (typeof issues)[number]) => boolean): number => issues.filter(of).length;
    // Counted in the raw rows with jq, not by the client.
    expect({
      issues: count(({ kind }) => kind === 'issue'), done: count(({ status }) => status.category === 'done'), drafts: count(({ draft }) => draft),
      notPlanned: count(({ resolution }) => resolution === 'not-planned'), reopened: count(({ reopened }) => reopened),
      completed: count(({ kind, resolution }) => kind === 'issue' && resolution === 'completed'),
    }).toEqual({ issues: 570, done: 720, drafts: 20, notPlanned: 10, reopened: 3, completed: 327 });
    for (const [index, row] of rows.entries()) {
      const raw = JSON.parse(row) as Record<string, unknown>;
      expect([issues[index]?.url, issues[index]?.title, issues[index]?.id]).toEqual([raw['html_url'], raw['title'], String(raw['id'])]);
    }
  });

  it('devlake: all issues and milestones are read', async () => {
    const body = text('devlake/issues.json');
    const { issues, rejected } = await readAll(body);
    expect(rejected).toEqual([]);
    expect(issues.map(({ url }) => url)).toEqual((JSON.parse(body) as { html_url: string }[]).map(({ html_url }) => html_url));
    const { outcome } = await answering(text('devlake/milestones.json')).readSprints({ host: 'github.com', token: null }, 'github.com/apache/incubator-devlake' as ProjectKey, null, null);
    expect(outcome).toMatchObject({ ok: true, value: { rejected: [], sprints: [{ number: 7, title: 'v0.11.0', description: '', dueOn: null }] } });
  });
});
