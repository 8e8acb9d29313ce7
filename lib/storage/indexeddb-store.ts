import { acceptedStore } from './accepted.ts';
import { agendaStore } from './agenda.ts';
import { bulkStore } from './bulk.ts';
import { commitStore } from './commit.ts';
import { connect } from './connection.ts';
import { connectionStore } from './connections.ts';
import { enteredStore } from './entered.ts';
import { forgetSiteStore } from './forget-site.ts';
import { issueStore } from './issues.ts';
import { jobStore } from './jobs.ts';
import { materialStore } from './material.ts';
import { oddRowStore } from './odd-rows.ts';
import { outboxStore } from './outbox.ts';
import { ownFileStore } from './own-file.ts';
import { planningStore } from './planning.ts';
import { projectStore } from './projects.ts';
import { recountStore } from './recount.ts';
import { renameStore } from './rename.ts';
import { renewalStore } from './renewal.ts';
import { roadmapFileStore } from './roadmap-files.ts';
import { roadmapStore } from './roadmap.ts';
import type { Room } from './room.ts';
import type { Knowledge, ScorerFor } from './scoring.ts';
import { settingsStore, standardSettings } from './settings.ts';
import { sprintMemoryStore } from './sprint-memory.ts';
import { sprintStore } from './sprints.ts';
import type { Store, SyncStore } from './store.ts';
import type { SettingsRow } from './rows.ts';

/**
 * The house's database. What stands in the way of its opening is told by whatever is asked of it. `scorerFor` brings the knowledge of models; `now` is the clock that scores and marks are made by.
 *
 * @example const store = await openStore({ scorerFor: (settings, roadmap, now) => createScorer({ … }) })
 */
export async function openStore(given: {
  readonly name?: string;
  readonly scorerFor: ScorerFor;
  readonly standard?: SettingsRow;
  readonly now?: () => number;
  /** What is free of the disk. */
  readonly room?: Room;
}): Promise<Store & SyncStore> {
  const connection = connect(given.name, given.room);
  const knowledge: Knowledge = { scorerFor: given.scorerFor, standard: given.standard ?? standardSettings(), now: given.now ?? Date.now };
  return {
    ...materialStore(connection, knowledge),
    ...issueStore(connection),
    ...projectStore(connection),
    ...planningStore(connection),
    ...sprintStore(connection),
    ...sprintMemoryStore(connection),
    ...settingsStore(connection, knowledge.standard),
    ...roadmapFileStore(connection),
    ...roadmapStore(connection, knowledge),
    ...enteredStore(connection, knowledge),
    ...acceptedStore(connection),
    ...outboxStore(connection, knowledge),
    ...bulkStore(connection, knowledge),
    ...connectionStore(connection, knowledge),
    ...jobStore(connection),
    ...agendaStore(connection, knowledge),
    ...commitStore(connection, knowledge),
    ...renewalStore(connection, knowledge),
    ...recountStore(connection),
    ...renameStore(connection, knowledge),
    ...ownFileStore(connection, knowledge),
    ...forgetSiteStore(connection, knowledge),
    ...oddRowStore(connection, knowledge),
    isFull: () => connection.isFull(),
    close: () => connection.close(),
  };
}
