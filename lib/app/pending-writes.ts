import { believed } from '../core/believed.ts';
import { trackerOfKey, withoutHost } from '../core/keys.ts';
import { longestHold } from '../core/queued-write.ts';
import { GATE_INPUT } from '../core/scoring/gate.ts';
import { models } from '../core/scoring/registry.ts';
import type { ShareWish } from '../core/shared-facts.ts';
import { trackerWords } from '../core/tracker-words.ts';
import type { PendingWrite } from '../messaging/messages.ts';
import type { OutboxRow } from '../storage/rows.ts';

/** A queued write in words: what it will do, to which thing, and whether it can still be taken back. `signInTo`: the site that it waits for, where nobody is signed in. */
export function pendingWrite(row: OutboxRow, now: number, signInTo: string | null = null): PendingWrite {
  const waits = believed(row.notBefore, now, longestHold(row)) !== null;
  return { id: row.id, summary: summary(row), state: row.state, undoUntil: row.state === 'queued' && waits ? row.notBefore : null, failure: row.failure, ...(row.state !== 'failed' && row.attempts > 0 && waits && { againAt: row.notBefore }), ...(row.state !== 'failed' && signInTo !== null && { signInTo }), ...(row.conflict !== undefined && { conflict: true }), ...(row.by?.present != null && { sendAs: row.by.present }) };
}

/** What has failed, for whoever looks by the way: of a bulk tagging only the first issue, because the roadmap lists them all. */
export function failedWrites(outbox: readonly OutboxRow[], now: number): PendingWrite[] {
  const failed = outbox.filter((row) => row.state === 'failed');
  const ofBulks = Map.groupBy(failed.filter(({ bulk }) => bulk !== undefined), ({ bulk }) => bulk?.id);
  const first = [...ofBulks.values()].flatMap(([row, ...more]) => (row ? [{ ...pendingWrite(row, now), ...(more.length > 0 && { summary: `${summary(row)}, and ${more.length} more like it, which the roadmap lists` }) }] : []));
  return [...failed.filter(({ bulk }) => bulk === undefined).map((row) => ({ ...pendingWrite(row, now), ...withGoal(row) })), ...first];
}

/** Beside the goal of another sprint it would be taken for that one. */
function withGoal(row: OutboxRow): Partial<PendingWrite> {
  return row.write.kind === 'sprint-description' && row.write.goal ? { summary: `${summary(row)}: “${row.write.goal}”` } : {};
}

function summary({ write }: OutboxRow): string {
  if (write.kind === 'sprint-description') return `Writes the Sprint Goal into ${trackerWords(trackerOfKey(write.sprint) ?? 'github').goalPlace}`;
  const reference = withoutHost(write.key);
  if (write.kind === 'share') return `Shares ${inputsOf(write)} of ${reference} with the team, in ${trackerWords(trackerOfKey(write.key) ?? 'github').name}`;
  return write.present ? `Adds the label ${write.label} to ${reference}` : `Removes the label ${write.label} from ${reference}`;
}

function inputsOf({ inputs, tag }: ShareWish): string {
  const labels = Object.keys(inputs).map((id) => (id === GATE_INPUT ? 'MoSCoW' : (models.flatMap((model) => model.inputs).find((input) => input.id === id)?.label ?? id)));
  return [...labels, ...(tag === undefined ? [] : ['the roadmap item'])].join(', ');
}
