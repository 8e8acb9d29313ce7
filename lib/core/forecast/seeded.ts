/**
 * Numbers from 0 to below 1 that follow from the seed alone (mulberry32, public domain, by Tommy Ettinger): a forecast shown today can be shown again tomorrow.
 *
 * `seeded(1)()` → `0.6270739405881613`, always
 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed from a name, and from the number of a run within it. `seedOf('acme/shop', 0)` → `1735992479`, always */
export function seedOf(name: string, run: number): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 16_777_619);
  return Math.imul(hash ^ Math.imul(run + 1, 0x9e3779b1), 0x85ebca6b);
}
