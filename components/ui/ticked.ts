/** A choice with one thing ticked or not: `ticked(new Set(['a']), 'b', true)` → `Set {'a', 'b'}` */
export function ticked<K>(chosen: ReadonlySet<K>, one: K, wanted: boolean): ReadonlySet<K> {
  return wanted ? new Set([...chosen, one]) : new Set([...chosen].filter((other) => other !== one));
}
