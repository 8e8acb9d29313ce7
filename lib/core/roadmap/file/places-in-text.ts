import { isMap, isSeq, type Node, type Pair } from 'yaml';

/** From where to where a node stands in the text that it was parsed from, without space and comments behind it; `null` for one that stands nowhere. `rangeOf(the value in 'a: one  # two')` → `[3, 6]` */
export function rangeOf(node: Node | null | undefined): [number, number] | null {
  return node?.range ? [node.range[0], node.range[1]] : null;
}

/** Where a node begins. `startOf(the value in 'a: one')` → `3` */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where a member's value ends, without the line ends and comments behind it. `endOf('a: one\n\n# two\n', its pair)` → `6` */
export function endOf(text: string, { key, value }: Pair<Node, Node | null>): number {
  const end = Math.max(value?.range?.[1] ?? 0, key.range?.[1] ?? 0);
  if (!(isMap(value) || isSeq(value)) || value.flow) return endOfText(text, end);
  // A list or map on lines ends where its last part does: a comment behind it may belong to what follows.
  const last: unknown = value.items.at(-1);
  if (isMap(value)) return last === undefined ? end : endOf(text, last as Pair<Node, Node | null>); // parsed from text, so both are nodes
  return lastOf(text, last as Node, end); // likewise
}

/** Where an entry of a list ends: a map on lines with its last member; `end` where there is none. `lastOf('- one\n', the entry, 0)` → `5` */
export function lastOf(text: string, node: Node | undefined, end: number): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined; // parsed from text
    return last ? endOf(text, last) : end;
  }
  return endOfText(text, node?.range?.[1] ?? end);
}

/** The end of what stands before a place, without the space between. Only YAML's own space ends a value: an ideographic one at its end is a part of it. `endOfText('a: 1  \n', 7)` → `4` */
export function endOfText(text: string, at: number): number {
  return text.slice(0, at).replace(/[ \t\r\n]+$/, '').length;
}

/** How far a place is from the beginning of its line: `columnOf('a:\n  b: 1', 5)` → `2` */
export function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** Where the line of a place ends, before its line end: `lineEnd('a: 1\nb: 2', 2)` → `4` */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const stop = end < 0 ? text.length : end;
  return text.charAt(stop - 1) === '\r' ? stop - 1 : stop;
}

/** Whether a comment follows on the same line. */
export function isCommented(text: string, at: number): boolean {
  return text.slice(at, lineEnd(text, at)).includes('#');
}
