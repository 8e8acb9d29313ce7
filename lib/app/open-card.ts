import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Tag } from '../core/roadmap/roadmap-item.ts';
import { itemsAt } from '../core/roadmap/taken-meanwhile.ts';
import { GATE_INPUT, GATES, readGate } from '../core/scoring/gate.ts';
import type { Card } from '../messaging/messages.ts';
import { assessor } from './assess-issue.ts';
import { cardGoal } from './card-goal.ts';
import { badgeOf } from './describe-issues.ts';
import { endedSession } from './ended-session.ts';
import { pendingWrite } from './pending-writes.ts';
import type { Ports } from './ports.ts';
import { writeAccessTo } from './write-access.ts';

/**
 * Everything that the card of one issue shows: the score opened to its facts, the flags, the tag, what is waiting to be written.
 * `null` when the issue is not known here.
 *
 * @example await openCard(ports, 'github.com/acme/shop#12') // → { score: { value: 62, parts: […] }, … }
 */
export async function openCard(ports: Ports, key: IssueKey): Promise<Card | null> {
  const material = await ports.store.material([key]);
  const issue = material.issues.get(key);
  if (!issue) return null;
  const now = ports.now();
  const assessment = assessor(material, now)(issue);
  const { model, facts, score, flags, tag, roadmapItem } = assessment;
  const entered = material.entered.get(key) ?? [];
  const [tagging, connection] = await Promise.all([writeAccessTo(ports, key), ports.store.connection(hostOf(key))]);
  return {
    key,
    issue: { reference: issue.reference, title: issue.title, url: issue.url, kind: issue.kind, updatedAt: issue.updatedAt },
    badge: badgeOf(assessment, material),
    model: { id: model.id, name: model.name, formula: model.formula, source: model.source, digits: model.digits },
    score,
    inputs: model.inputs,
    facts: Object.fromEntries(model.inputs.flatMap(({ id }) => (facts[id] ? [[id, facts[id]]] : []))),
    entered: Object.fromEntries(entered.map((row) => [row.input, row.value])),
    gate: readGate(assessment.issue, entered),
    gating: { input: GATE_INPUT, choices: GATES.map(({ value, label }) => ({ value, label })) },
    flags,
    tag,
    alsoTagged: tag !== null && takesOthersOff(tag, tagging) ? itemsAt(issue).filter((item) => item !== (tag.former ?? tag.item)) : [],
    roadmapItem,
    sprintGoal: await cardGoal(ports, issue, material),
    tagging,
    pending: (material.outbox.get(key) ?? []).map((row) => pendingWrite(row, now, endedSession(connection))),
    syncedAt: material.projects.get(issue.project)?.syncedAt ?? null,
  };
}

/** Whether to change the tag takes other tags of the issue off: one that is kept here hides them, until it can be written. */
function takesOthersOff({ via, pending }: Tag, tagging: Card['tagging']): boolean {
  return !pending && (via === 'label' || via === 'shared' || (via === 'local' && tagging.via === 'label'));
}
