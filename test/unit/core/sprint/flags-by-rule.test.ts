import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RiskFlag, Severity } from '../../../../lib/core/risk/risk.ts';
import { flagsByRule } from '../../../../lib/core/sprint/flags-by-rule.ts';
import { key } from '../build.ts';

const flag = (rule: string, severity: Severity, accepted: RiskFlag['accepted'] = null): RiskFlag => ({ rule, kind: 'execution', label: rule, severity, reason: `${rule} is ${severity}`, facts: [], accepted });

it('puts the worst rule first, of equals the one that speaks of more issues, and the worst issue first in each', () => {
  const grouped = flagsByRule([[key(1), [flag('blocked', 'watch'), flag('quiet', 'watch')]], [key(2), [flag('blocked', 'late'), flag('unowned', 'watch')]], [key(3), [flag('unowned', 'watch')]]]);
  expect(grouped.map(({ rule, severity, issues }) => [rule, severity, issues.map(({ issue, reason }) => `${issue.split('#')[1]}: ${reason}`)])).toEqual([
    ['blocked', 'late', ['2: blocked is late', '1: blocked is watch']],
    ['unowned', 'watch', ['2: unowned is watch', '3: unowned is watch']],
    ['quiet', 'watch', ['1: quiet is watch']],
  ]);
});

it('leaves out what somebody has accepted', () => {
  expect(flagsByRule([[key(1), [flag('blocked', 'late', { reason: 'known', at: 1 })]]])).toEqual([]);
});

it('loses no flag that counts, and names each once', () => {
  const flags = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Severity>('late', 'risk', 'watch')), { selector: ([rule]) => rule });
  fc.assert(fc.property(fc.array(flags, { maxLength: 8 }), (issues) => {
    const grouped = flagsByRule(issues.map((own, index) => [key(index), own.map(([rule, severity]) => flag(rule, severity))]));
    const named = grouped.flatMap(({ rule, issues: of }) => of.map(({ issue, severity }) => `${rule} ${severity} ${issue}`));
    expect(named.toSorted()).toEqual(issues.flatMap((own, index) => own.map(([rule, severity]) => `${rule} ${severity} ${key(index)}`)).toSorted());
  }));
});
