import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { alike } from '../../alike.ts';
import { blockMember, blockText, flowMember, indented, scalarText } from './member-text.ts';
import { columnOf, endOf, endOfText, isCommented, lastOf, lineEnd, rangeOf, startOf } from './places-in-text.ts';
import { keyOf } from './read-value.ts';
import type { Written, WrittenMembers } from './written.ts';

/** A stretch of the text that is written anew. Everything outside of all edits stays as it is, to the letter. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with edits made: those at one place in their order. `edited('horizon: now', [{from: 9, to: 12, text: 'later'}])` → `'horizon: later'` */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: put } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}

/** The edits that give a map of the file these members, among those that it may speak of (`known`); whatever else is in it stays. */
export function editMembers(text: string, map: YAMLMap, wanted: WrittenMembers, known: readonly string[]): Edit[] {
  const pairs = new Map((map.items as Pair<Node, Node | null>[]).map((pair) => [keyOf(pair), pair])); // parsed from text, so both are nodes
  const added = Object.entries(wanted).filter(([name]) => !pairs.has(name));
  const kept = known.flatMap((name) => {
    const pair = pairs.get(name);
    return pair ? editMember(text, map, pair, name, wanted[name]) : [];
  });
  if (added.length === 0) return kept;
  if (map.flow) return [...kept, intoFlow(text, map, added)];
  const last = [...pairs].findLast(([name]) => name !== null && (name in wanted || !known.includes(name)))?.[1];
  return [...kept, afterLast(text, map, last ?? null, added)];
}

function editMember(text: string, map: YAMLMap, pair: Pair<Node, Node | null>, name: string, wanted: Written | undefined): Edit[] {
  const { value } = pair;
  if (wanted === undefined) return isScalar(value) && value.value === null ? [] : [without(text, map, pair)];
  if (same(value?.toJSON(), wanted)) return [];
  if (isMap(value) && isMembers(wanted) && value.items.some((other) => (keyOf(other) ?? '') in wanted)) return editMembers(text, value, wanted, [...new Set([...value.items.map(keyOf), ...Object.keys(wanted)])].filter((key) => key !== null));
  const range = rangeOf(value);
  if (isScalar(value) && range && range[1] > range[0] && typeof wanted !== 'object' && isOneLine(text.slice(...range)) && !/^[|>]/.test(text.slice(...range))) {
    const put = scalarText(wanted, value.type, map.flow === true || value.type !== 'PLAIN');
    if (isOneLine(put)) return [{ from: range[0], to: range[1], text: put }];
    // A comment behind the value would become a part of lines that follow it. JSON's quotes are YAML's too.
    if (isCommented(text, range[1])) return [{ from: range[0], to: range[1], text: JSON.stringify(wanted) }];
  }
  const to = endOf(text, pair);
  return [{ from: startOf(pair.key), to, text: map.flow ? flowMember(name, wanted) : indented(blockMember(name, wanted, !isCommented(text, to)), columnOf(text, startOf(pair.key))) }];
}

/** New members on lines of their own behind the last one that stays, as deep as the others. */
function afterLast(text: string, map: YAMLMap, last: Pair<Node, Node | null> | null, members: readonly (readonly [string, Written])[]): Edit {
  const column = columnOf(text, map.range?.[0] ?? 0);
  const at = lineEnd(text, last ? endOf(text, last) : (map.range?.[0] ?? 0));
  return { from: at, to: at, text: members.map(([name, value]) => `\n${' '.repeat(column)}${indented(blockMember(name, value), column)}`).join('') };
}

function intoFlow(text: string, map: YAMLMap, members: readonly (readonly [string, Written])[]): Edit {
  const close = (map.range?.[1] ?? 1) - 1;
  const at = endOfText(text, close);
  const first = text.charAt(at - 1) === '{';
  return { from: at, to: close, text: `${first ? ' ' : text.charAt(at - 1) === ',' ? ' ' : ', '}${members.map(([name, value]) => flowMember(name, value)).join(', ')} ` };
}

/** A new entry behind the last one of a list on lines. */
export function afterEntries(text: string, entries: readonly Node[], values: readonly Written[]): Edit | null {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return null;
  const dash = text.lastIndexOf('-', startOf(first) - 1);
  const column = columnOf(text, dash);
  const at = lineEnd(text, endOfText(text, last.range?.[1] ?? 0));
  return { from: at, to: at, text: values.map((value) => `\n${' '.repeat(column)}- ${indented(blockText(value), column + 2)}`).join('') };
}

/** An entry's lines without it, from its dash to the end of its last line. Comments on lines of their own, above and below, stay. */
export function withoutEntry(text: string, node: Node): Edit {
  const dash = text.lastIndexOf('-', startOf(node) - 1);
  const to = lineEnd(text, lastOf(text, node, node.range?.[1] ?? 0));
  const next = text.startsWith('\r\n', to) ? to + 2 : Math.min(text.length, to + 1);
  return { from: text.lastIndexOf('\n', dash - 1) + 1, to: next, text: '' };
}

/** A member's lines without it, with what stands behind it on its line. */
function without(text: string, map: YAMLMap, pair: Pair<Node, Node | null>): Edit {
  const from = startOf(pair.key);
  const to = endOf(text, pair);
  const index = (map.items as unknown[]).indexOf(pair);
  if (map.flow) {
    const next = (map.items as Pair<Node>[])[index + 1]; // as above
    if (next) return { from, to: startOf(next.key), text: '' };
    const before = endOfText(text, from);
    return { from: text.charAt(before - 1) === ',' ? before - 1 : before, to, text: '' };
  }
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return text.slice(start, from).trim() === '' ? { from: start, to: Math.min(text.length, lineEnd(text, to) + 1), text: '' } : { from, to, text: '' };
}

function isMembers(value: Written | undefined): value is WrittenMembers {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A number in the file stands for its text, and space around a text means nothing. */
function same(node: unknown, other: unknown): boolean {
  if (typeof node === 'string' && typeof other === 'string') return node.trim() === other;
  return alike(node, other) || (typeof other === 'string' && typeof node === 'number' && String(node) === other);
}

function isOneLine(text: string): boolean {
  return !text.includes('\n');
}
