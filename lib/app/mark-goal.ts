import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { GOAL_LABEL } from '../core/sprint/conventions.ts';
import { isLabel } from '../core/sprint/goal-mark.ts';
import type { MarkOutcome } from '../messaging/messages.ts';
import type { LocalGoalMarkRow, OutboxRow } from '../storage/rows.ts';
import type { Tagged } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { conventionsOf } from './sprint-conventions.ts';
import { accessByProject } from './tag-issues.ts';
import { encodeUndo } from './undo-token.ts';
import { labelWish, madeBy, UNDO_WINDOW_MS } from './wishes.ts';

/**
 * Says of issues that they serve their sprint's goal (`on`), or that they do not. Where the user may write, it becomes the label `sprint-goal` by way of the outbox, so that the team sees it and it happens
 * once; elsewhere it stays in this browser and says so. All of it in one transaction; `undo` takes it back.
 *
 * @example await markGoal(ports, ['github.com/acme/shop#12'], true) // → { marked: 1, on: true, via: 'label', … }
 */
export async function markGoal(ports: Ports, keys: readonly IssueKey[], on: boolean): Promise<MarkOutcome> {
  const now = ports.now();
  const [accesses, labelOf] = await Promise.all([accessByProject(ports, keys), labelsOf(ports, keys)]);
  const { access } = accesses.find((one) => one.access.via === 'local') ?? accesses[0] ?? { access: { via: 'local', because: 'Nothing was chosen.' } as const };
  // What is queued is read in the transaction that queues: another tab may be marking the same issue.
  const undo = await ports.store.amendTags(keys, (stored) => {
    const changes = accesses.map(({ key, access: { via } }) => (via === 'label' ? labelChange : localChange)(stored, key, labelOf(key), on, now));
    const outbox = changes.flatMap((change) => change.outbox);
    const goalMarks = changes.flatMap((change) => change.goalMarks);
    return [
      { outbox, drop: changes.flatMap(({ drop }) => drop), localTags: [], clearLocal: [], goalMarks, clearMarks: changes.flatMap((change) => change.clearMarks) },
      encodeUndo({ writes: outbox.map(({ id }) => id), local: [], marks: keys.map((key) => ({ key, on: stored.goalMarks.get(key)?.on, ...onItsWay(stored, key, labelOf(key)), put: goalMarks.find((row) => row.key === key)?.on })) }),
    ];
  });
  ports.changed(keys, []);
  ports.sync.wake();
  return { marked: keys.length, on, via: access.via, because: access.because, undo, undoUntil: now + UNDO_WINDOW_MS };
}

/** What was to become of the mark at the tracker, for as long as that can be taken back, and whose wish that is where it waits for them; nothing where nothing waits. */
function onItsWay(material: Tagged, key: IssueKey, wanted: string): { readonly was?: boolean; readonly by?: OutboxRow['by'] & {} } {
  const row = waitingFor(material, key, wanted);
  return row?.write.kind === 'label' && row.state === 'queued' ? { was: row.write.present, ...(row.by && { by: row.by }) } : {};
}

/** Every project's team has a label of its own for it. */
export async function labelsOf(ports: Ports, keys: readonly IssueKey[]): Promise<(key: IssueKey) => string> {
  const projects = [...new Set(keys.flatMap((key) => ports.trackerFor(key)?.projectOf(key) ?? []))];
  const labels = new Map<ProjectKey | null, string>(await Promise.all(projects.map(async (project) => [project, (await conventionsOf(ports, project)).goalLabel] as const)));
  return (key) => labels.get(ports.trackerFor(key)?.projectOf(key) ?? null) ?? GOAL_LABEL;
}

interface Change {
  readonly outbox: readonly OutboxRow[];
  readonly drop: readonly string[];
  readonly goalMarks: readonly LocalGoalMarkRow[];
  readonly clearMarks: readonly IssueKey[];
}

/** What brings the label of an issue to what is wanted, by the way of the outbox: the label as the tracker writes it, where somebody put it on with capitals: to take off another one would be no change. */
export function labelChange(material: Tagged, key: IssueKey, wanted: string, on: boolean, now: number): Change {
  const label = material.issues.get(key)?.labels.find((one) => isLabel(one, wanted)) ?? wanted;
  const isOn = material.issues.get(key)?.labels.some((one) => isLabel(one, wanted)) ?? false;
  const waiting = waitingFor(material, key, wanted);
  if (isOn === on && waiting?.state !== 'sending') return { outbox: [], drop: waiting ? [waiting.id] : [], goalMarks: [], clearMarks: [key] };
  return { outbox: [labelWish({ kind: 'label', key, label, present: on, marks: 'goal' }, now)], drop: [], goalMarks: [], clearMarks: [key] };
}

function localChange(material: Tagged, key: IssueKey, wanted: string, on: boolean, at: number): Change {
  const former = waitingFor(material, key, wanted);
  const goalMarks = [{ key, on, at }];
  // Whatever was wished before is overtaken by this one, and must not be written after it; what may have left is looked for, and taken back where it has arrived.
  if (former?.state !== 'sending') return { outbox: [], drop: former ? [former.id] : [], goalMarks, clearMarks: [] };
  if (former.write.kind !== 'label' || former.write.present === on) return { outbox: [], drop: [], goalMarks, clearMarks: [] };
  const opposite = labelWish({ kind: 'label', key, label: former.write.label, present: on, marks: 'goal' }, at);
  return { outbox: [madeBy(former.by, opposite)], drop: [], goalMarks, clearMarks: [] };
}

function waitingFor(material: Tagged, key: IssueKey, wanted: string): OutboxRow | undefined {
  return material.outbox.get(key)?.findLast(({ write }) => write.kind === 'label' && isLabel(write.label, wanted));
}
