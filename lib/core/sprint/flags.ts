import { bySeverity } from '../risk/severity.ts';
import type { SprintContext, SprintFlag, SprintRule } from './sprint-flag.ts';

/** Every rule for sprints, sorted by id. A new file in flags/ is found by its name. */
export const sprintRules: readonly SprintRule[] = Object.values(import.meta.glob<SprintRule>('./flags/*.flag.ts', { eager: true, import: 'default' })).sort((a, b) => (a.id < b.id ? -1 : 1));

/** The flags of a sprint that runs, worst first; muted rules do not speak. `flagSprint({goal issues left, done in time in 30 of 100 simulations, …}, [])` → `[{rule: 'goal-at-risk', severity: 'risk', …}]` */
export function flagSprint(context: SprintContext, muted: readonly string[]): SprintFlag[] {
  return sprintRules.flatMap((rule): SprintFlag[] => {
    const finding = muted.includes(rule.id) ? undefined : rule.assess(context);
    return finding ? [{ rule: rule.id, label: rule.label, ...finding }] : [];
  }).sort(bySeverity);
}
