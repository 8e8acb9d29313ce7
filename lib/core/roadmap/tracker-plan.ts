import type { ProjectKey } from '../issue.ts';
import { trackerOfKey, withoutHost } from '../keys.ts';
import type { PlainDate } from '../time.ts';
import type { Belonging, RoadmapItem } from './roadmap-item.ts';

/** Something that a tracker itself plans: a milestone, a version, an epic, or what else has a day and an end. Read only: nothing of it is ever ours to write. */
export interface TrackerPlan {
  /** The member of a rule that names it. */
  readonly kind: 'milestone' | 'version' | 'parent';
  readonly project: ProjectKey;
  /** What the rule calls it: a title, a name, a key like `SHOP-12`. */
  readonly name: string;
  /** How people call it: `Jira version 2.1`, `GitHub milestone 4.2 of acme/shop`, `epic SHOP-12`. */
  readonly words: string;
  readonly url: string | null;
  readonly startsOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** Released, closed, or done. */
  readonly done: boolean;
}

/** What the trackers plan, and what items can be looked up in. */
export interface TrackerPlans {
  /** Those that an item names in its rules, or links to. */
  plansOf(item: Pick<RoadmapItem, 'belongs' | 'links'>): readonly TrackerPlan[];
}

/**
 * Makes plans ready to be asked for items. A rule without a project names the plan of that name in every project; links name one by its address.
 *
 * `readPlans([version21]).plansOf({ belongs: [{ project: 'SHOP', version: '2.1' }] })` → `[version21]`
 */
export function readPlans(plans: readonly TrackerPlan[]): TrackerPlans {
  const byName = Map.groupBy(plans, ({ kind, name }) => named(kind, name));
  const byUrl = Map.groupBy(plans.filter(({ url }) => url !== null), ({ url }) => url);
  return {
    plansOf({ belongs = [], links = [] }) {
      const ruled = belongs.flatMap((rule) => KINDS.flatMap((kind) => {
        const name = rule[kind];
        return name === undefined ? [] : (byName.get(named(kind, name)) ?? []).filter(({ project }) => isIn(rule, project));
      }));
      return [...new Set([...ruled, ...links.flatMap(({ url }) => byUrl.get(url) ?? [])])];
    },
  };
}

/** The days that an item is planned for: its own, and where it says none, those of what it names in the trackers, from the first start to the last day. `plannedWindow({window: undefined}, [version21])` → `{ from: null, to: '2026-12-12' }` */
export function plannedWindow({ window }: Pick<RoadmapItem, 'window'>, plans: readonly TrackerPlan[]): RoadmapItem['window'] {
  if (window !== undefined) return window;
  const [from, to] = [plans.flatMap(({ startsOn }) => startsOn ?? []).toSorted()[0] ?? null, plans.flatMap(({ dueOn }) => dueOn ?? []).toSorted().at(-1) ?? null];
  return from === null && to === null ? undefined : { from: to !== null && from !== null && from > to ? null : from, to };
}

/** In what an item says otherwise than the trackers. `day` writes a date for people. */
export function planDifferences(item: Pick<RoadmapItem, 'window' | 'declared'>, open: number, plans: readonly TrackerPlan[], day: (date: PlainDate) => string): readonly string[] {
  const end = item.window?.to ?? null;
  return plans.flatMap(({ words, dueOn, done }) => [
    ...(end !== null && dueOn !== null && end !== dueOn ? [`The ${words} is due ${day(dueOn)}, the item’s window ends ${day(end)}.`] : []),
    ...(done && open > 0 ? [`The ${words} is done, with ${open} of the item’s issues open.`] : []),
    ...(!done && item.declared?.health === 'complete' ? [`The item is declared complete, the ${words} is not done.`] : []),
  ]);
}

const KINDS = ['milestone', 'version', 'parent'] as const satisfies readonly (keyof Belonging)[];

function isIn({ project }: Belonging, of: ProjectKey): boolean {
  return project === undefined || [of, withoutHost(of)].some((name) => name.toLowerCase() === project.trim().toLowerCase());
}

function named(kind: TrackerPlan['kind'], name: string): string {
  return `${kind}|${name.trim().toLowerCase()}`;
}

/** How people call a plan. `planWords('version', 'acme.atlassian.net/SHOP', '2.1')` → `'Jira version 2.1'` */
export function planWords(kind: TrackerPlan['kind'], project: ProjectKey, name: string): string {
  if (kind === 'version') return `Jira version ${name}`;
  return kind === 'parent' ? `epic ${name}` : `${trackerOfKey(project) === 'jira' ? 'Jira sprint' : 'GitHub milestone'} ${name} of ${withoutHost(project)}`;
}
