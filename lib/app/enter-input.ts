import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { GATE_INPUT, GATES } from '../core/scoring/gate.ts';
import { models } from '../core/scoring/registry.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { shareWish } from './wishes.ts';
import { writeAccessTo } from './write-access.ts';

/**
 * Keeps a value that the user gave for one input of one issue; `null` takes it back. It overrules what the tracker says. Where the tracker keeps what a team shares,
 * and the user may write there, it goes to the whole team as well.
 * A value outside the input's scale is refused with a sentence and changes nothing.
 *
 * @example await enterInput(ports, 'github.com/acme/shop#12', 'reach', 2000)
 */
export async function enterInput(ports: Ports, key: IssueKey, input: string, value: number | null): Promise<void> {
  const problem = value === null ? null : outsideScale(input, value);
  if (problem) throw new ProblemError({ kind: 'invalid', sentence: problem, action: 'Give another value.' });
  const now = ports.now();
  const share = (await isShared(ports, key)) ? shareWish(key, { inputs: { [input]: value === null ? null : { value, by: await nameAt(ports, key), at: now } } }, now) : undefined;
  if (value === null) await ports.store.clearEntered(key, input, share);
  else await ports.store.enter({ key, input, value, by: 'you', at: now }, share);
  ports.changed([key], []);
  if (share) ports.sync.wake();
}

async function isShared(ports: Ports, key: IssueKey): Promise<boolean> {
  return ports.trackerFor(key)?.shares === true && (await writeAccessTo(ports, key)).via === 'label';
}

async function nameAt(ports: Ports, key: IssueKey): Promise<string> {
  return (await ports.store.connection(hostOf(key)))?.login ?? '';
}

function outsideScale(id: string, value: number): string | null {
  if (!Number.isFinite(value)) return 'That is not a number.';
  const input = models.flatMap((model) => model.inputs).find((candidate) => candidate.id === id);
  if (id === GATE_INPUT) return GATES.some((gate) => gate.value === value) ? null : `MoSCoW is one of ${GATES.map((gate) => gate.label).join(', ')}.`;
  if (!input) return `No scoring model reads “${id}”.`;
  const { scale } = input;
  if (scale.kind === 'choice') return scale.choices.some((choice) => choice.value === value) ? null : `${input.label} is one of ${scale.choices.map((choice) => choice.label).join(', ')}.`;
  if (value < scale.min || (scale.max !== null && value > scale.max)) return `${input.label} lies between ${scale.min} and ${scale.max ?? 'any amount'}${scale.unit ? ` ${scale.unit}` : ''}.`;
  return null;
}
