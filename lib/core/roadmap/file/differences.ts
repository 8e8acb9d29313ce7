import { alike } from '../../alike.ts';
import type { RoadmapAim, RoadmapItem } from '../roadmap-item.ts';
import { AIM_PARTS, type AgreedSettings, sameOf } from './adopt.ts';
import type { FileChange } from './changes.ts';
import { type ItemPart, partOf, partsThatDiffer, withPart } from './merge-item.ts';
import type { FileItem, RoadmapFile } from './roadmap-file.ts';
import { teamValues } from './team-values.ts';
import { asWritten } from './written.ts';

/** One thing in which this browser and the team's file differ. */
export interface FileDifference {
  /** Names it in a proposal: `item:kiosk:title`, `item:gifts` (only here), `remove:kiosk` (only there), `aim:vision`, `setting:thresholds.idleDays`. */
  readonly id: string;
  /** `own`: a setting that the team leaves to each person, and that this browser has chosen: no difference from the team's, but it can be proposed. */
  readonly kind: 'item' | 'aim' | 'setting' | 'own';
  readonly sentence: string;
  /** Both sides as the file would write them; empty for nothing. */
  readonly here: string;
  readonly there: string;
  /** The team has changed its side since this browser changed its own: it is proposed only when somebody asks for just that. */
  readonly contested: boolean;
  /** Proposed unless somebody says otherwise: what is on the roadmap, but nobody's own settings. */
  readonly usual: boolean;
}

interface Compared {
  readonly file: RoadmapFile;
  readonly items: readonly RoadmapItem[];
  readonly settings: AgreedSettings;
  readonly standard: AgreedSettings;
  /** Ids of items that another file holds. */
  readonly elsewhere: ReadonlySet<string>;
  readonly contested: readonly string[];
}

/** What a difference asks of the file, and of this browser when the team's side is taken. */
type Wish =
  | { readonly of: 'add'; readonly item: FileItem }
  | { readonly of: 'remove'; readonly item: FileItem }
  | { readonly of: 'part'; readonly part: ItemPart; readonly mine: RoadmapItem; readonly theirs: FileItem }
  | { readonly of: 'aim'; readonly part: keyof RoadmapAim; readonly here: string; readonly there: string }
  | { readonly of: 'setting'; readonly value: ReturnType<typeof teamValues>[number] };

interface Found extends FileDifference {
  readonly wish: Wish;
}

/** Everything in which this browser differs from the team's file, in sentences. */
export function differencesFrom(compared: Compared): readonly FileDifference[] {
  return allFound(compared).map(({ wish: _wish, ...difference }) => difference);
}

/** What a proposal would change in the file. `only`: ids of the differences wanted; `null` for the usual ones. */
export function changesFor(compared: Compared, only: readonly string[] | null): readonly FileChange[] {
  const wanted = allFound(compared).filter(({ id, usual }) => (only === null ? usual : only.includes(id)));
  const parted = new Map<string, FileItem>();
  let [aim, team] = [compared.file.aim, compared.file.team];
  for (const { wish } of wanted) {
    if (wish.of === 'part') parted.set(wish.theirs.id, withPart(parted.get(wish.theirs.id) ?? wish.theirs, wish.part, asFileItem(wish.mine)));
    if (wish.of === 'aim') aim = { ...aim, [wish.part]: wish.here };
    if (wish.of === 'setting') team = wish.value.share(team);
  }
  return [
    ...[...parted].map(([id, item]): FileChange => ({ kind: 'item', id, item })),
    ...wanted.flatMap(({ wish }): FileChange[] => (wish.of === 'add' ? [{ kind: 'item', id: wish.item.id, item: wish.item }] : wish.of === 'remove' ? [{ kind: 'remove', id: wish.item.id }] : [])),
    ...(aim === compared.file.aim ? [] : [{ kind: 'aim', aim } as const]),
    ...(team === compared.file.team ? [] : [{ kind: 'team', team } as const]),
  ];
}

/** What taking the team's side of one difference means for this browser. */
export interface TeamSide<S> {
  readonly put: readonly FileItem[];
  readonly remove: readonly string[];
  readonly settings: S;
}

