import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { House } from './house.ts';
import { MINUTE } from './limits.ts';
import { type Action, plan } from './plan.ts';
import { run } from './run.ts';
import { connectedHosts } from './sign-in.ts';
import { refresh } from './refresh.ts';
import { isStorageFailure } from './storage-failure.ts';
import { visit } from './visit.ts';

export interface Sync {
  /** A page shows these issues of a project: what is missing will be read, within the budget. Answers at once what can be shown now. `inPassing`: nobody is followed for it. */
  visit(project: ProjectKey, keys: readonly IssueKey[], name: string, inPassing?: boolean): Promise<'ready' | 'reading' | 'silent'>;
  /**
   * Works through what is due until `deadline`; answers when to come again, `null` for never by itself. Never run two at a time: each host has one lane.
   * `beforeStep` is called before each of its steps, any of which may be the last of this life.
   */
  tick(deadline: Instant, beforeStep?: () => void): Promise<Instant | null>;
  refresh(project: ProjectKey): Promise<void>;
  /** The network is there again. */
  backOnline(): Promise<void>;
  wake(): void;
}

/**
 * The sync of all trackers. It keeps nothing in memory: a new one on the same database goes on where another was killed.
 *
 * @example const sync = createSync({ store, trackerFor, now: Date.now, random: Math.random, changed, soon }); await sync.tick(Date.now() + 20_000)
 */
export function createSync(house: House): Sync {
  return {
    visit: (project, keys, name, inPassing) => visit(house, project, keys, name, inPassing),
    refresh: (project) => refresh(house, project),
    async backOnline() {
      if (await house.store.hasten(house.now())) house.soon();
    },
    wake: () => house.soon(),
    async tick(deadline, beforeStep) {
      try {
        return await workThrough(house, deadline, beforeStep);
      } catch (error) {
        // A full disk or an upgrade under way passes; the pages tell of it where it hurts. The chain of alarms must not end over it.
        const isStorage = isStorageFailure(error);
        if (!isStorage || error.kind === 'unknown') house.doubt?.();
        if (isStorage) return house.now() + MINUTE;
        throw error;
      }
    },
  };
}

async function workThrough(house: House, deadline: Instant, beforeStep: () => void = () => undefined): Promise<Instant | null> {
  for (;;) {
    const agenda = await house.store.agenda();
    const { actions, wakeAt } = plan(agenda, house.now(), connectedHosts(agenda, house.trackerFor));
    if (actions.length === 0) return wakeAt;
    if (house.now() >= deadline) return house.now();
    // An answer that cannot be kept is not worth asking for: an anonymous hour has sixty.
    if (await house.store.isFull()) return house.now() + MINUTE;
    beforeStep();
    await allEnded(firstOfEachLane(actions).map((action) => run(house, agenda, action)));
  }
}

/** Throws what one of them threw, but not before all have come to their end: a round that began while another lane still waits for an answer would look for a write that is only just arriving, and send it again. */
async function allEnded(steps: readonly Promise<void>[]): Promise<void> {
  const broken = (await Promise.allSettled(steps)).find((step) => step.status === 'rejected');
  if (broken) throw broken.reason;
}

function firstOfEachLane(actions: readonly Action[]): Action[] {
  return [...new Map(actions.toReversed().map((action) => [action.lane, action])).values()];
}
