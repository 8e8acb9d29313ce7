import type { Store, SyncStore } from '../../../lib/storage/store.ts';

/** Numbers that follow from a seed (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One life of the worker. At a point where it dies the code simply never goes on: that is what a killed worker looks like from inside. */
export class Life {
  readonly died: Promise<'died'>;
  readonly #chance: () => boolean;
  #end: (value: 'died') => void = () => {};
  #over = false;

  constructor(chance: () => boolean) {
    this.#chance = chance;
    this.died = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  async point(): Promise<void> {
    if (!this.#over && !this.#chance()) return;
    this.#over = true;
    this.#end('died');
    await new Promise<never>(() => {});
  }
}

/** The store as a mortal worker uses it: it may die before and after each transaction, never within. */
export function mortalStore(store: Store & SyncStore, life: Life): Store & SyncStore {
  return new Proxy(store, {
    get(target, name: keyof (Store & SyncStore)) {
      const method = target[name] as (...given: unknown[]) => unknown;
      if (name === 'close') return method;
      return async (...given: unknown[]) => {
        await life.point();
        const answer = await method(...given);
        await life.point();
        return answer;
      };
    },
  });
}
