import { describe, expect, it } from 'vitest';
import { readGate } from '../../../../lib/core/scoring/gate.ts';
import { buildIssue } from '../build.ts';

describe('readGate', () => {
  it.each([
    ['must', 'must'], ['Must have', 'must'], ['must-have', 'must'], ['MoSCoW: Must', 'must'], ['moscow/should', 'should'], ['priority: must have', 'must'], ['should have', 'should'], ['could', 'could'], ['could-have', 'could'],
    ['won’t have', 'wont'], ["won't", 'wont'], ['wont do', 'wont'], ['won’t have this time', 'wont'],
    ['wontfix', undefined], ['must read', undefined], ['mustache', undefined], ['could not reproduce', undefined], ['bug', undefined],
  ])('reads the label %s as %s', (label, gate) => {
    expect(readGate(buildIssue({ labels: [label] }), [])?.id).toBe(gate);
  });

  it('takes the strongest of several labels, a field before labels, and what was entered before both', () => {
    const issue = buildIssue({ labels: ['could have', 'must have'] });
    expect(readGate(issue, [])).toMatchObject({ id: 'must', label: 'Must', fact: { source: { kind: 'label', name: 'must have' } } });
    const withField = buildIssue({ labels: ['must have'], fields: [{ name: 'MoSCoW', value: 'Should' }] });
    expect(readGate(withField, [])?.id).toBe('should');
    const entered = [{ input: 'moscow', value: 0, by: 'ana', at: 2 }, { input: 'moscow', value: 3, by: 'ben', at: 1 }, { input: 'moscow', value: 9, by: 'ben', at: 3 }];
    expect(readGate(withField, entered)).toMatchObject({ id: 'wont', fact: { source: { kind: 'entered', by: 'ana' }, at: 2 } });
  });

  it('reads GitHub’s Priority field only where it holds a gate', () => {
    expect(readGate(buildIssue({ fields: [{ name: 'Priority', value: 'High' }] }), [])).toBeNull();
    expect(readGate(buildIssue({ fields: [{ name: 'Priority', value: 'Must have' }] }), [])?.id).toBe('must');
  });
});
