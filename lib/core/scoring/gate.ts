import type { Issue } from '../issue.ts';
import type { Fact } from '../fact.ts';
import type { Gate } from './score.ts';
import { given, type Entered } from './read-facts.ts';
import { fieldOf, fieldText, tracked } from './native.ts';
import { words } from './words.ts';

/** The id under which a person enters the gate in the card; its values are those of `GATES`. */
export const GATE_INPUT = 'moscow';

/** MoSCoW (Dai Clegg, DSDM): a category, not a number. The values only order them. */
export const GATES = [
  { id: 'must', label: 'Must', value: 3 },
  { id: 'should', label: 'Should', value: 2 },
  { id: 'could', label: 'Could', value: 1 },
  { id: 'wont', label: 'Won’t', value: 0 },
] as const satisfies readonly { id: string; label: string; value: number }[];

const FIELDS = ['moscow', 'requirement', 'moscow priority', 'priority'];
const WORDING = /^(?:(?:moscow|requirement|priority|prio) )?(must|should|could|wont|would)(?: (?:have|do))?(?: (?:this time|for now))?$/;

/**
 * The gate that stands beside an issue's score and never changes it; `null` when nobody has said. An entered one (0…3, see `GATES`) overrules the field, the field overrules labels, and of several labels
 * the strongest counts. `wontfix` is a resolution and no gate.
 *
 * `readGate({labels: ['must have'], …}, [])` → `{id: 'must', label: 'Must', fact: {…}}`
 */
export function readGate(issue: Issue, entered: readonly Entered[]): Gate | null {
  const newest = given(issue, entered).findLast(({ input, value }) => input === GATE_INPUT && GATES.some((gate) => gate.value === value));
  const own = newest && GATES.find((gate) => gate.value === newest.value);
  if (newest && own) return { id: own.id, label: own.label, fact: { name: 'MoSCoW', value: own.value, raw: own.label, source: newest.source, at: newest.at } };

  for (const name of FIELDS) {
    const field = fieldOf(issue, [name]);
    const stated = field && gateIn(fieldText(field));
    if (field && stated) return gateOf(stated, tracked(issue, 'MoSCoW', stated.value, fieldText(field), { kind: 'field', name: field.name }));
  }
  const labelled = issue.labels.flatMap((label) => {
    const gate = gateIn(label);
    return gate ? [gateOf(gate, tracked(issue, 'MoSCoW', gate.value, label, { kind: 'label', name: label }))] : [];
  });
  return labelled.sort((a, b) => b.fact.value - a.fact.value)[0] ?? null;
}

function gateIn(text: string): (typeof GATES)[number] | undefined {
  const id = WORDING.exec(words(text))?.[1];
  return GATES.find((gate) => gate.id === (id === 'would' ? 'wont' : id));
}

function gateOf(gate: (typeof GATES)[number], fact: Fact): Gate {
  return { id: gate.id, label: gate.label, fact };
}
