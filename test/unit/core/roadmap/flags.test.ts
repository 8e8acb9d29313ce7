import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../../../lib/core/forecast/working-date.ts';
import { rules } from '../../../../lib/core/risk/registry.ts';
import { flagItem, flagRoadmap, roadmapRules } from '../../../../lib/core/roadmap/flags.ts';
import type { ItemContext, ItemExample, RoadmapFinding, RoadmapRule, WholeContext } from '../../../../lib/core/roadmap/roadmap-flag.ts';
import { buildItem, CALENDAR, deepFreeze, NOW } from '../build.ts';
import { mindsItsManners, WITH_A_NUMBER } from '../rule-manners.ts';

const TODAY = CALENDAR.dateOf(NOW);

function itemContext({ computed = 'on-track', windowEndsIn, p50In, p85In, issues = { done: 3, total: 12 }, ...item }: ItemExample): ItemContext {
  const from = { workingDays: 60, finished: 30 };
  const after = (days: number) => daysAfter(TODAY, days);
  const declared = item.declared?.health ?? null;
  return {
    item: buildItem({ ...item, ...(windowEndsIn !== undefined && { window: { from: null, to: after(windowEndsIn) } }) }),
    progress: { issues, estimate: null, inProgress: 1, blocked: 0, byTracker: {} },
    health: { computed, reasons: ['Nothing of it has moved for 11 working days.'], declared, disagrees: declared !== null && declared !== computed },
    forecast: p50In === undefined ? { state: 'declined', because: 'Only 3 working days are known; a forecast needs 20.', from } : { state: 'forecast', p50: after(p50In), p85: p85In == null ? null : after(p85In), from },
    today: TODAY,
  };
}

const whole = (given: Partial<WholeContext>): WholeContext => ({ now: { items: 0, open: 0 }, quarter: null, sprint: null, ...given });

function cases(rule: RoadmapRule): { name: string; flags: string | undefined; assess(): RoadmapFinding | undefined }[] {
  return rule.of === 'item'
    ? rule.examples.map(({ name, flags, given }) => ({ name, flags, assess: () => rule.assess(deepFreeze(itemContext(given))) }))
    : rule.examples.map(({ name, flags, given }) => ({ name, flags, assess: () => rule.assess(deepFreeze(whole(given))) }));
}

describe.each(roadmapRules.map((rule) => [rule.id, rule] as const))('the roadmap rule %s', (_, rule) => {
  // What is not there at all has no number.
  mindsItsManners(rule, cases(rule), rule.id === 'item-no-outcome' ? undefined : WITH_A_NUMBER);
});

describe('the roadmap rules together', () => {
  it('have ids equal to their file names, and none that a rule for issues has', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/roadmap/flags/*.flag.ts')).map((path) => path.replace(/^.*\/(.+)\.flag\.ts$/, '$1'));
    expect(roadmapRules.map(({ id }) => id)).toEqual(files.sort());
    expect(roadmapRules.filter(({ id }) => rules.some((rule) => rule.id === id))).toEqual([]);
  });

  it('speak worst first, not when muted, and not of what is complete or given up', () => {
    const wrong: ItemExample = { outcome: '', risks: { value: 'open' }, windowEndsIn: -3 };
    expect(flagItem(itemContext(wrong), []).map(({ rule }) => rule)).toEqual(['past-window', 'item-no-outcome', 'now-value-risk', 'now-without-evidence']);
    expect(flagItem(itemContext(wrong), ['past-window', 'now-value-risk']).map(({ rule }) => rule)).toEqual(['item-no-outcome', 'now-without-evidence']);
    expect(flagItem(itemContext({ ...wrong, computed: 'complete' }), [])).toEqual([]);
    expect(flagItem(itemContext({ ...wrong, dropped: true }), [])).toEqual([]);
    const orphans = { sprint: { name: 'Sprint 12', issues: 10, orphans: 10, former: null } };
    expect([flagRoadmap(whole(orphans), []).length, flagRoadmap(whole(orphans), ['sprint-orphans']).length]).toEqual([1, 0]);
  });
});
