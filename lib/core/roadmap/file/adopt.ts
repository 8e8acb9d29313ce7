import { alike } from '../../alike.ts';
import type { Thresholds } from '../../risk/risk.ts';
import type { CalendarSettings, Instant } from '../../time.ts';
import type { RoadmapAim, RoadmapItem } from '../roadmap-item.ts';
import { mergeItem } from './merge-item.ts';
import type { FileItem, RoadmapFile } from './roadmap-file.ts';
import { teamValues } from './team-values.ts';
import { writtenItem } from './written.ts';

/** Those of a person's settings of which a file can speak. */
export interface AgreedSettings {
  readonly model: string;
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  readonly aim?: RoadmapAim;
}

export interface Adopted<S extends AgreedSettings> {
  readonly put: readonly RoadmapItem[];
  readonly remove: readonly string[];
  readonly settings: S;
  /** Ids of differences (`FileDifference.id`) of which the team has changed its side too: they are shown with both values, and proposed only when somebody asks for just that. */
  readonly contested: readonly string[];
}

interface Adopting<S> {
  readonly file: RoadmapFile;
  readonly former: RoadmapFile | null;
  readonly items: readonly RoadmapItem[];
  readonly settings: S;
  readonly standard: AgreedSettings;
  readonly now: Instant;
  /** As `Adopted` had it of the former version. */
  readonly contested?: readonly string[];
}

/**
 * Takes up a newly read file, item by item and part by part: what this browser holds as the former version of the file said it follows the new one, and what a person has changed here since stays, to be shown as a
 * difference and proposed. Where the team has changed the same, it is contested. `former` is the version taken up before, `standard` the settings until anybody says otherwise.
 *
 * @example adoptFile({ file, former: null, items: [], settings, standard: settings, now }) // → { put: every item of the file, remove: [], settings with the team's values, contested: [] }
 */
export function adoptFile<S extends AgreedSettings>(given: Adopting<S>): Adopted<S> {
  const { file, former, items, now } = given;
  const before = former?.items ?? [];
  const contested: string[] = [];
  const [put, remove] = [[] as RoadmapItem[], [] as string[]];
  for (const theirs of file.items) {
    const [mine, was] = [sameOf(items, theirs), sameOf(before, theirs)];
    if (!mine) {
      if (!was) put.push({ ...theirs, createdAt: now, updatedAt: now });
      else if (!sameItem(was, theirs) || given.contested?.includes(`remove:${theirs.id}`)) contested.push(`remove:${theirs.id}`);
      continue;
    }
    const merged = mergeItem(mine, was ?? null, theirs);
    contested.push(...merged.contested.map((part) => `item:${merged.item.id}:${part}`));
    if (sameItem(merged.item, mine)) continue;
    if (merged.item.id !== mine.id) remove.push(mine.id);
    put.push({ ...merged.item, createdAt: mine.createdAt, updatedAt: now });
  }
  for (const was of before) {
    const mine = sameOf(items, was);
    if (!mine || sameOf(file.items, was) || sameOf(file.items, mine)) continue;
    if (sameItem(mine, was)) remove.push(mine.id);
    else contested.push(`item:${mine.id}`);
  }
  const settled = adoptSettings(given);
  // What was contested stays so until one side gives way: `differencesFrom` drops what no longer differs.
  return { put, remove, settings: settled.settings, contested: [...new Set([...(given.contested ?? []), ...contested, ...settled.contested])] };
}

/** Whether two items say the same in a file: when they were made and changed does not count. `sameItem({id: 'pay', title: 'Pay', …}, {id: 'pay', title: 'Pay ', …})` → `true` */
export function sameItem(one: Parameters<typeof writtenItem>[0], other: Parameters<typeof writtenItem>[0]): boolean {
  return alike(writtenItem(one), writtenItem(other));
}

/** The version of an item among others: under its id or, after a rename on either side, under a former one. `sameOf([{id: 'pay-faster', formerIds: ['pay'], …}], {id: 'pay', …})` → that item */
export function sameOf<T extends FileItem>(items: readonly T[], { id, formerIds = [] }: FileItem): T | undefined {
  return items.find((other) => other.id === id) ?? items.find((other) => formerIds.includes(other.id)) ?? items.find((other) => other.formerIds?.includes(id));
}

function adoptSettings<S extends AgreedSettings>({ file, former, settings, standard }: Adopting<S>): { readonly settings: S; readonly contested: readonly string[] } {
  const was = new Map(teamValues(former?.team ?? {}, settings, standard).map((value) => [value.id, value.there]));
  const values = teamValues({ ...file.team, weights: { ...emptied(former?.team.weights), ...file.team.weights } }, settings, standard);
  const follows = values.filter(({ id, here, standard: usual }) => alike(here, was.get(id) ?? usual));
  const contested = values.filter((value) => !follows.includes(value) && value.there !== undefined && !alike(value.here, value.there) && !alike(value.there, was.get(value.id)));
  const followed = follows.reduce((mine, value) => value.use(mine), settings);
  const [aim, usual] = [settings.aim ?? NO_AIM, standard.aim ?? NO_AIM];
  const parts = AIM_PARTS.filter((part) => aim[part] !== (former?.aim[part] ?? usual[part]) && file.aim[part] !== (former?.aim[part] ?? usual[part]) && aim[part] !== file.aim[part]);
  const next: RoadmapAim = { vision: follow(aim.vision, file.aim.vision, former?.aim.vision ?? usual.vision), productGoal: follow(aim.productGoal, file.aim.productGoal, former?.aim.productGoal ?? usual.productGoal) };
  return { settings: { ...followed, ...(alike(next, NO_AIM) ? {} : { aim: next }) }, contested: [...contested.map(({ id }) => `setting:${id}`), ...parts.map((part) => `aim:${part}`)] };
}

const NO_AIM: RoadmapAim = { vision: '', productGoal: '' };
export const AIM_PARTS = ['vision', 'productGoal'] as const;

/** Models that the former version had weights of, so that a file without them gives them back. */
function emptied(weights: AgreedSettings['weights'] | undefined): Record<string, Readonly<Record<string, number>>> {
  return Object.fromEntries(Object.keys(weights ?? {}).map((model) => [model, {}]));
}

function follow(mine: string, team: string, former: string): string {
  return mine === former ? team : mine;
}
