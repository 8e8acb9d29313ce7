import { type Connection, SPARE_TO_ERASE } from './connection.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { dropMemberships } from './memberships.ts';
import { startingWith, under, underStartingWith } from './ranges.ts';
import { restate, RESTATED_STORES, type Touched } from './restate.ts';
import type { Knowledge } from './scoring.ts';
import type { Store } from './store.ts';

const BY_TEXT = ['issues', 'sprints', 'projects', 'rankings', 'columns', 'drafts', 'localTags', 'localGoals', 'goalWordings', 'localGoalMarks', 'ledger', 'sprintViews', 'rejected', 'roadmapFiles', 'plannings'] as const satisfies readonly StoreName[];
const BY_ISSUE = ['entered', 'accepted', 'snapshots', 'planned'] as const satisfies readonly StoreName[];
const BY_ROW = ['outbox', 'bulkEntries', 'jobs', 'limiters', 'connections', 'secrets'] as const satisfies readonly StoreName[];

/** Erases everything of one site in one transaction: a person who asks for it must not find half of it left. */
export function forgetSiteStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'forgetSite'> {
  return {
    forgetSite: (host) => connection.write([...RESTATED_STORES, ...BY_TEXT, ...BY_ISSUE, ...BY_ROW, 'bulks'], async (transaction) => {
      const touched = await hangingBelow(transaction, host);
      let removed = 0;
      for (const [names, range] of [[BY_TEXT, startingWith(`${host}/`)], [BY_ISSUE, underStartingWith(`${host}/`)]] as const) {
        for (const name of names) {
          removed += await transaction.objectStore(name).count(range);
          await transaction.objectStore(name).delete(range);
        }
      }
      for (const name of BY_ROW) {
        for (let cursor = await transaction.objectStore(name).openCursor(); cursor; cursor = await cursor.continue()) {
          if (cursor.value.host !== host) continue;
          await cursor.delete();
          removed++;
        }
      }
      // Rows that nobody could read do not say of which site they are.
      for (const row of await transaction.objectStore('rejected').getAll()) if (row.project === '') await transaction.objectStore('rejected').delete(row.id);
      // Not counted: they are how the issues counted.
      await dropMemberships(transaction, startingWith(`${host}/`));
      await forgetBulks(transaction);
      await unpick(transaction, host);
      await restate(transaction, touched, knowledge);
      return { removed, changed: [...touched.keys()] };
    }, SPARE_TO_ERASE),
  };
}

/** Other sites' issues whose parents go: what they had from above goes too. They keep their parent's key, so that they find it again when the site is read anew; to those who count, they hung below nothing before. */
async function hangingBelow(transaction: WriteTransaction, host: string): Promise<Touched> {
  const children = await transaction.objectStore('issues').index('parent').getAllKeys(startingWith(`${host}/`));
  const rows = await readIssues(transaction, children.filter((key) => !key.startsWith(`${host}/`)));
  return new Map(Array.from(rows, ([key, row]) => [key, { before: { ...row, parent: null }, after: row }]));
}

/** Of a bulk tagging without issues only who was signed in would be left. */
async function forgetBulks(transaction: WriteTransaction): Promise<void> {
  const bulks = transaction.objectStore('bulks');
  for (const id of await bulks.getAllKeys()) if ((await transaction.objectStore('bulkEntries').count(under(id))) === 0) await bulks.delete(id);
}

/** Even a picked sprint names its project, and a hidden line its sprint. */
async function unpick(transaction: WriteTransaction, host: string): Promise<void> {
  const settings = await transaction.objectStore('settings').get('settings');
  if (!settings) return;
  const others = Object.entries(settings.pickedSprint).filter(([project]) => !project.startsWith(`${host}/`));
  const hiddenLines = settings.hiddenLines?.filter((line) => !line.startsWith(`goal|${host}/`));
  await transaction.objectStore('settings').put({ ...settings, pickedSprint: Object.fromEntries(others), ...(hiddenLines && { hiddenLines }) });
}
