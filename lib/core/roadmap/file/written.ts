import { alike } from '../../alike.ts';
import type { FileItem, RoadmapFile } from './roadmap-file.ts';

/** A plain value as it stands in the file. */
export type Written = string | number | boolean | readonly Written[] | { readonly [name: string]: Written };
export type WrittenMembers = Readonly<Record<string, Written>>;

/**
 * An item's members as the file has them, in the order in which a reader asks for them; what nobody has said is left out.
 *
 * `writtenItem({id: 'pay', title: ' Pay ', outcome: '', horizon: 'now'})` → `{id: 'pay', title: 'Pay', horizon: 'now'}`
 */
export function writtenItem(item: FileItem): WrittenMembers {
  const { id, title, outcome, measure, horizon, window, theme, owner, declared, confidence, risks, links, belongs, dropped, formerIds } = item;
  const named = links?.map((link) => (link.title === link.url ? { url: link.url } : link));
  return filled({ id, title, outcome, measure, horizon, window, theme, owner, declared, confidence, risks, links: named, belongs, dropped: dropped === true ? true : null, formerIds });
}

/** The members of the file beside its items. `writtenRest({aim: {vision: '', productGoal: 'Pay in two taps'}, team: {}})` → `{productGoal: 'Pay in two taps'}` */
export function writtenRest({ aim, team }: Pick<RoadmapFile, 'aim' | 'team'>): WrittenMembers {
  return filled({ vision: aim.vision, productGoal: aim.productGoal, team });
}

/** Whether two files say the same: an absent member and an empty one do. `saysTheSame({items: [], aim: {vision: '', productGoal: ''}, team: {}}, {items: [], aim: {vision: ' ', productGoal: ''}, team: {}})` → `true` */
export function saysTheSame(one: RoadmapFile, other: RoadmapFile): boolean {
  return alike(writtenRest(one), writtenRest(other)) && alike(one.items.map(writtenItem), other.items.map(writtenItem));
}

/** Without what is empty and without space around texts, however deep: forms and block texts of YAML leave it, and it means nothing. */
function filled(members: object): WrittenMembers {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, written(value)] as const).filter(([, value]) => !isEmpty(value)));
}

function written(value: unknown): Written {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'object' && value !== null ? filled(value) : (value as Written); // members of files are texts, numbers, flags, or absent, which `filled` leaves out
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** A value in one line for people: `asWritten(['now', {to: '2026-12-31'}])` → `'now, to: 2026-12-31'` · `asWritten([])` → `'none'` */
export function asWritten(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(asWritten).join(', ');
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    return members.length === 0 ? 'none' : members.map(([name, member]) => `${name}: ${asWritten(member)}`).join(', ');
  }
  return String(value);
}
