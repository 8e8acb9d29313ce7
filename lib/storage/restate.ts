import { renewColumns, renewStatistics, standingOf, type Standing, type StandingChange } from '../core/backlog/statistics.ts';
import type { BacklogKey, IssueKey, ProjectKey } from '../core/issue.ts';
import { backlogKey, hostOf } from '../core/keys.ts';
import { pendingShares } from '../core/queued-write.ts';
import { readRoadmap, type Roadmap } from '../core/roadmap/roadmap.ts';
import type { Tag } from '../core/roadmap/roadmap-item.ts';
import { asWished } from '../core/shared-facts.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { renewMemberships, type Touched } from './memberships.ts';
import { OWN_STORES, readOwn } from './own-data.ts';
import { noteRecipe } from './recount-job.ts';
import type { IssueRow, JobRow } from './rows.ts';
import type { Knowledge, Scorer } from './scoring.ts';
import { readSettings } from './settings.ts';

export type { Touched };

/** What a transaction must hold to restate. */
export const RESTATED_STORES = ['issues', 'sprints', 'rankings', 'columns', 'drafts', 'jobs', 'roadmap', 'settings', 'memberships', 'itemStatistics', ...OWN_STORES] as const satisfies readonly StoreName[];

/** Renews where the touched issues belong, and the statistics of every backlog that they are or were in; what inherits from them is touched with them. Every change of what a score depends on ends here, in its own transaction: so a rank never lies. */
export async function restate(transaction: WriteTransaction, touched: Touched, knowledge: Knowledge): Promise<void> {
  if (touched.size === 0) return;
  const { scorer, roadmap } = await presentKnowledge(transaction, knowledge);
  const tags = await renewMemberships(transaction, touched, roadmap);
  const rows = [...touched.values()].flatMap(({ after }) => after ?? []);
  await noteRecipe(transaction, rows.map(({ project }) => project), roadmap.recipe);
  const scores = await scoreRows(transaction, rows, scorer, tags);
  const changes = new Map<BacklogKey, Map<number, StandingChange>>();
  for (const [key, { before, after }] of touched) {
    if (before) merge(changes, before, { number: before.number, before: standingOf(before), after: null });
    if (after) merge(changes, after, { number: after.number, before: null, after: { ...standingOf(after), score: scores.get(key) ?? null } });
  }
  for (const [backlog, of] of changes) await renewBacklog(transaction, backlog, [...of.values()], scorer, knowledge);
}

/** The roadmap as this transaction sees it, and the scorer of it and of the settings. */
export async function presentKnowledge(transaction: WriteTransaction, { scorerFor, standard, now }: Knowledge): Promise<{ readonly scorer: Scorer; readonly roadmap: Roadmap }> {
  const [settings, items] = await Promise.all([readSettings(transaction, standard), transaction.objectStore('roadmap').getAll()]);
  return { scorer: scorerFor(settings, items, now()), roadmap: readRoadmap(items) };
}

/** Scores of open issues by key, each from its row, its sprint, its tag and what was entered. */
export async function scoreRows(transaction: WriteTransaction, rows: readonly IssueRow[], scorer: Scorer, tags: ReadonlyMap<IssueKey, Tag | null>): Promise<Map<IssueKey, number | null>> {
  const open = rows.filter((row) => row.backlog !== undefined);
  const sprintKeys = [...new Set(open.flatMap((row) => row.sprint ?? []))];
  const [own, sprintRows] = await Promise.all([
    readOwn(transaction, open.map((row) => row.key)),
    Promise.all(sprintKeys.map(async (key) => transaction.objectStore('sprints').get(key))),
  ]);
  const sprints = new Map(sprintRows.flatMap((row) => (row ? [[row.key, row] as const] : [])));
  return new Map(open.map((row) => {
    const wishes = own.outbox.get(row.key) ?? [];
    return [row.key, scorer.score({
      issue: asWished(row, pendingShares(wishes)),
      sprint: (row.sprint && sprints.get(row.sprint)) ?? null,
      tag: tags.get(row.key) ?? null,
      entered: own.entered.get(row.key) ?? [],
    })];
  }));
}

/** The record that says by which recipe a backlog is ranked: a small row that the plan can compare, unlike the ranking itself. */
function renewJob(backlog: BacklogKey, recipe: string, now: number): JobRow {
  const project = backlog.slice(0, backlog.lastIndexOf(':')) as ProjectKey; // a backlog's key starts with its project's
  return { id: `renew:${backlog}`, kind: 'renew', project, host: hostOf(backlog), dueAt: now, cursor: { backlog, recipe }, attempts: 0, error: null, finishedAt: now };
}

/** No recipe has this name. */
const MIXED = '';

function merge(changes: Map<BacklogKey, Map<number, StandingChange>>, row: IssueRow, change: StandingChange): void {
  const backlog = backlogKey(row.project, row.kind);
  const of = changes.get(backlog) ?? new Map<number, StandingChange>();
  const known = of.get(row.number);
  of.set(row.number, { number: row.number, before: change.before ?? known?.before ?? null, after: change.after ?? known?.after ?? null });
  changes.set(backlog, of);
}

async function renewBacklog(transaction: WriteTransaction, backlog: BacklogKey, changes: readonly StandingChange[], scorer: Scorer, { now }: Knowledge): Promise<void> {
  const [rankings, allColumns, drafts, jobs] = [transaction.objectStore('rankings'), transaction.objectStore('columns'), transaction.objectStore('drafts'), transaction.objectStore('jobs')];
  const [ranking, columns, draft, job] = await Promise.all([rankings.get(backlog), allColumns.get(backlog), drafts.get(backlog), jobs.get(`renew:${backlog}`)]);
  const renewed = renewStatistics(ranking && columns ? { ranking, columns } : null, changes);
  if (renewed.ranking.open === 0 && renewed.ranking.finishedDays.length === 0) {
    await Promise.all([rankings.delete(backlog), allColumns.delete(backlog), drafts.delete(backlog), jobs.delete(`renew:${backlog}`)]);
    return;
  }
  const recipe = ranking?.recipe ?? scorer.recipe;
  await rankings.put({ ...renewed.ranking, backlog, recipe, renewedAt: now() });
  await allColumns.put({ ...renewed.columns, backlog, recipe });
  // Changes that come between a new recipe and its renewal are ranked among scores of the old one: near enough for minutes. But the ranking is
  // of no single recipe then, and must be renewed even when the user goes back to the former one.
  if (!job || recipe !== scorer.recipe) await jobs.put(renewJob(backlog, recipe === scorer.recipe ? recipe : MIXED, now()));
  if (draft && draft.recipe !== scorer.recipe) await drafts.delete(backlog); // it has missed this change
  if (draft?.recipe !== scorer.recipe) return;
  const reached = changes.filter(({ number }) => number <= draft.through);
  await drafts.put({ ...draft, ...renewColumns(draft, new Map(reached.map(({ number, after }) => [number, scoreIn(after)]))).columns });
}

function scoreIn(after: (Standing & { readonly score: number | null }) | null): number | null {
  return after?.open && after.score !== null && Number.isFinite(after.score) ? after.score : null;
}

