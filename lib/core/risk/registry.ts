import type { RiskRule } from './risk.ts';

/** Every risk rule, sorted by id. A new file in rules/ is found by its name. */
export const rules: readonly RiskRule[] = Object.values(import.meta.glob<RiskRule>('./rules/*.rule.ts', { eager: true, import: 'default' })).sort((a, b) => (a.id < b.id ? -1 : 1));
