import type { Issue, SharedFacts } from './issue.ts';
import { tagOf } from './roadmap/tags.ts';

/** What somebody wants changed in what a team shares of an issue; all else stays as it is. */
export interface ShareWish {
  /** By input id; `null` takes the value back. */
  readonly inputs: Readonly<Record<string, SharedFacts['inputs'][string] | null>>;
  /** Absent: the tag is no part of the wish. */
  readonly tag?: string | null;
}

const NOTHING: SharedFacts = { tag: null, inputs: {} };

/**
 * Shared facts with wishes fulfilled, the last one winning.
 *
 * `fulfil({tag: 'checkout', inputs: {}}, [{inputs: {reach: {value: 40, by: 'maya', at: 1}}}])` → `{tag: 'checkout', inputs: {reach: {value: 40, by: 'maya', at: 1}}}`
 */
export function fulfil(shared: SharedFacts | undefined, wishes: readonly ShareWish[]): SharedFacts {
  return wishes.reduce<SharedFacts>((facts, { inputs, tag }) => {
    const wished = Object.entries({ ...facts.inputs, ...inputs }).flatMap(([id, input]) => (input === null ? [] : [[id, input] as const]));
    return { tag: tag === undefined ? facts.tag : tag, inputs: Object.fromEntries(wished) };
  }, shared ?? NOTHING);
}

/**
 * Whether the facts hold everything that is wished: values are compared, not who gave them when.
 *
 * `isFulfilled({tag: 'pay', inputs: {}}, {inputs: {}, tag: 'pay'})` → `true` · `isFulfilled(undefined, {inputs: {}, tag: 'pay'})` → `false`
 */
export function isFulfilled(shared: SharedFacts | undefined, { inputs, tag }: ShareWish): boolean {
  const held = shared ?? NOTHING;
  return (tag === undefined || held.tag === tag) && Object.entries(inputs).every(([id, input]) => (Object.hasOwn(held.inputs, id) ? held.inputs[id]?.value : undefined) === input?.value);
}

/** The issue as it will be once the wishes have come true: what is on its way counts at once. `asWished({shared: undefined, …}, [{inputs: {}, tag: 'pay'}])` → `{shared: {tag: 'pay', inputs: {}}, …}` */
export function asWished<I extends Pick<Issue, 'shared'>>(issue: I, wishes: readonly ShareWish[]): I {
  return wishes.length === 0 ? issue : { ...issue, shared: fulfil(issue.shared, wishes) };
}

/**
 * What is written with an issue: the wishes over what is shared today, and the tag that its labels will give once the wished ones are on or off.
 *
 * `shareWith({labels: [], shared: undefined, …}, [{label: 'roadmap:checkout', present: true}], [])` → `{tag: 'checkout', inputs: {}}`
 */
export function shareWith(today: Issue, labels: readonly { readonly label: string; readonly present: boolean }[], wishes: readonly ShareWish[]): SharedFacts {
  const { shared, ...issue } = today;
  const facts = fulfil(shared, wishes);
  if (wishes.some(({ tag }) => tag !== undefined)) return facts;
  const labelled = tagOf(issue, null, labels)?.item ?? null;
  return labels.length > 0 || labelled !== null ? { ...facts, tag: labelled } : facts;
}
