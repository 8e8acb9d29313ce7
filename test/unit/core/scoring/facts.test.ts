import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factReaders, modelById, models } from '../../../../lib/core/scoring/registry.ts';
import { readFacts } from '../../../../lib/core/scoring/read-facts.ts';
import { labelLevel } from '../../../../lib/core/scoring/priority.ts';
import { labelParts, readNumber, words } from '../../../../lib/core/scoring/words.ts';
import { plainDate } from '../../../../lib/core/work-calendar.ts';
import { buildFactContext, buildSprint, deepFreeze, inWorkingDays } from '../build.ts';
import { MACHINE_DATE } from '../rule-manners.ts';

/** To nine digits, and `null` for an unknown, so that both compare with one expectation. */
function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(9));
}

describe.each(factReaders.map((reader) => [reader.id, reader] as const))('the fact %s', (_, reader) => {
  it.each(reader.examples.map((example) => [example.name, example] as const))('reads its example: %s', (_name, example) => {
    expect(rounded(reader.read(buildFactContext(example.given))?.value)).toBe(rounded(example.value));
  });

  it('has an example that is known and one that is not, and names its source', () => {
    expect(reader.examples.some((example) => example.value !== undefined)).toBe(true);
    expect(reader.examples.some((example) => example.value === undefined)).toBe(true);
    expect(reader.source.length).toBeGreaterThan(20);
  });

  it('says where the value comes from, how old it is and what the source said', () => {
    for (const example of reader.examples) {
      const context = buildFactContext(example.given);
      const fact = reader.read(context);
      if (!fact) continue;
      expect(fact.raw).not.toBe('');
      expect(fact.raw).not.toMatch(MACHINE_DATE);
      expect(fact.at).toBe(context.issue.updatedAt);
      expect([...context.issue.labels, fact.source.kind === 'label' ? '' : fact.raw]).toContain(fact.source.kind === 'label' ? fact.source.name : fact.raw);
    }
  });

  it('changes nothing that it reads, and says the same twice', () => {
    for (const example of reader.examples) {
      const context = buildFactContext(example.given);
      deepFreeze(context.issue);
      expect(reader.read(context)).toEqual(reader.read(context));
    }
  });

  it('survives any labels and fields', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.constantFrom(`${reader.id}: NaN`, `${reader.id}: 1e999`, `${reader.id}: -5`, ':::', '/', '-', '🔥', 'priority:', '__proto__: 1', 'constructor'));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.array(fc.record({ name: text, value: fc.oneof(text, fc.double(), fc.array(text, { maxLength: 2 })) }), { maxLength: 3 }), (labels, fields) => {
        const fact = reader.read(buildFactContext({ labels, fields }));
        expect(fact === undefined || typeof fact.value === 'number').toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(modelById('signals').inputs.map((input) => input.id))('the signal %s', (id) => {
  it('has a reader whose values lie in 0…1', () => {
    const reader = factReaders.find((each) => each.id === id);
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.option(fc.nat()), fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), fc.nat(1000), fc.constantFrom('now', 'next', 'later', null, undefined), fc.integer({ min: -40, max: 40 }), (votes, comments, estimate, blocking, horizon, due) => {
        const fact = reader?.read(buildFactContext({ votes, comments, estimate, dependencies: { blockedBy: 0, blocking, blockers: [] }, dueInWorkingDays: due, ...(horizon === undefined ? { hasRoadmap: true } : { horizon }), labels: ['P1'] }));
        expect(fact?.value ?? 0).toBeGreaterThanOrEqual(0);
        expect(fact?.value ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('demand', () => {
  const said = (given: Parameters<typeof buildFactContext>[0]) => factReaders.find(({ id }) => id === 'demand')?.read(buildFactContext(given))?.raw;
  it('says each number that it stands on, and none that the tracker does not tell', () => {
    expect(said({ votes: 12, comments: 1 })).toBe('12 votes, 1 comment');
    expect(said({ votes: 1 })).toBe('1 vote');
    expect(said({ comments: 0 })).toBe('0 comments');
  });
});

describe('the fact readers together', () => {
  it('have ids equal to their file names', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/scoring/facts/*.fact.ts')).map((path) => path.replace(/^.*\/(.+)\.fact\.ts$/, '$1'));
    expect(factReaders.map((reader) => reader.id)).toEqual(files.sort());
  });

  it('feed every input of every model', () => {
    const ids = new Set(factReaders.map((reader) => reader.id));
    for (const input of models.flatMap((model) => model.inputs)) expect(ids).toContain(input.id);
  });
});

describe('readFacts', () => {
  const by = 'ana';

  it('lets an entered value overrule field and label, and the newest of several', () => {
    const context = buildFactContext({ labels: ['effort: 3'] });
    expect(readFacts(context, [])['effort']).toMatchObject({ value: 3, source: { kind: 'label', name: 'effort: 3' } });
    expect(readFacts(context, [{ input: 'effort', value: 2, by, at: 20 }, { input: 'effort', value: 1, by, at: 10 }])['effort']).toMatchObject({ value: 2, raw: '2 person-months', source: { kind: 'entered', by }, at: 20 });
  });

  it.each([['effort', 0], ['effort', Number.NaN], ['effort', Infinity], ['impact', 7], ['impact', 1.5], ['gone', 3], ['__proto__', 1], ['demand', 0.3]])('ignores an entered %s of %s, which its scale does not have', (input, value) => {
    expect(readFacts(buildFactContext(), [{ input, value, by, at: 1 }])).toEqual({});
  });

  it('reads the same for some inputs alone as for all', () => {
    const context = buildFactContext({ votes: 3, labels: ['P1', 'effort: 2'], estimate: 5, horizon: 'next' });
    const all = readFacts(context, [{ input: 'impact', value: 2, by, at: 1 }]);
    for (const id of factReaders.map((reader) => reader.id)) expect(readFacts(context, [{ input: 'impact', value: 2, by, at: 1 }], new Set([id]))[id]).toEqual(all[id]);
  });

  it('takes the nearest promise for the date: field, due date, sprint', () => {
    const sprint = buildSprint({ dueOn: inWorkingDays(10) });
    const urgency = (given: Parameters<typeof buildFactContext>[0]) => readFacts({ ...buildFactContext(given), sprint }, [])['urgency'];
    expect(urgency({})).toMatchObject({ value: 0.5, source: { kind: 'derived', from: 'end of Sprint 3' } });
    expect(urgency({ dueInWorkingDays: 30 })).toMatchObject({ value: 0.25, source: { kind: 'field', name: 'Due date' } });
    expect(urgency({ dueInWorkingDays: 30, fields: [{ name: 'Target date', value: inWorkingDays(0) }] })).toMatchObject({ value: 1, source: { kind: 'field', name: 'Target date' } });
  });
});

describe('reading labels', () => {
  it.each([
    ['priority: high', 0.75], ['Priority:High', 0.75], ['priority/high', 0.75], ['high-priority', 0.75], ['🔥 High Priority 🔥', 0.75], [':fire: prio high', 0.75], ['P0', 1], ['p1', 0.8], ['P2 - normal', 0.5], ['prio/P3', 0.25], ['P4', 0.1],
    ['priority-1', 0.8], ['sev1', 1], ['sev-2', 0.75], ['severity: 3', 0.5], ['S: critical', undefined], ['severity: critical', 1], ['critical', 1], ['urgent', 1], ['urgency: immediate', 1], ['low prio', 0.25], ['priority::low', 0.25], ['trivial', 0.1],
    ['high', undefined], ['low', undefined], ['not critical', undefined], ['priority: not urgent', undefined], ['needs priority', undefined], ['priority', undefined], ['p2p', undefined], ['area: priority queue', undefined], ['', undefined],
  ])('%s says %s', (label, level) => {
    expect(labelLevel(label)).toBe(level);
  });

  it.each([['3', 3], ['0.5', 0.5], ['-2', -2], ['2,000', 2000], ['80 %', 80], ['2k', 2000], ['.5', 0.5], ['1e5', null], ['high', null], ['', null], ['1,5', null], ['NaN', null]])('the number in “%s” is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('the urgency says in which days a date lies: on a Saturday neither Friday nor Sunday is today', () => {
    const urgency = factReaders.find(({ id }) => id === 'urgency');
    const said = (dueOn: string) => urgency?.read({ ...buildFactContext({ dueOn: plainDate(dueOn) }), now: Date.UTC(2026, 10, 28) })?.raw;
    expect(['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(said)).toEqual([
      '26 Nov 2026 (1 working day ago, due date)', '27 Nov 2026 (1 day ago, due date)', '28 Nov 2026 (today, due date)', '29 Nov 2026 (1 day left, due date)', '30 Nov 2026 (1 working day left, due date)',
    ]);
  });

  it('takes names without regard to case, separators, accents and emoji', () => {
    expect(words(':fire: Priorité/P1 — urgent!')).toBe('priorite p1 urgent');
    expect(words("type:bug:won't fix")).toBe('type bug wont fix');
    expect(labelParts('Time-Criticality: 8')).toEqual({ name: 'time criticality', value: '8' });
    expect(labelParts('impact-0.5')).toEqual({ name: 'impact', value: '0.5' });
    expect(labelParts('bug')).toBeNull();
  });
});
