import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../lib/app/assess-issue.ts';
import { flaggedOf } from '../../../lib/app/sprint-issues.ts';
import type { Severity } from '../../../lib/core/risk/risk.ts';
import { issue } from './house.ts';

const flag = (severity: Severity, accepted: string | null = null) => ({ rule: severity, kind: 'execution', label: severity, severity, reason: 'Two days.', facts: [], accepted }) as Assessment['flags'][number]; // of a flag the list reads no more
const assessed = (number: number, severities: readonly Severity[], more: Partial<Assessment> = {}): Assessment => ({ issue: issue(number), flags: severities.map((one) => flag(one)), ...more }) as Assessment; // nor of an assessment

describe('the flagged issues of a sprint', () => {
  it('stand worst first, and of equally bad ones the one with more flags', () => {
    const listed = flaggedOf([assessed(1, ['watch']), assessed(2, ['risk']), assessed(3, ['watch', 'risk', 'watch']), assessed(4, ['late']), assessed(5, ['watch', 'watch'])]);
    expect(listed.map(({ reference }) => reference)).toEqual(['#4', '#3', '#2', '#5', '#1']);
  });

  it('leave out what is done, and whose flags are all accepted', () => {
    const done = issue(1, { status: { category: 'done', name: 'closed', guessedFrom: null } });
    expect(flaggedOf([assessed(1, ['late'], { issue: done }), assessed(2, [], { flags: [flag('late', 'Known.')] }), assessed(3, [], { flags: [flag('late', 'Known.'), flag('watch')] })])).toMatchObject([{ reference: '#3', flags: [{ severity: 'watch' }] }]);
  });
});
