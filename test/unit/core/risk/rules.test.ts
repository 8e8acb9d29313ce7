import { describe, expect, it } from 'vitest';
import { rules } from '../../../../lib/core/risk/registry.ts';
import { buildRiskContext, deepFreeze } from '../build.ts';
import { MACHINE_DATE, mindsItsManners } from '../rule-manners.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  const contexts = rule.examples.map(({ given }) => {
    const { calendar, ...plain } = buildRiskContext(given);
    // It changes nothing that it reads.
    return { ...deepFreeze(plain), calendar };
  });
  mindsItsManners(rule, rule.examples.map(({ name, flags }, index) => ({ name, flags, assess: () => contexts[index] && rule.assess(contexts[index]) })));

  it('stands on facts', () => {
    const findings = contexts.flatMap((context) => rule.assess(context) ?? []);
    expect(findings.filter(({ facts }) => facts.length === 0)).toEqual([]);
    for (const { raw } of findings.flatMap(({ facts }) => facts)) expect(raw).not.toMatch(MACHINE_DATE);
  });
});

describe('the rules together', () => {
  it('have ids equal to their file names', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/risk/rules/*.rule.ts')).map((path) => path.replace(/^.*\/(.+)\.rule\.ts$/, '$1'));
    expect(rules.map((rule) => rule.id)).toEqual(files.sort());
  });
});
