import { fingerprint } from '../fingerprint.ts';
import type { Issue, IssueKey } from '../issue.ts';
import { withoutHost } from '../keys.ts';
import type { Belonging, RoadmapItem } from './roadmap-item.ts';

/** What a rule looks at besides the issue itself. */
export interface RuleSubject {
  readonly issue: Pick<Issue, 'project' | 'labels' | 'versions'>;
  /** The parent, its parent, and so on. */
  readonly ancestors: readonly IssueKey[];
  /** Of its milestone or sprint. */
  readonly sprintTitle: string | null;
}

/** A roadmap made ready to be asked where thousands of issues belong. */
export interface Roadmap {
  readonly items: ReadonlyMap<string, RoadmapItem>;
  /** The id of today for one that a tag bears: former ids lead to the item that has them now, unknown ones stay. */
  currentId(id: string): string;
  /** The item that takes the issue by a rule; of several the first by the alphabet, so that all browsers agree. Dropped items take nothing. */
  itemByRule(subject: RuleSubject): string | null;
  /** Some rule asks for a milestone or a sprint. */
  readonly asksSprints: boolean;
  /** Names all that belonging depends on besides the issues: ids, former ids and rules. Another recipe asks for another counting. */
  readonly recipe: string;
}

interface Rule {
  readonly item: string;
  readonly wants: readonly string[];
}

/** The most telling member first: rules are found by it. */
const MEMBERS = ['parent', 'milestone', 'version', 'label', 'project'] as const satisfies readonly (keyof Belonging)[];

/**
 * Reads a roadmap for its tags and rules. A rule with no member fits nothing; names compare without capitals; `acme/shop` and `acme/shop#12` may have their host before them.
 *
 * `readRoadmap([{id: 'pay', belongs: [{label: 'payments'}], …}]).itemByRule({issue: {labels: ['Payments'], …}, …})` → `'pay'`
 */
export function readRoadmap(items: readonly RoadmapItem[]): Roadmap {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((item) => [item.id, item]));
  const former = new Map(sorted.toReversed().flatMap(({ id, formerIds = [] }) => formerIds.map((old) => [old, id] as const)));
  const rules = new Map<string, Rule[]>();
  for (const { id, belongs = [], dropped } of sorted) {
    if (dropped === true) continue;
    for (const rule of belongs) {
      const wants = MEMBERS.flatMap((member) => (rule[member] === undefined ? [] : [wanted(member, rule[member])]));
      const [first] = wants;
      if (first !== undefined) rules.set(first, [...(rules.get(first) ?? []), { item: id, wants }]);
    }
  }
  return {
    items: byId,
    currentId: (id) => (byId.has(id) ? id : (former.get(id) ?? id)),
    itemByRule(subject) {
      if (rules.size === 0) return null;
      const offered = new Set(offersOf(subject));
      const fitting = [...offered].flatMap((offer) => (rules.get(offer) ?? []).filter(({ wants }) => wants.every((want) => offered.has(want))));
      return fitting.map(({ item }) => item).sort()[0] ?? null;
    },
    asksSprints: sorted.some(({ belongs = [] }) => belongs.some(({ milestone }) => milestone !== undefined)),
    recipe: fingerprint(sorted.map(({ id, formerIds = [], belongs = [], dropped = false }) => [id, formerIds, dropped, belongs.map((rule) => MEMBERS.map((member) => rule[member] ?? ''))])),
  };
}

/** Everything that the issue has to offer to rules, in the words of `wanted`. */
function offersOf({ issue: { project, labels, versions = [] }, ancestors, sprintTitle }: RuleSubject): string[] {
  return [
    ...ancestors.flatMap((key) => [wanted('parent', key), wanted('parent', withoutHost(key))]),
    ...(sprintTitle === null ? [] : [wanted('milestone', sprintTitle)]),
    ...versions.map(({ name }) => wanted('version', name)),
    ...labels.map((label) => wanted('label', label)),
    wanted('project', project), wanted('project', withoutHost(project)),
  ];
}

function wanted(member: keyof Belonging, name: string): string {
  return `${member}|${name.trim().toLowerCase()}`;
}
