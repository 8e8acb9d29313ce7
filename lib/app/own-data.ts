import * as z from 'zod/mini';
import { THRESHOLDS } from '../core/risk/thresholds.ts';
import { models } from '../core/scoring/registry.ts';
import type { Problem } from '../messaging/messages.ts';
import { issueKey, itemId, plainDate, projectKey, settingsSchema, sprintKey, text } from '../messaging/protocol.ts';
import { aim, roadmapItemWish } from '../messaging/roadmap-schema.ts';
import type { OwnData } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';
import { plural } from './wording.ts';

const FORMAT = 'waymark-export';
const VERSION = 1;
/** A goal is as long as whoever wrote it at the tracker made it: a description of GitHub’s, or twenty goals of ours. What was exported must come back whole. */
const goalText = text(100_000);
/** As a tracker tells it: of a person, a board. */
const name = text(1000);
const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));

const wording = z.object({
  id: text(400), sprint: sprintKey, text: goalText, at: moment, by: z.nullable(name), here: z.boolean(), standing: z.enum(['stood', 'refused']),
  from: z.enum(['field', 'description', 'first-paragraph', 'local', 'file', 'status-update']),
});
const day = z.nullable(plainDate);
const keptSprint = z.object({
  key: sprintKey, project: projectKey, number: z.number(), title: text(1000), url: text(2000), state: z.enum(['open', 'closed', 'future']), description: text(100_000), goalIn: z.exactOptional(z.literal('field')),
  board: z.exactOptional(z.nullable(z.object({ id: z.number(), name }))), completedAt: z.exactOptional(z.nullable(moment)), startedAt: z.exactOptional(z.nullable(moment)), startsOn: day, dueOn: day,
  createdAt: moment, updatedAt: moment, openIssues: z.number(), closedIssues: z.number(),
});
const outcome = z.object({ result: z.enum(['met', 'partly', 'not']), note: text(2000), at: moment, by: z.nullable(name) });
const ledgerRow = z.object({ sprint: sprintKey, project: projectKey, outcomes: z.array(z.nullable(outcome)).check(z.maxLength(50)), items: z.array(itemId).check(z.maxLength(100)), kept: z.nullable(keptSprint) });

const ownDataSchema = z.object({
  settings: z.extend(settingsSchema, { id: z.literal('settings'), pickedSprint: z.record(z.string(), sprintKey), aim: z.exactOptional(aim), hiddenLines: z.exactOptional(z.array(text(300)).check(z.maxLength(200))) }),
  roadmap: z.array(z.extend(roadmapItemWish, { createdAt: moment, updatedAt: moment })),
  localTags: z.array(z.object({ key: issueKey, item: z.nullable(itemId), at: moment })),
  entered: z.array(z.object({ key: issueKey, input: text(60), value: z.number(), by: name, at: moment })),
  accepted: z.array(z.object({ key: issueKey, rule: text(60), reason: text(500), at: moment })),
  localGoals: z.array(z.object({ sprint: sprintKey, text: goalText, at: moment })),
  // Exports of before there was a ledger have none of these.
  goalWordings: z.exactOptional(z.array(wording)),
  localGoalMarks: z.exactOptional(z.array(z.object({ key: issueKey, on: z.boolean(), at: moment }))),
  ledger: z.exactOptional(z.array(ledgerRow)),
});
const exportSchema = z.object({ format: z.literal(FORMAT), version: z.int().check(z.minimum(1)), data: z.unknown() });

/** Everything a person made here as one JSON file. Tokens and whatever a sync brings back are not in it. */
export async function exportOwnData(ports: Ports): Promise<{ json: string; name: string }> {
  const data = await ports.store.exportOwn();
  const at = new Date(ports.now()).toISOString();
  return { json: JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: at, data }, null, 2), name: `waymark-${at.slice(0, 10)}.json` };
}

/**
 * Reads an export. Nothing changes unless the whole file is valid and `apply` is set: then it is laid over what is here,
 * row by row, the file winning. Answers what it holds, or which part of the file is wrong.
 */
export async function importOwnData(ports: Ports, json: string, apply: boolean): Promise<{ ok: true; summary: string } | { ok: false; problem: Problem }> {
  const read = readExport(json);
  if (!read.ok) return read;
  const { data } = read;
  if (apply) {
    await ports.store.importOwn(data);
    await tellAll(ports);
  }
  const parts = [plural(data.roadmap.length, 'roadmap item'), plural(data.localTags.length, 'local tag'), plural(data.entered.length, 'entered value'), plural(data.accepted.length, 'accepted flag'), plural(data.localGoals.length, 'local goal'), plural(data.localGoalMarks.length, 'goal mark'), `${plural(data.ledger.length, 'sprint')} in the ledger`];
  return { ok: true, summary: `${apply ? 'Imported' : 'The file holds'} ${['the settings', ...parts.filter((words) => !words.startsWith('0 '))].join(', ')}.${apply ? '' : ' Where both speak of one thing, the file’s entry stands, even if it is older.'}` };
}

/** Whether a file means to be an export of ours, however damaged: any other may be a roadmap of another format. */
export function isExport(json: string): boolean {
  return json.includes(FORMAT);
}

function readExport(json: string): { ok: true; data: OwnData } | { ok: false; problem: Problem } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return refuse(`This file is not JSON: ${error instanceof Error ? error.message : 'it could not be read'}.`);
  }
  const outer = exportSchema.safeParse(raw);
  if (!outer.success) return refuse('This is not a Waymark export.');
  if (outer.data.version > VERSION) return refuse(`This export was made by a newer Waymark (format ${outer.data.version}; this one reads up to ${VERSION}).`);
  const inner = ownDataSchema.safeParse(outer.data.data);
  if (!inner.success) {
    const issue = inner.error.issues[0];
    return refuse(`The export is damaged at ${issue?.path.join(' › ') || 'its root'}.`);
  }
  const { thresholds } = inner.data.settings;
  const odd = THRESHOLDS.find(({ id, min, max }) => thresholds[id] < min || thresholds[id] > max);
  if (odd) return refuse(`The export is damaged at settings › thresholds › ${odd.id}.`);
  if (!models.some((model) => model.id === inner.data.settings.model)) return refuse(`The export uses a scoring model that this Waymark does not have: ${inner.data.settings.model}.`);
  const { goalWordings = [], localGoalMarks = [], ledger = [] } = inner.data;
  return { ok: true, data: { ...inner.data, goalWordings, localGoalMarks, ledger } };
}

function refuse(sentence: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind: 'invalid-import', sentence, action: 'Nothing was changed. Choose another file.' } };
}
