import * as z from 'zod/mini';
import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { PlainDate } from '../core/time.ts';
import type { MessageName, Messages } from './messages.ts';
import { aim, horizon, itemId, itemWindow, roadmapItemWish, text } from './roadmap-schema.ts';

// The shape of a key is what makes the brand true.
const issueKey = z.custom<IssueKey>((value) => typeof value === 'string' && /^[a-z0-9.:-]+\/(?:[a-z0-9_-]+\/[a-z0-9._-]+#\d{1,15}|[A-Z][A-Z0-9_]+-\d+)$/.test(value));
const projectKey = z.custom<ProjectKey>((value) => typeof value === 'string' && /^[a-z0-9.:-]+\/(?:[a-z0-9_-]+\/[a-z0-9._-]+|[A-Z][A-Z0-9_]+)$/.test(value));
const sprintKey = z.custom<SprintKey>((value) => typeof value === 'string' && /^[a-z0-9.:-]+\/.+\/(?:(?:milestone|sprint)\/\d{1,15}|project\/\d{1,15}\/iteration\/[\w-]{1,40})$/.test(value));
const plainDate = z.custom<PlainDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
const host = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/));
// As deep as a product is ever installed.
const context = z.string().check(z.regex(/^(?:\/[\w~-][\w.~-]{0,60}){0,2}$/));
const goals = z.array(text(2000)).check(z.maxLength(20));
const changes = z.nullable(z.array(text(200)).check(z.maxLength(20_000)));
const moving = z.exactOptional(z.boolean());
const sentAs = z.exactOptional(text(1000));
const sprintGoals = z.exactOptional(z.object({ sprint: text(300), goals }));
const place = z.object({ path: text(400), branch: z.nullable(text(250)) });
const bulkId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const bulkKeys = z.array(issueKey).check(z.minLength(1), z.maxLength(10_000));
const issueFilter = z.object({ project: z.nullable(projectKey), label: z.nullable(text(300)), sprint: z.nullable(sprintKey), parent: z.nullable(issueKey), text: text(200), untagged: z.boolean(), closed: z.boolean() });
const none = z.null();
const number = z.number();

const thresholdsSchema = z.object({
  idleDays: number, dueSoonDays: number, ageWatchPercentile: number, ageRiskPercentile: number, ageLatePercentile: number, ageMinimumSample: number,
  ageFallbackDays: number, overloadedIssues: number, blocksOthers: number, highScoreTopShare: number, priorityDisagreementPlaces: number,
});
const weightsSchema = z.record(z.string(), z.number().check(z.minimum(0), z.maximum(1000)));
export const settingsSchema = z.object({
  model: text(40),
  weights: z.record(z.string(), weightsSchema),
  thresholds: thresholdsSchema,
  calendar: z.object({ timeZone: text(60), weekend: z.array(z.number().check(z.minimum(0), z.maximum(6))).check(z.maxLength(7)), holidays: z.array(plainDate).check(z.maxLength(2000)) }),
  mutedRules: z.array(text(60)).check(z.maxLength(200)),
});

type Key = IssueKey | ProjectKey | SprintKey;

/** `trust` is the least that the request needs. One that an overlay may send says what it speaks of, for that is held against the overlay's own site; without it there is no rule. */
type Rule<N extends MessageName> = { readonly schema: z.ZodMiniType<Messages[N]['request']> } & (
  | { readonly trust: 'page' }
  | { readonly trust: 'overlay'; readonly of: (payload: Messages[N]['request']) => readonly Key[] }
);

/** The roadmap is one for all sites. */
const ofNoSite = (): readonly Key[] => [];
/** Ids that only the store can tell the site of: the handler does. */
const asTheHandlerFinds = ofNoSite;
const ofKeys = ({ keys, project = null }: { readonly keys: readonly IssueKey[]; readonly project?: ProjectKey | null }): readonly Key[] => (project === null ? keys : [...keys, project]);
const ofKey = ({ key }: { readonly key: IssueKey }): readonly Key[] => [key];
/** Ids of writes and of goals' lines name the issue or the sprint: `label|github.com/acme/shop#12|bug`. */
const named = (id: string): readonly Key[] => [(id.split('|')[1] ?? '') as Key]; // of no site where it is none, and then no overlay's

