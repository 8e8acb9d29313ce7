import { describe, expect, it } from 'vitest';
import { rules } from '../../../../lib/core/risk/registry.ts';
import { DEFAULT_THRESHOLDS } from '../../../../lib/core/risk/thresholds.ts';
import { roadmapRules } from '../../../../lib/core/roadmap/flags.ts';
import { flagSprint, sprintRules } from '../../../../lib/core/sprint/flags.ts';
import type { SprintContext, SprintExample } from '../../../../lib/core/sprint/sprint-flag.ts';
import { deepFreeze, key } from '../build.ts';
import { mindsItsManners, WITH_A_NUMBER } from '../rule-manners.ts';


function contextOf({ chance = 0.9, coverage, open = [], ...rest }: SprintExample): SprintContext {
  return deepFreeze({
    coverage: { goal: { done: 2, total: 4 }, other: { done: 1, total: 3 }, left: [key(1), key(2)], inProgress: 1, offGoal: [], ...coverage },
    odds: {
      state: 'odds', goal: { remaining: 2, probability: chance, mixed: chance / 2, p50: null, p85: null, p95: null }, everything: { remaining: 4, probability: 0.6, p50: null, p85: null, p95: null }, byEnd: { at50: 8, at85: 6, at95: 4 },
      workingDays: 5, from: { historyDays: 60, finished: 60, growth: null, runs: 2000 },
    },
    open: open.map((work, index) => ({ issue: key(index + 1), reference: `#${index + 1}`, goal: false, blocked: false, inProgress: false, ageDays: null, quietDays: 0, ...work })),
    plan: { total: 10, unit: 'issues', velocity: 10, sprints: 5 },
    days: { over: 5, total: 10 },
    cycleDays: [],
    thresholds: DEFAULT_THRESHOLDS,
    ...rest,
  });
}

describe.each(sprintRules.map((rule) => [rule.id, rule] as const))('the sprint rule %s', (_, rule) => {
  mindsItsManners(rule, rule.examples.map(({ name, flags, given }) => ({ name, flags, assess: () => rule.assess(contextOf(given)) })), WITH_A_NUMBER);
});

describe('the sprint rules together', () => {
  it('have ids equal to their file names, and none that another rule has', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/sprint/flags/*.flag.ts')).map((path) => path.replace(/^.*\/(.+)\.flag\.ts$/, '$1'));
    expect(sprintRules.map(({ id }) => id)).toEqual(files.sort());
    expect(sprintRules.filter(({ id }) => [...rules, ...roadmapRules].some((rule) => rule.id === id))).toEqual([]);
  });

  it('speak worst first, and not when muted', () => {
    const wrong: SprintExample = { chance: 0.2, days: { over: 8, total: 10 }, open: [{ goal: true, inProgress: true, quietDays: 3 }, { inProgress: true }, { inProgress: true }] };
    // A new rule may find something here too.
    const found = (muted: readonly string[]) => flagSprint(contextOf(wrong), muted).filter(({ rule }) => ['goal-at-risk', 'off-goal-work', 'stuck-goal-issue'].includes(rule));
    expect(found([]).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['goal-at-risk risk', 'off-goal-work risk', 'stuck-goal-issue watch']);
    expect(found(['goal-at-risk']).map(({ rule }) => rule)).toEqual(['off-goal-work', 'stuck-goal-issue']);
    expect(flagSprint(contextOf({ chance: 0.95 }), [])).toEqual([]);
  });

  it('name what is ageing with the goal’s issues first, then the oldest, and count the rest', () => {
    const ages: SprintExample['open'] = [{ inProgress: true, ageDays: 38 }, { inProgress: true, ageDays: 40 }, { goal: true, inProgress: true, ageDays: 36 }, { inProgress: true, ageDays: 37 }, { goal: true, inProgress: true, ageDays: 37 }];
    const ageing = flagSprint(contextOf({ cycleDays: Array.from({ length: 40 }, (_, day) => day + 1), open: ages }), []).find(({ rule }) => rule === 'ageing-in-sprint');
    expect(ageing).toMatchObject({ severity: 'risk', reason: expect.stringMatching(/: #5, #3, #2 and 2 more\.$/), issues: [5, 3, 2, 1, 4].map(key) });
  });
});
