import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { GATE_INPUT, GATES } from '../core/scoring/gate.ts';
import { models } from '../core/scoring/registry.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { shareWish } from './share-wish.ts';
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
  if (value === null) await ports.store.clearEntered(key, input);
  else await ports.store.enter({ key, input, value, by: 'you', at: ports.now() });
  await share(ports, key, input, value);
  ports.changed([key], []);
}

/** Kept here first, then queued for the team: whatever ends the worker in between, nothing that was entered is lost. */
async function share(ports: Ports, key: IssueKey, input: string, value: number | null): Promise<void> {
  if (!ports.trackerFor(key)?.shares || (await writeAccessTo(ports, key)).via !== 'label') return;
  const now = ports.now();
  const by = (await ports.store.connection(hostOf(key)))?.login ?? '';
  await ports.store.putOutbox(shareWish(key, { inputs: { [input]: value === null ? null : { value, by, at: now } } }, now));
  ports.sync.wake();
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
