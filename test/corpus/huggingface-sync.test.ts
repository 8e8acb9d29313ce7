import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIssues } from '../../lib/app/describe-issues.ts';
import { openCard } from '../../lib/app/open-card.ts';
import type { Ports } from '../../lib/app/ports.ts';
import { createScorer } from '../../lib/core/backlog/scorer.ts';
import { backlogKey, githubIssueKey, githubProjectKey } from '../../lib/core/keys.ts';
import { modelById } from '../../lib/core/scoring/registry.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import { createSync } from '../../lib/sync/schedule.ts';
import { trackersWith } from '../../lib/trackers/registry.ts';
import { localFetch } from '../contract/local-fetch.ts';
import { startTracker, type DemoTracker } from '../tracker/server.ts';
import { worldOf } from '../tracker/world.ts';

const FILE = '../shared/corpus/api/github/huggingface-datasets.issues.jsonl.gz';
const present = existsSync(FILE);
if (!present) console.log(`Skipped: ${FILE} is not here.`);

interface Row {
  readonly number: number;
  readonly state: string;
  readonly pull_request?: unknown;
}

describe.skipIf(!present)('the Hugging Face corpus through the real client, sync and store', () => {
  const project = githubProjectKey('github.com', 'huggingface', 'datasets');
  let tracker: DemoTracker;
  let ports: Ports & { tick(): Promise<void> };
  let distinct: Map<number, Row>;

  beforeAll(async () => {
    const rows = gunzipSync(readFileSync(FILE)).toString().trim().split('\n').map((line) => JSON.parse(line) as Row); // the corpus states its shape
    // The recording's walk shifted between pages: 100 rows stand in it twice.
    distinct = new Map(rows.map((row) => [row.number, row]));
    tracker = await startTracker({ world: worldOf([...distinct.values()], { owner: 'huggingface', name: 'datasets' }) });
    const now = (): number => Date.now();
    const store = await openStore({
      name: 'huggingface', now,
      scorerFor: (settings, roadmap, at) => {
        const model = modelById(settings.model);
        return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: at });
      },
    });
    const trackerFor = trackersWith({ fetch: localFetch(tracker.port), now });
    const sync = createSync({ store, trackerFor, now, random: () => 0.5, changed: () => undefined, soon: () => undefined });
    ports = { store, trackerFor, now, changed: () => undefined, sync, tick: async () => void (await sync.tick(now() + 60_000)) };
    await store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: now() }, 'ghp_demo_writer');
    await sync.refresh(project);
    await sync.visit(project, [], 'huggingface/datasets');
    await ports.tick();
  }, 120_000);
  afterAll(() => tracker?.close());

  const issueReads = (): typeof tracker.requests => tracker.requests.filter((request) => /\/issues(\?|$)/.test(request.path));

  it('every distinct row is stored, and none was set aside', async () => {
    expect(await ports.store.countIssues(project)).toBe(distinct.size);
    expect(await ports.store.rejected()).toEqual([]);
  });

  it('in the fewest requests possible', () => {
    expect(issueReads()).toHaveLength(Math.ceil(distinct.size / 100));
  });

  it('a second sync costs a single 304', async () => {
    const before = tracker.requests.length;
    await ports.sync.refresh(project);
    await ports.tick();
    const more = tracker.requests.slice(before);
    expect(more.filter((request) => /\/issues(\?|$)/.test(request.path)).map((request) => request.status)).toEqual([304]);
    expect(more.filter((request) => request.status !== 304)).toEqual([]);
  });

  it('every open issue is scored with its parts summing to the score, and ranked within all of them', async () => {
    const open = [...distinct.values()].filter((row) => row.state === 'open' && !row.pull_request).map((row) => row.number);
    const ranking = await ports.store.ranking(backlogKey(project, 'issue'));
    expect(ranking?.open).toBe(open.length);
    const places = new Map<number, number>();
    for (const number of open) {
      const card = await openCard(ports, githubIssueKey('github.com', 'huggingface', 'datasets', number));
      if (card?.score.state !== 'scored') throw new Error(`#${number} is not scored`);
      expect(card.score.parts.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(card.score.value, 9);
      expect(card.score.rank).toMatchObject({ of: open.length, complete: true, within: 'huggingface/datasets' });
      places.set(number, card.score.rank?.place ?? 0);
    }
    expect(Math.min(...places.values())).toBe(1);
    expect(Math.max(...places.values())).toBeLessThanOrEqual(open.length);
  });

  it('every stored row has a badge', async () => {
    const keys = [...distinct.keys()].map((number) => githubIssueKey('github.com', 'huggingface', 'datasets', number));
    expect((await describeIssues(ports, keys)).badges).toHaveLength(distinct.size);
  });
});
