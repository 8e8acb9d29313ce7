import type { Issue, IssueKey } from '../core/issue.ts';
import { pendingLabels, pendingShares } from '../core/queued-write.ts';
import { belongingOf, climb } from '../core/roadmap/belonging.ts';
import type { Roadmap } from '../core/roadmap/roadmap.ts';
import type { Tag } from '../core/roadmap/roadmap-item.ts';
import { tagOf } from '../core/roadmap/tags.ts';
import { asWished } from '../core/shared-facts.ts';
import type { AnyTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { type Own, readOwn } from './own-data.ts';
import { sprintsOf } from './planning.ts';
import type { IssueRow } from './rows.ts';

/** Where some issues belong, as one transaction sees it: their own tags, those above them, and the rules. Issues above are read a level at a time, and only for issues without a tag of their own. */
export async function readTags(transaction: AnyTransaction, rows: readonly IssueRow[], roadmap: Roadmap, known?: Own): Promise<Map<IssueKey, Tag | null>> {
  const met = new Map<IssueKey, IssueRow>(rows.map((row) => [row.key, row]));
  const own = new Map<IssueKey, Tag | null>();
  for (let level = rows, first = true; level.length > 0; first = false) {
    const people = first && known ? known : await readOwn(transaction, level.map(({ key }) => key));
    for (const row of level) own.set(row.key, ownTag(row, people));
    const above = new Set(level.flatMap(({ key, parent }) => (parent !== null && own.get(key) === null && !met.has(parent) ? [parent] : [])));
    const parents = await readIssues(transaction, above);
    for (const [key, row] of parents) met.set(key, row);
    level = [...parents.values()];
  }
  const titles = roadmap.asksSprints ? await sprintTitles(transaction, rows) : new Map<string, string>();
  const parentOf = (key: IssueKey): IssueKey | null => met.get(key)?.parent ?? null;
  return new Map(rows.map((issue) => {
    const ancestors = climb(issue.key, parentOf).map((key) => ({ key, tag: own.get(key) ?? null }));
    const told = sprintsOf(issue).flatMap((sprint) => titles.get(sprint) ?? []);
    // A rule may name the milestone or the iteration of an issue that is in both.
    const belonging = (sprintTitle: string | null) => belongingOf({ issue, tag: own.get(issue.key) ?? null, ancestors, sprintTitle }, roadmap);
    return [issue.key, told.reduce<Tag | null>((found, title) => found ?? belonging(title), null) ?? belonging(null)];
  }));
}

/** The tag at the issue itself, with what is on its way. */
function ownTag(issue: Issue, { outbox, localTags }: Own): Tag | null {
  const wishes = outbox.get(issue.key) ?? [];
  return tagOf(asWished(issue, pendingShares(wishes)), localTags.get(issue.key) ?? null, pendingLabels(wishes));
}

async function sprintTitles(transaction: AnyTransaction, rows: readonly IssueRow[]): Promise<Map<string, string>> {
  const keys = new Set(rows.flatMap(sprintsOf));
  const sprints = await Promise.all(Array.from(keys, async (key) => transaction.objectStore('sprints').get(key)));
  return new Map(sprints.flatMap((row) => (row ? [[row.key, row.title] as const] : [])));
}
