/**
 * Whether two plain values are the same, however deep; a member that is `undefined` is as good as absent.
 *
 * `alike({ a: 1, b: undefined }, { a: 1 })` → `true` · `alike([1, 2], [2, 1])` → `false` · `alike(NaN, NaN)` → `true`
 */
export function alike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return Object.is(one, other);
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => alike(Reflect.get(one, name), Reflect.get(other, name)));
}