/** Every message: what it may carry and who may send it. The server reads nothing that does not pass here. */
export const PROTOCOL: { readonly [N in MessageName]: Rule<N> } = {
  describe: { trust: 'overlay', of: ofKeys, schema: z.object({ keys: z.array(issueKey).check(z.maxLength(1000)), project: z.nullable(projectKey) }) },
  openPanel: { trust: 'overlay', of: ofKey, schema: z.object({ key: issueKey }) },
  bringOverlay: { trust: 'overlay', of: ofNoSite, schema: none },
  card: { trust: 'overlay', of: ofKey, schema: z.object({ key: issueKey }) },
  cardItem: { trust: 'overlay', of: ofKey, schema: z.object({ key: issueKey }) },
  findRoadmapItems: { trust: 'overlay', of: ofNoSite, schema: z.object({ text: text(200) }) },
  createRoadmapItem: { trust: 'overlay', of: ofNoSite, schema: z.object({ id: itemId, title: text(200), outcome: text(1000), horizon }) },
  tag: { trust: 'overlay', of: ofKeys, schema: z.object({ keys: z.array(issueKey).check(z.minLength(1), z.maxLength(500)), item: z.nullable(itemId) }) },
  undo: { trust: 'overlay', of: asTheHandlerFinds, schema: z.object({ undo: text(400_000), made: z.exactOptional(itemId) }) },
  retryWrite: { trust: 'overlay', of: ({ id }) => named(id), schema: z.object({ id: text(400), as: sentAs }) },
  dropWrite: { trust: 'overlay', of: ({ id }) => named(id), schema: z.object({ id: text(400) }) },
  enterInput: { trust: 'overlay', of: ofKey, schema: z.object({ key: issueKey, input: text(60), value: z.nullable(number) }) },
  acceptFlag: { trust: 'overlay', of: ofKey, schema: z.object({ key: issueKey, rule: text(60), reason: z.nullable(text(500)) }) },
  pageLine: {
    trust: 'overlay',
    of: ofKeys,
    schema: z.object({ project: z.nullable(projectKey), board: z.nullable(number), milestone: z.nullable(number), keys: z.array(issueKey).check(z.maxLength(1)), bring: z.boolean() }),
  },
  hideLine: { trust: 'overlay', of: ({ line }) => (line.startsWith('goal|') ? named(line) : []), schema: z.object({ line: z.string().check(z.regex(/^(?:goal|item)\|/), z.maxLength(300)), hidden: z.boolean() }) },
  openOwn: { trust: 'overlay', of: ofNoSite, schema: z.object({ page: z.enum(['roadmap', 'sprint', 'connections']), item: z.nullable(itemId) }) },
  backOnline: { trust: 'overlay', of: ofNoSite, schema: none },
  popup: { trust: 'page', schema: z.object({ project: z.nullable(projectKey), board: z.nullable(number) }) },
  lastPopup: { trust: 'page', schema: z.object({ project: z.nullable(projectKey), board: z.nullable(number) }) },
  refresh: { trust: 'page', schema: z.object({ project: projectKey }) },
  pickSprint: { trust: 'page', schema: z.object({ project: projectKey, sprint: z.nullable(sprintKey) }) },
  sprintView: { trust: 'page', schema: z.object({ project: projectKey, sprint: z.nullable(sprintKey), last: z.boolean() }) },
  sprintLedger: { trust: 'page', schema: z.object({ project: projectKey }) },
  sprintComparison: { trust: 'page', schema: z.object({ project: projectKey }) },
  teamFlow: { trust: 'page', schema: z.object({ project: projectKey }) },
  sprintReview: { trust: 'page', schema: z.object({ sprint: sprintKey }) },
  setGoalOutcome: { trust: 'page', schema: z.object({ sprint: sprintKey, goal: z.int().check(z.minimum(0), z.maximum(49)), outcome: z.nullable(z.object({ result: z.enum(['met', 'partly', 'not']), note: text(2000) })) }) },
  setGoals: { trust: 'page', schema: z.object({ sprint: sprintKey, goals, seen: goals }) },
  setGoalItems: { trust: 'page', schema: z.object({ sprint: sprintKey, items: z.array(itemId).check(z.maxLength(100)) }) },
  markGoal: { trust: 'overlay', of: ofKeys, schema: z.object({ keys: z.array(issueKey).check(z.minLength(1), z.maxLength(500)), on: z.boolean() }) },
  resolveGoalConflict: { trust: 'page', schema: z.object({ sprint: sprintKey, use: z.enum(['mine', 'theirs']) }) },
  roadmap: { trust: 'page', schema: none },
  saveRoadmapItem: { trust: 'page', schema: z.object({ item: roadmapItemWish, former: z.nullable(itemId) }) },
  changeRoadmapItem: { trust: 'page', schema: z.object({ item: roadmapItemWish, seen: z.extend(roadmapItemWish, { createdAt: number, updatedAt: number }) }) },
  removeRoadmapItem: { trust: 'page', schema: z.object({ id: itemId }) },
  mergeRoadmapItem: { trust: 'page', schema: z.object({ id: itemId, into: itemId }) },
  unmergeRoadmapItem: { trust: 'page', schema: z.object({ id: itemId, source: z.nullable(roadmapItemWish), into: roadmapItemWish }) },
  moveRoadmapItem: { trust: 'page', schema: z.object({ id: itemId, to: z.union([z.object({ horizon }), z.object({ window: itemWindow })]) }) },
  roadmapIssues: { trust: 'page', schema: z.object({ item: itemId }) },
  roadmapCandidates: { trust: 'page', schema: none },
  saveRoadmapAim: { trust: 'page', schema: aim },
  options: { trust: 'page', schema: none },
  connect: { trust: 'page', schema: z.object({ host, token: z.nullable(text(1000)), context: z.optional(context) }) },
  testConnection: { trust: 'page', schema: z.object({ host }) },
  removeToken: { trust: 'page', schema: z.object({ host }) },
  forgetSite: { trust: 'page', schema: z.object({ host }) },
  saveSettings: { trust: 'page', schema: settingsSchema },
  preview: { trust: 'page', schema: z.object({ model: text(40), weights: weightsSchema, project: z.nullable(projectKey) }) },
  exportData: { trust: 'page', schema: none },
  importData: { trust: 'page', schema: z.object({ json: text(50_000_000), apply: z.boolean() }) },
  diagnostics: { trust: 'page', schema: none },
  roadmapFile: { trust: 'page', schema: none },
  previewRoadmapFile: { trust: 'page', schema: z.object({ project: projectKey, changes, moving, goals: sprintGoals }) },
  proposeRoadmapFile: { trust: 'page', schema: z.object({ project: projectKey, changes, moving, goals: sprintGoals, seen: text(40), title: text(200), pull: z.boolean() }) },
  useTeams: { trust: 'page', schema: z.object({ project: projectKey, difference: text(200) }) },
  setRoadmapPlace: { trust: 'page', schema: z.object({ project: projectKey, place: z.nullable(place) }) },
  findIssues: { trust: 'page', schema: z.object({ filter: issueFilter }) },
  reviewBulk: { trust: 'overlay', of: ofKeys, schema: z.object({ keys: bulkKeys, item: z.nullable(itemId) }) },
  startBulk: { trust: 'overlay', of: ({ keys, include }) => [...keys, ...include], schema: z.object({ id: bulkId, keys: bulkKeys, item: z.nullable(itemId), include: z.array(issueKey).check(z.maxLength(10_000)) }) },
  bulks: { trust: 'page', schema: none },
  bulk: { trust: 'overlay', of: asTheHandlerFinds, schema: z.object({ id: bulkId }) },
  stopBulk: { trust: 'overlay', of: asTheHandlerFinds, schema: z.object({ id: bulkId }) },
  undoBulk: { trust: 'overlay', of: asTheHandlerFinds, schema: z.object({ id: bulkId }) },
  retryBulk: { trust: 'overlay', of: asTheHandlerFinds, schema: z.object({ id: bulkId, as: sentAs }) },
  settleConflict: { trust: 'overlay', of: ofKey, schema: z.object({ id: bulkId, key: issueKey, keep: z.enum(['theirs', 'mine']) }) },
};

/** What an imported file may hold is what a message may. */
export { issueKey, itemId, plainDate, projectKey, sprintKey, text };

export function isMessageName(value: unknown): value is MessageName {
  return typeof value === 'string' && Object.hasOwn(PROTOCOL, value);
}
