/** The middle one of several measurements; `NaN` of none. `middle([5, 1, 9])` → `5` */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
