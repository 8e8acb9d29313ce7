import { bySeverity } from '../risk/severity.ts';
import type { ItemContext, RoadmapFinding, RoadmapFlag, RoadmapRule, WholeContext } from './roadmap-flag.ts';

/** Every rule for roadmaps, sorted by id. A new file in flags/ is found by its name. */
export const roadmapRules: readonly RoadmapRule[] = Object.values(import.meta.glob<RoadmapRule>('./flags/*.flag.ts', { eager: true, import: 'default' })).sort((a, b) => (a.id < b.id ? -1 : 1));

/** The flags of one item, worst first. What is complete or given up has none; muted rules do not speak. */
export function flagItem(context: ItemContext, muted: readonly string[]): RoadmapFlag[] {
  if (context.item.dropped === true || context.health.computed === 'complete') return [];
  return flag(muted, (rule) => (rule.of === 'item' ? rule.assess(context) : undefined));
}

/** The flags of the roadmap as a whole, worst first. */
export function flagRoadmap(context: WholeContext, muted: readonly string[]): RoadmapFlag[] {
  return flag(muted, (rule) => (rule.of === 'roadmap' ? rule.assess(context) : undefined));
}

function flag(muted: readonly string[], assess: (rule: RoadmapRule) => RoadmapFinding | undefined): RoadmapFlag[] {
  return roadmapRules.flatMap((rule) => {
    const finding = muted.includes(rule.id) ? undefined : assess(rule);
    return finding ? [{ rule: rule.id, label: rule.label, ...finding }] : [];
  }).sort(bySeverity);
}
