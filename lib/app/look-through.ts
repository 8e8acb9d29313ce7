import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

/**
 * Makes what looks through all that is stored once something has broken, perhaps over a row that is not what it should be. At most once a life of the worker: it reads everything. Whoever broke over what is found there
 * asks again once it has gone.
 *
 * @example const lookThrough = createLookThrough(house, navigator.locks); await lookThrough()
 */
export function createLookThrough(house: Promise<Ports>, locks: Pick<LockManager, 'request'>): () => Promise<void> {
  let looking: Promise<void> | null = null;
  return () => (looking ??= locks.request('look-through', async () => {
    const ports = await house;
    if ((await ports.store.setOddAside().catch(() => 0)) > 0) await tellAll(ports);
  }));
}
