import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRoadmapFile } from '../../../../../lib/core/roadmap/file/read-file.ts';
import { roadmapItemWish } from '../../../../../lib/messaging/roadmap-schema.ts';
import { MALFORMED } from './malformed.ts';
import { SAMPLE } from './sample.ts';

describe('a roadmap file', () => {
  const reading = readRoadmapFile(SAMPLE);

  it('is read whole', () => {
    expect(reading).toMatchObject({ ok: true });
    if (!reading.ok) return;
    const [checkout, search, kiosk] = reading.file.items;
    expect(reading.file.aim).toEqual({ vision: 'Shopping without waiting', productGoal: 'Half of all carts are paid within a minute' });
    expect(checkout).toEqual({
      id: 'faster-checkout', title: 'Faster checkout', outcome: 'Nobody waits for the payment page.', horizon: 'now', theme: 'Payments', owner: 'maya', confidence: 60,
      measure: { name: 'Paid carts', from: '61 %', to: '70 %', by: '2026-12-31' }, declared: { health: 'at-risk', note: 'The provider is slow', on: '2026-11-20' },
      risks: { value: 'tested', feasibility: 'open' }, links: [{ title: 'Interviews', url: 'https://example.org/interviews' }, { title: 'https://example.org/plan', url: 'https://example.org/plan' }],
      belongs: [{ label: 'checkout' }, { project: 'SHOP', version: '4.2' }], formerIds: ['quick-pay'],
    });
    expect(search).toEqual({ id: 'search', title: 'Better search', outcome: '', horizon: 'later', window: { from: '2027-01-01', to: '2027-03-31' } });
    expect(kiosk).toMatchObject({ dropped: true });
    expect(reading.file.team).toEqual({
      model: 'signals', weights: { signals: { demand: 30, severity: 25 } }, thresholds: { idleDays: 4 },
      sprints: { timeZone: 'Europe/Berlin', weekend: ['saturday', 'sunday'], holidays: ['2026-12-25'], source: 'iterations', project: 4, goal: { place: 'file', label: 'sprint-goal' }, goals: [{ sprint: 'Sprint 24', goal: 'Buyers pay in one step' }] },
    });
  });

  it('holds nothing that a page of ours could not save again', () => {
    expect(reading.ok && reading.file.items.map((item) => roadmapItemWish.safeParse(item).success)).toEqual([true, true, true]);
  });

  it('is what the README shows', () => {
    const shown = /```yaml\n(# \.github\/waymark\.yml[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    expect(readRoadmapFile(shown)).toMatchObject({ ok: true, warnings: [], file: { items: [{ id: 'faster-checkout', belongs: [{ label: 'checkout' }, { project: 'SHOP', version: '4.2' }] }], team: { thresholds: { idleDays: 4 } } } });
  });

  it('warns of a member that it does not know, at its place', () => {
    expect(reading.warnings).toEqual([{ line: 36, column: 5, sentence: expect.stringMatching(/^Waymark does not know “budget” in Entry 2 of “items” and leaves it as it is/) }]);
  });

  it('takes a number for a text as people wrote it, and an empty member for one that is not there', () => {
    const read = readRoadmapFile('items:\n  - { id: a, title: 2026, measure: { name: Carts, to: 70.0 }, outcome: , horizon: }\n');
    expect(read).toMatchObject({ ok: true, file: { items: [{ title: '2026', outcome: '', horizon: null, measure: { to: '70.0', from: '', by: null } }] } });
  });

  it.each([
    ['items:\n  - title: A\n', 2, 5, /needs “id”: add a line “id: …”/],
    ['items:\n  - id: a\n    title: A\n    horizon: soon\n', 4, 14, /must be one of now, next, later/],
    ['items:\n  - id: a\n    title: A\n    title: B\n', 4, 5, /“title” is given twice/],
    ['items:\n  - { id: a, title: A }\n  - { id: a, title: B }\n', 3, 5, /Two items have the id a/],
    ['vision: "open\n', 2, 1, /left open/],
    ['items:\n\t- id: a\n', 2, 1, /tab/],
    ['vision: a: b\n', 1, 9, /quotes/],
    ['items:\n  - id: a\n    title: A\n    window: { to: 2026-02-30 }\n', 4, 19, /a date like 2026-11-30/],
    ['a: &a [x]\nvision: *a\n', 2, 9, /alias/],
    ['team:\n  thresholds:\n    idleDays: 0\n', 3, 15, /a number from 1 to 120/],
  ])('says where and how to mend: %j', (text, line, column, sentence) => {
    const read = readRoadmapFile(text);
    expect(read).toMatchObject({ ok: false, errors: [{ line, column, sentence: expect.stringMatching(sentence) }] });
  });

  it('finds every error of a file at once', () => {
    const read = readRoadmapFile('items:\n  - { id: A, title: A, horizon: soon }\n  - { id: b, confidence: 101 }\n');
    expect(read.ok ? [] : read.errors.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:11', '2:33', '3:5', '3:26']);
  });
});

describe('200 and more malformed files', () => {
  it('are so many', () => expect(MALFORMED.length).toBeGreaterThanOrEqual(200));

  it.each(MALFORMED.map(({ name, text }) => [name, text] as const))('%s: each error has a line and a column of the file, and a sentence', (_name, text) => {
    const began = performance.now();
    const read = readRoadmapFile(text);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.errors.length).toBeGreaterThan(0);
    const lines = text.split('\n');
    for (const { line, column, sentence } of read.errors) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      expect(sentence).toMatch(/^\P{Ll}.*\.$/u);
    }
    // No assertion on speed, only against what would hang a worker.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
