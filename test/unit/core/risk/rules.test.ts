import { describe, expect, it } from 'vitest';
import { rules } from '../../../../lib/core/risk/registry.ts';
import { buildRiskContext, deepFreeze } from '../build.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('judges its example: %s', (_name, example) => {
    expect(rule.assess(buildRiskContext(example.given))?.severity).toBe(example.flags);
  });

  it('has an example that is flagged and one that is not, a label and a source', () => {
    expect(rule.examples.some((example) => example.flags !== undefined)).toBe(true);
    expect(rule.examples.some((example) => example.flags === undefined)).toBe(true);
    expect(rule.label).toMatch(/^[A-Z]/);
    expect(rule.source.length).toBeGreaterThan(20);
  });

  it('gives its reason in one sentence, on facts', () => {
    for (const example of rule.examples) {
      const finding = rule.assess(buildRiskContext(example.given));
      if (!finding) continue;
      expect(finding.reason).toMatch(/^\S.*\.$/);
      expect(finding.reason).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(finding.facts.length).toBeGreaterThan(0);
    }
  });

  it('changes nothing that it reads, and says the same twice', () => {
    for (const example of rule.examples) {
      const { calendar, ...plain } = buildRiskContext(example.given);
      const context = { ...deepFreeze(plain), calendar };
      expect(rule.assess(context)).toEqual(rule.assess(context));
    }
  });
});

describe('the rules together', () => {
  it('have ids equal to their file names', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/risk/rules/*.rule.ts')).map((path) => path.replace(/^.*\/(.+)\.rule\.ts$/, '$1'));
    expect(rules.map((rule) => rule.id)).toEqual(files.sort());
  });
});
