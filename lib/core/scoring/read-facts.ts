import type { Fact, Facts, FactSource } from '../fact.ts';
import type { Issue } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { FactContext } from './fact-reader.ts';
import type { ModelInput } from './score.ts';
import { factReaders, models } from './registry.ts';
import { inWords, mayEnter } from './scale.ts';
import { trackerWords } from '../tracker-words.ts';

/** A value that a person gave in the card. */
export interface Entered {
  readonly input: string;
  readonly value: number;
  readonly by: string;
  readonly at: Instant;
}

/** Inputs by id. One id means one thing on one scale in every model that reads it; a generic test holds them to it. */
const inputs: ReadonlyMap<string, ModelInput> = new Map(models.flatMap((model) => model.inputs.map((input) => [input.id, input] as const)));

/**
 * Everything that is known of an issue, by input id. Each reader goes from the tracker's native fields to its labels to what can be derived, and takes the first that tells
 * something; what a person entered, here or for the whole team in the issue itself, overrules them all (of several the newest, of equally new ones the user's own). An entered value that is off its scale, or for an input that no model has any more, is ignored.
 * `only` limits the work to some inputs, for the 50,000 issues of a renewal; it never changes what is read for those.
 *
 * `readFacts(context, [{input: 'effort', value: 2, by: 'ana', at: 0}]).effort.value` → `2`
 */
export function readFacts(context: FactContext, entered: readonly Entered[], only?: ReadonlySet<string>): Facts {
  const facts: Record<string, Fact> = {};
  for (const reader of factReaders) {
    if (only && !only.has(reader.id)) continue;
    const fact = reader.read(context);
    if (fact && Number.isFinite(fact.value)) facts[reader.id] = fact;
  }
  for (const { input: id, value, at, source } of given(context.issue, entered)) {
    const input = inputs.get(id);
    if (!input || (only && !only.has(id)) || !mayEnter(input.scale, value)) continue;
    facts[id] = { name: input.label, value, raw: inWords(input.scale, value), source, at };
  }
  return facts;
}

/** Every value that a person gave, the newest last, each with where it stands. */
export function given(issue: Pick<Issue, 'shared' | 'tracker'>, entered: readonly Entered[]): (Entered & { readonly source: FactSource })[] {
  const shared = Object.entries(issue.shared?.inputs ?? {}).map(([input, { value, by, at }]) => ({ input, value, by, at, source: { kind: 'derived', from: `the team, in ${trackerWords(issue.tracker).name}${by === '' ? '' : ` (${by})`}` } as const }));
  return [...shared, ...entered.map((row) => ({ ...row, source: { kind: 'entered', by: row.by } as const }))].sort((a, b) => a.at - b.at);
}
