import type { Schema, StoreName } from './database.ts';

/** `?`: may be absent. */
type Kind = 'text' | 'number' | 'list' | 'object' | 'numbers' | 'text?' | 'list?' | 'object?';

/** What every reader of a row relies on without looking: a row without it brings down whoever meets it. */
export const SHAPES: { readonly [S in StoreName]: Readonly<Partial<Record<keyof Schema[S]['value'], Kind>>> } = {
  issues: { project: 'text', tracker: 'text', kind: 'text', number: 'number', reference: 'text', title: 'text', url: 'text', status: 'object', assignees: 'list', labels: 'list', fields: 'list', createdAt: 'number', updatedAt: 'number', seenInSweep: 'number' },
  memberships: { item: 'text', via: 'text' },
  itemStatistics: { total: 'object', done: 'object', estimate: 'object', finished: 'numbers', created: 'numbers', updated: 'numbers', members: 'number' },
  plannings: { project: 'text', number: 'number', title: 'text', url: 'text', updatedAt: 'number' },
  planned: { walk: 'number' },
  sprints: { project: 'text', number: 'number', title: 'text', url: 'text', state: 'text', description: 'text', createdAt: 'number', updatedAt: 'number', openIssues: 'number', closedIssues: 'number' },
  projects: { host: 'text', name: 'text', visitedAt: 'number', state: 'text' },
  rankings: { scores: 'numbers', open: 'number', finishedDays: 'numbers', cycleDays: 'numbers', load: 'object', waiting: 'object', recipe: 'text' },
  columns: { numbers: 'numbers', scores: 'numbers', recipe: 'text' },
  drafts: { numbers: 'numbers', scores: 'numbers', recipe: 'text', through: 'number' },
  localTags: { at: 'number' },
  entered: { value: 'number', by: 'text', at: 'number' },
  accepted: { reason: 'text', at: 'number' },
  localGoals: { text: 'text', at: 'number' },
  goalWordings: { text: 'text', at: 'number', standing: 'text' },
  localGoalMarks: { at: 'number' },
  ledger: { outcomes: 'list', items: 'list' },
  snapshots: { at: 'number', issues: 'list' },
  sprintViews: {},
  roadmap: { title: 'text', outcome: 'text', createdAt: 'number', updatedAt: 'number', belongs: 'list?', links: 'list?', formerIds: 'list?' },
  roadmapFiles: { place: 'object', state: 'text', errors: 'list', warnings: 'list' },
  // What is absent has its standard value.
  settings: { model: 'text?', weights: 'object?', thresholds: 'object?', calendar: 'object?', pickedSprint: 'object?', mutedRules: 'list?', hiddenLines: 'list?' },
  outbox: { host: 'text', write: 'object', state: 'text', notBefore: 'number', createdAt: 'number', attempts: 'number' },
  bulks: { by: 'list', createdAt: 'number', state: 'text' },
  bulkEntries: { host: 'text', state: 'text', left: 'number', before: 'object' },
  jobs: { kind: 'text', project: 'text', host: 'text', dueAt: 'number', attempts: 'number' },
  limiters: { strikes: 'number' },
  connections: { tracker: 'text', missing: 'list', state: 'text' },
  secrets: { token: 'text' },
  rejected: { reason: 'text', at: 'number' },
};

/** Why a row is none of its store; `null` for one that is: `misfit({ token: 'text' }, { host: 'github.com' })` → `'token is no text'` */
export function misfit(shape: Readonly<Record<string, Kind>>, row: unknown): string | null {
  const fields = new Map(Object.entries(row ?? {}));
  const wrong = Object.entries(shape).find(([field, kind]) => !fits(kind, fields.get(field)));
  return wrong ? `${wrong[0]} is no ${wrong[1].replace('?', '')}` : null;
}

function fits(kind: Kind, value: unknown): boolean {
  if (kind.endsWith('?') && value === undefined) return true;
  switch (kind) {
    case 'text': case 'text?': return typeof value === 'string';
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'list': case 'list?': return Array.isArray(value);
    case 'numbers': return ArrayBuffer.isView(value);
    case 'object': case 'object?': return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}
