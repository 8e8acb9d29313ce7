import type { EstimateChange, History, LabelChange, SprintChange, StatusChange } from '../../core/history.ts';
import { readMoment } from './moments.ts';
import type { IssueView } from './view.ts';

/** The history in a changelog, of `expand=changelog` or of `bulkfetch`, oldest first. What cannot be read of it is left out. */
export function readHistory(raw: unknown, { ids, statuses: known, now }: IssueView): History {
  const field = ids?.sprint ?? null;
  const log = asRecord(raw);
  const entries = [log['histories'], log['changeHistories'], raw].find(Array.isArray) ?? [];
  const seen = new Set<string>();
  const statuses: StatusChange[] = [];
  const sprints: SprintChange[] = [];
  const estimates: EstimateChange[] = [];
  const labels: LabelChange[] = [];
  let first: { readonly at: number; readonly before: number[] } | null = null;
  for (const entry of entries) {
    const { id, created, items, author } = asRecord(entry);
    const by = whoOf(asRecord(author));
    const at = readMoment(created);
    const mark = typeof id === 'string' || typeof id === 'number' ? String(id) : JSON.stringify([created, items]);
    if (at === null || !Array.isArray(items) || seen.has(mark)) continue;
    seen.add(mark);
    for (const item of items) {
      const change = asRecord(item);
      if (isOf(change, 'status')) statuses.push({ ...statusChange(at, change, known), ...by });
      else if (isSprint(change, field)) {
        sprints.push(...sprintChange(at, change).map((one) => ({ ...one, ...by })));
        if (first === null || at < first.at) first = { at, before: idsOf(change['from']) };
      } else if (isOf(change, 'labels')) labels.push(labelChange(at, change));
      else if (isEstimate(change, ids?.estimates ?? null)) estimates.push({ at, from: asNumber(change['fromString']), to: asNumber(change['toString']), ...by });
    }
  }
  const { total, isLast, nextPageToken } = log;
  return {
    statuses: statuses.toSorted((a, b) => a.at - b.at),
    sprints: sprints.toSorted((a, b) => a.at - b.at),
    estimates: estimates.toSorted((a, b) => a.at - b.at),
    labels: labels.toSorted((a, b) => a.at - b.at),
    ...(first !== null && first.before.length > 0 && { bornIn: first.before }),
    complete: (typeof total !== 'number' || total <= entries.length) && isLast !== false && typeof nextPageToken !== 'string',
    readAt: now,
  };
}

type Item = Record<string, unknown>;

// A custom field may be called "status" too; the system's own has its name for an id, or none on old servers.
const isOf = (item: Item, field: 'status' | 'labels'): boolean => item['fieldId'] === field || (item['field'] === field && item['fieldId'] == null && item['fieldtype'] !== 'custom');
const isSprint = (item: Item, id: string | null): boolean => (id !== null && item['fieldId'] === id) || ((id === null || item['fieldId'] == null) && item['field'] === 'Sprint');

// Old servers name fields only.
const isEstimate = (item: Item, ids: readonly string[] | null): boolean => (ids !== null && typeof item['fieldId'] === 'string' ? ids.includes(item['fieldId']) : item['fieldtype'] !== 'jira' && /^story points?(?: estimate)?$/i.test(asText(item['field'])));

function statusChange(at: number, item: Item, statuses: IssueView['statuses']): StatusChange {
  const to = asText(item['toString']);
  return { at, from: asText(item['fromString']), to, category: statuses[asText(item['to'])]?.category ?? null };
}

function sprintChange(at: number, item: Item): SprintChange[] {
  const before = idsOf(item['from']);
  const after = idsOf(item['to']);
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  return added.length + removed.length > 0 ? [{ at, added, removed }] : [];
}

function labelChange(at: number, item: Item): LabelChange {
  const [before, after] = [labelsOf(item['fromString']), labelsOf(item['toString'])];
  return { at, added: after.filter((name) => !before.includes(name)), removed: before.filter((name) => !after.includes(name)) };
}

/** `'bug sprint-goal'`: the whole set; no label has a space. */
const labelsOf = (value: unknown): string[] => asText(value).split(' ').filter((name) => name !== '');

/** `'31, 32'` */
const idsOf = (value: unknown): number[] => asText(value).split(',').map((part) => part.trim()).filter((part) => /^\d{1,15}$/.test(part)).map(Number);

function whoOf({ displayName, name }: Item): { by?: string } {
  const by = asText(displayName) || asText(name);
  return by === '' ? {} : { by };
}

const asNumber = (value: unknown): number | null => (asText(value).trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null);

// `toString` that an object lacks is the one of all objects, so anything but text is no text.
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
