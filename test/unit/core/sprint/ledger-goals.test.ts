import { describe, expect, it } from 'vitest';
import type { SprintKey } from '../../../../lib/core/issue.ts';
import type { KeptWording } from '../../../../lib/core/sprint/kept-wording.ts';
import { ledgerGoals } from '../../../../lib/core/sprint/ledger-goals.ts';

const kept = (text: string, at: number, differing: Partial<KeptWording> = {}): KeptWording => ({ id: `${at}`, sprint: 's' as SprintKey, text, at, by: 'ana', here: false, from: 'description', standing: 'stood', ...differing });
const now = (...goals: string[]) => ({ goals, from: 'description' as const, at: 9 });
const texts = (...given: Parameters<typeof ledgerGoals>) => ledgerGoals(...given).map(({ wordings }) => wordings.map(({ text }) => text));

describe('what each goal of a sprint has said', () => {
  it('is told in the order of time, each wording once', () => {
    expect(texts([kept('Pay in two taps', 3), kept('Pay in one step', 1), kept('Pay in one step', 2)], [], now('Pay in two taps'))).toEqual([['Pay in one step', 'Pay in two taps']]);
  });

  it('is told apart by the place in the list of goals: a second goal begins where it was first written', () => {
    const wordings = [kept('Pay in one step', 1), kept('1. Pay in two taps 2. Fewer calls', 2)];
    const met = { result: 'met', note: '', at: 5, by: 'ana' } as const;
    expect(texts(wordings, [], now('Pay in two taps', 'Fewer calls'))).toEqual([['Pay in one step', 'Pay in two taps'], ['Fewer calls']]);
    expect(ledgerGoals(wordings, [null, met], now('Pay in two taps', 'Fewer calls')).map(({ outcome }) => outcome)).toEqual([null, met]);
  });

  it('keeps that a goal was withdrawn for a time', () => {
    expect(texts([kept('Pay', 1), kept('', 2), kept('Pay', 3)], [], now('Pay'))).toEqual([['Pay', '', 'Pay']]);
  });

  it('leaves out what the tracker refused: it has never stood', () => {
    expect(texts([kept('Pay', 1), kept('Ship', 2, { standing: 'refused' })], [], now('Pay'))).toEqual([['Pay']]);
  });

  it('ends in what stands now, even if nobody noted when it came', () => {
    expect(ledgerGoals([kept('Pay', 1)], [], now('Ship'))[0]?.wordings.at(-1)).toEqual({ text: 'Ship', at: 9, by: null, from: 'description' });
    expect(ledgerGoals([kept('Pay', 1)], [], { goals: ['Ship'], from: null, at: null })[0]?.wordings.at(-1)).toEqual({ text: 'Ship', at: 1, by: null, from: 'local' });
  });
});
