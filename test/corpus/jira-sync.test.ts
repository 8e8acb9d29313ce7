import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeIssues } from '../../lib/app/describe-issues.ts';
import { openCard } from '../../lib/app/open-card.ts';
import type { Ports } from '../../lib/app/ports.ts';
import { createScorer } from '../../lib/core/backlog/scorer.ts';
import type { SprintKey } from '../../lib/core/issue.ts';
import { backlogKey, jiraIssueKey, jiraProjectKey, jiraSprintKey } from '../../lib/core/keys.ts';
import { modelById } from '../../lib/core/scoring/registry.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import { createSync } from '../../lib/sync/schedule.ts';
import { trackersWith } from '../../lib/trackers/registry.ts';
import { answering } from '../unit/trackers/jira/fake-site.ts';
import { absent, type Raw, readLines, searching } from './jira-archive.ts';

if (absent) console.log('Skipped: the issues of Jira, for ../shared/corpus is not here.');

const HOST = 'corp.example';
const isDone = ({ fields }: Raw): boolean => fields.status.statusCategory.key === 'done';

describe.skipIf(absent)('the issues of tidev through the real client, sync, store, scores and flags', () => {
  const rows = absent ? [] : readLines('tidev/sample-issues.jsonl.gz');
  const projects = [...new Set(rows.map(({ key }) => (key as string).split('-')[0] ?? ''))];
  const rowsOf = (project: string): Raw[] => rows.filter(({ key }) => key.startsWith(`${project}-`));
  const keyOf = ({ key }: Raw) => jiraIssueKey(HOST, key);
  let ports: Ports;
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeAll(async () => {
    const at = { now: Date.now() };
    const now = (): number => at.now;
    store = await openStore({
      name: 'tidev', now,
      scorerFor: (settings, roadmap, moment) => {
        const model = modelById(settings.model);
        return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: moment });
      },
    });
    const fetch = answering({ '/rest/api/2/search': searching(rows), '/rest/agile/1.0/board': { body: { values: [], isLast: true } } });
    const trackerFor = trackersWith({ fetch, now });
    const sync = createSync({ store, trackerFor, now, random: () => 0.5, changed: () => undefined, soon: () => undefined });
    ports = { store, trackerFor, now, changed: () => undefined, sync };
    await store.putConnection({ host: HOST, tracker: 'jira', login: 'maya', tokenKind: 'other', missing: [], state: 'ok', expiresAt: null, checkedAt: now() }, 'pat');
    for (const project of projects) await sync.visit(jiraProjectKey(HOST, project), [], project);
    for (let times = 0; times < 4; times += 1) {
      await sync.tick(now() + 60_000);
      at.now += 61_000;
    }
  }, 120_000);

  it('every row is stored, and none was set aside', async () => {
    for (const project of projects) expect(await store.countIssues(jiraProjectKey(HOST, project))).toBe(rowsOf(project).length);
    expect(await store.rejected()).toEqual([]);
  });

  it('18 of them are in open sprints', async () => {
    const sprints = new Set(rows.flatMap(({ key, fields }) => (fields.sprint ? [jiraSprintKey(jiraProjectKey(HOST, key.split('-')[0]), fields.sprint.id)] : [])));
    const stored = await Promise.all([...sprints].map((sprint: SprintKey) => store.issuesOfSprint(sprint)));
    expect(stored.flat()).toHaveLength(18);
  });

  it('every open one is ranked in its backlog', async () => {
    for (const project of projects) expect((await store.ranking(backlogKey(jiraProjectKey(HOST, project), 'issue')))?.open).toBe(rowsOf(project).filter((row) => !isDone(row)).length);
  });

  it('every one has a badge', async () => {
    for (const project of projects) expect((await describeIssues(ports, rowsOf(project).map(keyOf))).badges).toHaveLength(rowsOf(project).length);
  });

  it('scores are the sums of their parts, and who waits for open issues is flagged as blocked, nobody else', async () => {
    const open = rows.filter((row) => !isDone(row));
    const waits = ({ fields }: Raw): boolean => (fields.issuelinks as Raw[]).some(({ type, inwardIssue, outwardIssue }) => {
      const other = type.name === 'Blocks' || type.name === 'Gantt: finish-start' ? inwardIssue : type.name === 'Depends' ? outwardIssue : undefined;
      return other !== undefined && !isDone(other);
    });
    const labelled = ({ fields }: Raw): boolean => (fields.labels as string[]).some((label) => /blocked/i.test(label));
    const some = open.filter((row, index) => waits(row) || index % 12 === 0);
    expect(some.filter(waits).length).toBeGreaterThan(10);
    for (const row of some) {
      const card = await openCard(ports, keyOf(row));
      if (card?.score.state !== 'scored') throw new Error(`${row['key']} is not scored`);
      expect(card.score.parts.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(card.score.value, 9);
      expect(card.flags.some(({ rule }) => rule === 'blocked'), row['key']).toBe(waits(row) || labelled(row));
    }
  });
});