/** Takes the team's side of one difference; `null` when there is no such difference any more. What is only here goes from here, what was removed here comes back. */
export function teamSideOf<S extends AgreedSettings>(compared: Compared & { readonly settings: S }, id: string): TeamSide<S> | null {
  const wish = allFound(compared).find((found) => found.id === id)?.wish;
  if (!wish) return null;
  const { settings } = compared;
  switch (wish.of) {
    case 'add':
      return { put: [], remove: [wish.item.id], settings };
    case 'remove':
      return { put: [wish.item], remove: [], settings };
    case 'part': {
      const item = withPart(asFileItem(wish.mine), wish.part, wish.theirs);
      return { put: [item], remove: item.id === wish.mine.id ? [] : [wish.mine.id], settings };
    }
    case 'aim':
      return { put: [], remove: [], settings: { ...settings, aim: { vision: '', productGoal: '', ...settings.aim, [wish.part]: wish.there } } };
    case 'setting':
      return { put: [], remove: [], settings: wish.value.use(settings) };
  }
}

function allFound(compared: Compared): Found[] {
  const contested = new Set(compared.contested);
  const found = [...itemsFound(compared), ...aimFound(compared), ...settingsFound(compared)];
  return found.map((one) => ({ ...one, contested: contested.has(one.id), usual: (one.kind === 'item' || one.kind === 'aim') && !contested.has(one.id) }));
}

type Told = Omit<Found, 'contested' | 'usual'>;

function itemsFound({ file, items, elsewhere }: Compared): Told[] {
  const met = new Set<string>();
  const here = items.filter(({ id }) => !elsewhere.has(id)).flatMap((mine): Told[] => {
    const theirs = sameOf(file.items, mine);
    if (!theirs) return [{ id: `item:${mine.id}`, kind: 'item', sentence: `“${mine.title}” is only in this browser.`, here: asWritten(mine.title), there: '', wish: { of: 'add', item: asFileItem(mine) } }];
    met.add(theirs.id);
    return partsThatDiffer(mine, theirs).map((part): Told => {
      const [mineSays, theirsSay] = [say(partOf(mine, part)), say(partOf(theirs, part))];
      return { id: `item:${mine.id}:${part}`, kind: 'item', sentence: `“${mine.title}” differs from the team’s in ${part}: ${mineSays || 'nothing'} here, ${theirsSay || 'nothing'} there.`, here: mineSays, there: theirsSay, wish: { of: 'part', part, mine, theirs } };
    });
  });
  const gone = file.items.filter(({ id }) => !met.has(id)).map((item): Told => ({ id: `remove:${item.id}`, kind: 'item', sentence: `“${item.title}” is on the team’s roadmap and was removed here.`, here: '', there: asWritten(item.title), wish: { of: 'remove', item } }));
  return [...here, ...gone];
}

function aimFound({ file, settings: { aim = { vision: '', productGoal: '' } } }: Compared): Told[] {
  return AIM_PARTS.filter((part) => aim[part].trim() !== file.aim[part].trim()).map((part): Told => {
    const words = part === 'vision' ? 'The vision' : 'The Product Goal';
    return { id: `aim:${part}`, kind: 'aim', sentence: `${words} differs from the team’s: “${aim[part]}” here, “${file.aim[part]}” there.`, here: aim[part], there: file.aim[part], wish: { of: 'aim', part, here: aim[part], there: file.aim[part] } };
  });
}

/** What the team leaves to each person differs only once a person has chosen. */
function settingsFound({ file, settings, standard }: Compared): Told[] {
  return teamValues(file.team, settings, standard).filter(({ here, there, standard: usual }) => !alike(here, there ?? usual)).map((value): Told => {
    const [here, there] = [say(value.here), value.there === undefined ? '' : say(value.there)];
    const sentence = value.there === undefined ? `${value.words} is ${here} here; the team leaves it to each.` : `${value.words} differs from the team’s: ${here} here, ${there} there.`;
    return { id: `setting:${value.id}`, kind: value.there === undefined ? 'own' : 'setting', sentence, here, there, wish: { of: 'setting', value } };
  });
}

function asFileItem({ createdAt: _created, updatedAt: _updated, ...item }: RoadmapItem): FileItem {
  return item;
}

function say(value: unknown): string {
  return value === undefined ? '' : asWritten(value);
}
