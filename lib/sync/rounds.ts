import type { Instant } from '../core/time.ts';
import type { Sync } from './schedule.ts';

/** What the rounds of a worker need of it. */
interface Surroundings {
  /** Opened once a life; a round waits for it. */
  readonly house: Promise<{ readonly sync: Pick<Sync, 'tick'>; readonly now: () => Instant }>;
  /** The browser's own, which all its pages and workers share. */
  readonly locks: Pick<LockManager, 'query' | 'request'>;
  /** Sets the one alarm that begins a round in another life. */
  readonly wakeAt: (at: Instant) => Promise<void>;
  /** Does something in so many milliseconds, while this life lasts. */
  readonly soon: (delay: number, work: () => void) => void;
  /** After each round, whatever came of it. */
  readonly ended: () => void;
}

/** A round is given so long, in milliseconds: well within what browsers let a worker live. */
const LENGTH = 20_000;
/** When a round that failed is tried again. */
const RETRY = 60_000;
/** An alarm may come no sooner than half a minute ahead: what is due before that is begun in this life. */
const WITHIN_LIFE = 25_000;

/**
 * Makes what works through all that is due and then sets the alarm for what comes next. Only one round runs; one more may wait behind it.
 *
 * @example const round = createRounds({ house, locks: navigator.locks, wakeAt, soon, ended }); onAlarm(() => void round())
 */
export function createRounds({ house, locks, wakeAt, soon, ended }: Surroundings): () => Promise<void> {
  return async function round(): Promise<void> {
    const { pending = [] } = await locks.query();
    if (pending.some((lock) => lock.name === 'round')) return;
    await locks.request('round', async () => {
      const { sync, now } = await house;
      // A round that fails (a full disk, a closed database) must not be the last one.
      // Nor one that is cut off: the alarm that began it is spent. In Firefox, where neither a message nor a request counts as work, setting it also keeps us awake for that step.
      const next = await sync.tick(now() + LENGTH, () => void wakeAt(now())).catch(() => now() + RETRY);
      ended();
      if (next === null) return;
      await wakeAt(next);
      if (next - now() < WITHIN_LIFE) soon(Math.max(0, next - now()), () => void round());
    });
  };
}
