import type { RoadmapItem } from '../roadmap-item.ts';
import { type AgreedSettings, sameItem, weekendOf } from './adopt.ts';
import type { FileChange } from './apply.ts';
import type { FileItem, RoadmapFile } from './roadmap-file.ts';
import { alike, writtenItem } from './written.ts';

/** Where this browser and the team's file differ. */
export interface FileDifference {
  readonly kind: 'item' | 'aim' | 'setting';
  /** An item's id, a setting's name. */
  readonly id: string;
  readonly sentence: string;
}

/** Everything in which this browser differs from the team's file, in sentences. `elsewhere`: ids of items that another file holds. */
export function differencesFrom(file: RoadmapFile, items: readonly RoadmapItem[], settings: AgreedSettings, elsewhere: ReadonlySet<string>): readonly FileDifference[] {
  return [...itemDifferences(file, items, elsewhere), ...aimDifference(file, settings), ...settingDifferences(file, settings)];
}

/** What a proposal would change in the file: items of this browser that differ or are only here, and the aim. `only`: ids of the items wanted, `null` for all. */
export function changesFor(file: RoadmapFile, items: readonly RoadmapItem[], settings: AgreedSettings, elsewhere: ReadonlySet<string>, only: readonly string[] | null): readonly FileChange[] {
  const there = new Map(file.items.map((item) => [item.id, item]));
  const wanted = items.filter((item) => !elsewhere.has(item.id) && (only === null || only.includes(item.id)));
  const changed = wanted.flatMap((item): FileChange[] => {
    const former = formerOf(there, item);
    return former && sameItem(former, item) ? [] : [{ kind: 'item', id: former?.id ?? item.id, item: asFileItem(item) }];
  });
  return only === null && settings.aim && !alike(settings.aim, file.aim) ? [...changed, { kind: 'aim', aim: settings.aim }] : changed;
}

/** The file's item under this id or, after a rename here, under a former one. */
function formerOf(there: ReadonlyMap<string, FileItem>, { id, formerIds = [] }: RoadmapItem): FileItem | undefined {
  return there.get(id) ?? formerIds.map((former) => there.get(former)).find((item) => item !== undefined);
}

function asFileItem({ createdAt: _created, updatedAt: _updated, ...item }: RoadmapItem): FileItem {
  return item;
}

function itemDifferences(file: RoadmapFile, items: readonly RoadmapItem[], elsewhere: ReadonlySet<string>): FileDifference[] {
  const there = new Map(file.items.map((item) => [item.id, item]));
  const met = new Set<string>();
  const here = items.filter(({ id }) => !elsewhere.has(id)).flatMap((item): FileDifference[] => {
    const former = formerOf(there, item);
    if (former) met.add(former.id);
    if (!former) return [{ kind: 'item', id: item.id, sentence: `“${item.title}” is only in this browser.` }];
    if (sameItem(former, item)) return [];
    const [mine, theirs] = [writtenItem(item), writtenItem(former)];
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((name) => !alike(mine[name], theirs[name]));
    return [{ kind: 'item', id: item.id, sentence: `“${item.title}” differs from the team’s in: ${names.join(', ')}.` }];
  });
  const gone = file.items.filter(({ id }) => !met.has(id)).map(({ id, title }): FileDifference => ({ kind: 'item', id, sentence: `“${title}” is in the team’s file and was removed here.` }));
  return [...here, ...gone];
}

function aimDifference(file: RoadmapFile, { aim = { vision: '', productGoal: '' } }: AgreedSettings): FileDifference[] {
  return alike(aim, file.aim) ? [] : [{ kind: 'aim', id: 'aim', sentence: 'Vision or Product Goal differ from the team’s.' }];
}

function settingDifferences({ team }: RoadmapFile, { model, weights, thresholds, calendar }: AgreedSettings): FileDifference[] {
  const { sprints } = team;
  const compared: readonly (readonly [string, unknown, unknown])[] = [
    ['model', team.model, model],
    ...Object.entries(team.weights ?? {}).map(([id, theirs]) => [`weights of ${id}`, theirs, weights[id] ?? {}] as const),
    ...Object.entries(team.thresholds ?? {}).map(([id, theirs]) => [id, theirs, Reflect.get(thresholds, id)] as const),
    ['timeZone', sprints?.timeZone, calendar.timeZone], ['weekend', sprints?.weekend && weekendOf(sprints.weekend), calendar.weekend], ['holidays', sprints?.holidays, calendar.holidays],
  ];
  return compared.flatMap(([id, theirs, mine]): FileDifference[] => (theirs === undefined || alike(theirs, mine) ? [] : [{ kind: 'setting', id, sentence: `${id} differs from the team’s: ${say(mine)} here, ${say(theirs)} there.` }]));
}

function say(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
