/**
 * Moves places apart so that none is nearer to the next than `gap`, each as little as that allows, all within `from` and `to` where they have room there. Keeps their order.
 *
 * `spread([10, 12, 40], 10, 0, 50)` → `[10, 20, 40]`
 */
export function spread(places: readonly number[], gap: number, from: number, to: number): number[] {
  const order = places.map((place, index) => ({ place, index })).toSorted((a, b) => a.place - b.place);
  const down = order.reduce<number[]>((placed, { place }) => [...placed, Math.max(place, from, (placed.at(-1) ?? -Infinity) + gap)], []);
  // What was pushed out at the end pushes back.
  const up = down.reduceRight<number[]>((placed, place) => [Math.min(place, placed[0] === undefined ? to : placed[0] - gap), ...placed], []);
  return places.map((place, index) => up[order.findIndex((one) => one.index === index)] ?? place);
}
