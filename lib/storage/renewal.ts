import { rankedBy, renewColumns } from '../core/backlog/statistics.ts';
import type { BacklogKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import { readTags } from './read-tags.ts';
import { presentKnowledge, RESTATED_STORES, scoreRows } from './restate.ts';
import type { DraftRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import type { SyncStore } from './store.ts';

/**
 * Rescores a backlog by another recipe (model, weights, roadmap, day), some open issues a step, into a draft beside the ranking in use; the last
 * step swaps them. Killed anywhere, it goes on from the draft; a third recipe meanwhile starts it anew.
 */
export function renewalStore(connection: Connection, knowledge: Knowledge): Pick<SyncStore, 'renew'> {
  return {
    renew: (job, size) => connection.write(RESTATED_STORES, async (transaction) => {
      const { backlog } = job.cursor as { backlog: BacklogKey }; // written by renewJob
      const stores = { rankings: transaction.objectStore('rankings'), columns: transaction.objectStore('columns'), drafts: transaction.objectStore('drafts'), jobs: transaction.objectStore('jobs') };
      const [stored, ranking, begun, { scorer, roadmap }] = await Promise.all([stores.jobs.get(job.id), stores.rankings.get(backlog), stores.drafts.get(backlog), presentKnowledge(transaction, knowledge)]);
      if (!stored || !ranking) return { applied: false, changed: [] };
      const draft: DraftRow = begun?.recipe === scorer.recipe ? begun : { backlog, recipe: scorer.recipe, through: -1, numbers: new Uint32Array(0), scores: new Float64Array(0) };
      const rows = await transaction.objectStore('issues').index('open').getAll(IDBKeyRange.bound([backlog, draft.through], [backlog, []], true), size);
      const scores = await scoreRows(transaction, rows, scorer, await readTags(transaction, rows, roadmap));
      const { columns } = renewColumns(draft, new Map(rows.map((row) => [row.number, finite(scores.get(row.key))])));
      if (rows.length === size) {
        await stores.drafts.put({ ...draft, ...columns, through: rows.at(-1)?.number ?? draft.through });
        return { applied: true, changed: [] };
      }
      const now = knowledge.now();
      await Promise.all([
        stores.rankings.put({ ...ranking, ...rankedBy(ranking, columns), recipe: scorer.recipe, renewedAt: now }),
        stores.columns.put({ ...columns, backlog, recipe: scorer.recipe }),
        stores.drafts.delete(backlog),
        stores.jobs.put({ ...stored, cursor: { backlog, recipe: scorer.recipe }, attempts: 0, error: null, finishedAt: now }),
      ]);
      return { applied: true, changed: [] };
    }),
  };
}

function finite(score: number | null | undefined): number | null {
  return score !== null && score !== undefined && Number.isFinite(score) ? score : null;
}
