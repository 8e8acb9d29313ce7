/** The order of ages and moments. */
export const UPWARDS = (a: number, b: number): number => a - b;

/** The sorted values without one of each `left`, with every `joined` in its place: what lies between two changes is copied as a block. `replaceSorted(Float64Array.of(1, 2, 2, 5), [2], [3], UPWARDS)` → `Float64Array.of(1, 2, 3, 5)` */
export function replaceSorted(values: Float64Array, left: readonly number[], joined: readonly number[], order: (a: number, b: number) => number): Float64Array {
  if (left.length === 0 && joined.length === 0) return values;
  const leaving = left.toSorted(order);
  const joining = joined.toSorted(order);
  const renewed = new Float64Array(values.length + joining.length);
  let size = 0;
  let at = 0;
  const copyTo = (stop: number): void => {
    renewed.set(values.subarray(at, stop), size);
    size += stop - at;
    at = stop;
  };
  for (let gone = 0, come = 0; gone < leaving.length || come < joining.length; ) {
    const [leaver, joiner] = [leaving[gone], joining[come]];
    if (joiner === undefined || (leaver !== undefined && order(leaver, joiner) <= 0)) {
      gone++;
      copyTo(firstFrom(values, leaver ?? 0, at, order));
      if (values[at] === leaver) at++;
    } else {
      come++;
      copyTo(firstFrom(values, joiner, at, order));
      renewed[size++] = joiner;
    }
  }
  copyTo(values.length);
  return renewed.slice(0, size);
}

/**
 * The first place at or after `from` that the order does not put before `wanted`. Steps grow from `from` on, because many changes lie close together.
 *
 * `firstFrom(Float64Array.of(1, 3, 5), 4, 0, UPWARDS)` → `2` · `firstFrom(Float64Array.of(1, 3, 5), 9, 0, UPWARDS)` → `3`
 */
export function firstFrom(sorted: Uint32Array | Float64Array, wanted: number, from: number, order: (a: number, b: number) => number): number {
  let low = from;
  let step = 1;
  while (low + step < sorted.length && order(sorted[low + step] ?? 0, wanted) < 0) {
    low += step;
    step *= 2;
  }
  let high = Math.min(sorted.length, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(sorted[middle] ?? 0, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
