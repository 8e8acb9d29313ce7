import type { Belonging, Health, Horizon, ProductRisk, ProductRiskStatus, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { RoadmapItemWish } from '../../../lib/messaging/messages.ts';

export const PRODUCT_RISKS: Readonly<Record<ProductRisk, string>> = { value: 'Value', usability: 'Usability', feasibility: 'Feasibility', viability: 'Viability' };
export const BELONGINGS: Readonly<Record<keyof Belonging, string>> = { label: 'Label', milestone: 'Milestone or sprint', parent: 'Parent or epic', version: 'Version', project: 'Project' };

/** An item as its form holds it: every member a text that a person can leave empty. */
export interface ItemDraft {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly measure: { readonly name: string; readonly from: string; readonly to: string; readonly by: string };
  readonly plan: Horizon | 'window' | 'none';
  readonly window: { readonly from: string; readonly to: string };
  readonly theme: string;
  readonly owner: string;
  readonly health: Health | '';
  readonly note: string;
  readonly confidence: string;
  readonly risks: Readonly<Record<ProductRisk, ProductRiskStatus | ''>>;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly belongs: readonly Readonly<Record<keyof Belonging, string>>[];
}

export const NO_BELONGING: ItemDraft['belongs'][number] = { label: '', milestone: '', parent: '', version: '', project: '' };

/** What the form of an item begins with; of no item, an empty one. */
export function draftOf(item: RoadmapItem | null, horizon: Horizon | null = null): ItemDraft {
  const { from = null, to = null } = item?.window ?? {};
  const plan = item?.horizon ?? (item?.window === undefined ? (horizon ?? 'none') : 'window');
  const { name = '', from: base = '', to: target = '', by = null } = item?.measure ?? {};
  return {
    id: item?.id ?? '', title: item?.title ?? '', outcome: item?.outcome ?? '',
    measure: { name, from: base, to: target, by: by ?? '' },
    plan, window: { from: from ?? '', to: to ?? '' },
    theme: item?.theme ?? '', owner: item?.owner ?? '',
    health: item?.declared?.health ?? '', note: item?.declared?.note ?? '',
    confidence: item?.confidence === undefined ? '' : String(item.confidence),
    risks: { value: '', usability: '', feasibility: '', viability: '', ...item?.risks },
    links: item?.links ?? [],
    belongs: (item?.belongs ?? []).map((rule) => ({ ...NO_BELONGING, ...rule })),
  };
}

/**
 * The item that a draft without mistakes (`mistakesIn`) describes. What was left empty is absent, what the form does not show stays as it was.
 * A declared health keeps its day for as long as nobody says another.
 */
export function itemOf(draft: ItemDraft, before: RoadmapItem | null, today: PlainDate): RoadmapItemWish {
  const { measure: _m, window: _w, theme: _t, owner: _o, declared, confidence: _c, risks: _r, links: _l, belongs: _b, createdAt: _at, updatedAt: _on, ...rest } = before ?? NEW;
  const risks = Object.fromEntries(Object.entries(draft.risks).filter(([, status]) => status !== '')) as RoadmapItem['risks']; // the same names and statuses, fewer of them
  const note = draft.note.trim();
  const same = declared?.health === draft.health && declared.note === note;
  return {
    ...rest,
    id: draft.id.trim(), title: draft.title.trim(), outcome: draft.outcome.trim(),
    horizon: draft.plan === 'window' || draft.plan === 'none' ? null : draft.plan,
    ...(draft.measure.name.trim() === '' ? {} : { measure: { name: draft.measure.name.trim(), from: draft.measure.from.trim(), to: draft.measure.to.trim(), by: date(draft.measure.by) } }),
    ...(draft.plan === 'window' ? { window: { from: date(draft.window.from), to: date(draft.window.to) } } : {}),
    ...(draft.theme.trim() === '' ? {} : { theme: draft.theme.trim() }),
    ...(draft.owner.trim() === '' ? {} : { owner: draft.owner.trim() }),
    ...(draft.health === '' ? {} : { declared: { health: draft.health, note, on: same ? declared.on : today } }),
    ...(draft.confidence.trim() === '' ? {} : { confidence: Number(draft.confidence) }),
    ...(risks === undefined || Object.keys(risks).length === 0 ? {} : { risks }),
    ...(draft.links.length === 0 ? {} : { links: draft.links.map(({ title, url }) => ({ title: title.trim() === '' ? url.trim() : title.trim(), url: url.trim() })) }),
    ...(draft.belongs.length === 0 ? {} : { belongs: draft.belongs.map(givenMembers) }),
  };
}

function givenMembers(rule: ItemDraft['belongs'][number]): Belonging {
  return Object.fromEntries(Object.entries(rule).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])));
}

const NEW: Pick<RoadmapItem, 'createdAt' | 'updatedAt'> & Partial<RoadmapItem> = { createdAt: 0, updatedAt: 0 };
const date = (text: string): PlainDate | null => (text === '' ? null : (text as PlainDate)); // a date field gives a day or nothing
