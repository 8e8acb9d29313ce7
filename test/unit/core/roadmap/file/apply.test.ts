import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToFile, newRoadmapFile } from '../../../../../lib/core/roadmap/file/apply.ts';
import { changedFile, type FileChange } from '../../../../../lib/core/roadmap/file/changes.ts';
import { readRoadmapFile } from '../../../../../lib/core/roadmap/file/read-file.ts';
import type { FileItem, RoadmapFile, TeamSettings } from '../../../../../lib/core/roadmap/file/roadmap-file.ts';
import { saysTheSame } from '../../../../../lib/core/roadmap/file/written.ts';
import type { PlainDate } from '../../../../../lib/core/time.ts';
import { MALFORMED } from './malformed.ts';
import { SAMPLE } from './sample.ts';

const read = (text: string): RoadmapFile => {
  const reading = readRoadmapFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.file;
};
const apply = (text: string, ...changes: readonly FileChange[]): string => {
  const applied = applyToFile(text, changes);
  if (!applied.ok) throw new Error(JSON.stringify(applied.errors));
  return applied.text;
};
const itemOf = (text: string, id: string): FileItem => {
  const item = read(text).items.find((other) => other.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};
const set = (id: string, members: Partial<FileItem>, text = SAMPLE): FileChange => ({ kind: 'item', id, item: { ...itemOf(text, id), ...members } });

describe('applyToFile', () => {
  it.each<[string, FileChange, string, string]>([
    ['a plain value before a comment', set('search', { horizon: 'next' }), '    horizon: later\n', '    horizon: next\n'],
    ['a value in its own quotes', set('faster-checkout', { title: 'Checkout, faster' }), "title: 'Faster checkout'", "title: 'Checkout, faster'"],
    ['a value with a quote inside', set('faster-checkout', { title: 'It’s "fast"' }), "title: 'Faster checkout'", "title: 'It’s \"fast\"'"],
    ['one member in brackets', set('faster-checkout', { risks: { value: 'tested', feasibility: 'retired' } }), 'feasibility: open}', 'feasibility: retired}'],
    ['another member in brackets', set('faster-checkout', { risks: { value: 'tested', feasibility: 'open', viability: 'open' } }), 'feasibility: open}', 'feasibility: open, viability: open }'],
    ['one member on a line', set('faster-checkout', { declared: { health: 'on-track', note: 'The provider is slow', on: '2026-11-20' as PlainDate } }), 'health: at-risk   # since', 'health: on-track   # since'],
    ['a new id', set('kiosk', { id: 'kiosks', formerIds: ['kiosk'] }), '  - id: kiosk\n    title: Kiosk\n    dropped: true\n', '  - id: kiosks\n    title: Kiosk\n    dropped: true\n    formerIds:\n      - kiosk\n'],
    ['a new member behind the last, before the comment of what follows', set('kiosk', { owner: 'jonas' }), '    dropped: true\n# How', '    dropped: true\n    owner: jonas\n# How'],
    ['a member that goes', set('kiosk', { dropped: false }), '    dropped: true\n', ''],
    ['a number', { kind: 'team', team: { ...read(SAMPLE).team, thresholds: { idleDays: 6 } } }, 'idleDays: 4   #', 'idleDays: 6   #'],
    ['the vision before its comment', { kind: 'aim', aim: { vision: 'No queue', productGoal: read(SAMPLE).aim.productGoal } }, 'vision: Shopping without waiting   #', 'vision: No queue   #'],
    ['a folded text', set('faster-checkout', { outcome: 'Nobody waits.' }), 'outcome: >\n      Nobody waits for\n      the payment page.\n', 'outcome: Nobody waits.\n'],
  ])('changes only %s', (_what, change, before, after) => {
    expect(SAMPLE.split(before).length).toBe(2);
    expect(apply(SAMPLE, change)).toBe(SAMPLE.replace(before, after));
  });

  it('leaves a comment behind a list a comment, where a text of several lines takes the last place before it', () => {
    const text = 'items:\n  - id: a   # first\n    title: A\n    belongs:\n      - label: x   # why\n';
    expect(apply(text, set('a', { belongs: [{ label: 'two\nlines' }] }, text))).toBe(text.replace('label: x', 'label: "two\\nlines"'));
  });

  it('adds an item behind the last one, and begins a file that is empty or has no items yet', () => {
    const item: FileItem = { id: 'new', title: 'New: one', outcome: '', horizon: 'next' };
    const added: FileChange = { kind: 'item', id: 'new', item };
    expect(apply(SAMPLE, added)).toBe(SAMPLE.replace('    dropped: true\n# How', '    dropped: true\n  - id: new\n    title: "New: one"\n    horizon: next\n# How'));
    for (const start of ['', 'items: []\n', 'vision: x # why\n', 'items:\n', 'items: [] # none yet\nvision: x\n', '{}\n', '{"vision": "x"}']) {
      const text = apply(start, added);
      expect(read(text).items).toEqual([item]);
      expect(text).toContain(/#.*/.exec(start)?.[0] ?? '');
    }
  });

  it('keeps the line ends of Windows, and a file without an end of line', () => {
    const windows = SAMPLE.replaceAll('\n', '\r\n');
    expect(apply(windows, set('kiosk', { owner: 'jonas' }), set('search', { horizon: 'now' }))).toBe(apply(SAMPLE, set('kiosk', { owner: 'jonas' }), set('search', { horizon: 'now' })).replaceAll('\n', '\r\n'));
    expect(apply('items:\n- id: a\n  title: A', set('a', { owner: 'b' }, 'items:\n- id: a\n  title: A'))).toBe('items:\n- id: a\n  title: A\n  owner: b');
  });

  it('changes nothing when nothing is to change', () => {
    fc.assert(fc.property(file, (wanted) => {
      const text = newRoadmapFile(wanted);
      expect(apply(text, ...wanted.items.map((item): FileChange => ({ kind: 'item', id: item.id, item })), { kind: 'aim', aim: wanted.aim }, { kind: 'team', team: wanted.team })).toBe(text);
    }), { numRuns: 100 });
  });

  it.each(MALFORMED.filter(({ text }) => text.trim() !== '').map(({ name, text }) => [name, text] as const))('refuses to touch a file that cannot be read: %s', (_name, text) => {
    const { errors } = readRoadmapFile(text) as { errors: unknown }; // the other test shows that it has some
    expect(applyToFile(text, [{ kind: 'aim', aim: { vision: 'x', productGoal: '' } }])).toEqual({ ok: false, errors });
  });

  it('refuses a change that would break the file', () => {
    expect(applyToFile(SAMPLE, [set('kiosk', { id: 'search' })])).toMatchObject({ ok: false, errors: [{ sentence: expect.stringContaining('Two items have the id search') }] });
    expect(applyToFile(SAMPLE, [set('kiosk', { title: 'x'.repeat(201) })])).toMatchObject({ ok: false });
  });
});

describe('taking items out of a file', () => {
  it('takes the lines of the item and no other: comments above and below stay', () => {
    expect(apply(SAMPLE, { kind: 'remove', id: 'search' })).toBe(SAMPLE.replace(/  - id: search[^]*?budget: 12[^\n]*\n/, ''));
    expect(apply(SAMPLE, { kind: 'remove', id: 'kiosk' })).toBe(SAMPLE.replace(/  - id: kiosk[^]*?dropped: true\n/, ''));
    expect(apply('items: [{ id: a, title: A }, { id: b, title: B }] # short\n', { kind: 'remove', id: 'a' })).toContain('# short');
  });

  it('takes all of them, and puts a new one in the place of the last', () => {
    const all = ['faster-checkout', 'search', 'kiosk'].map((id): FileChange => ({ kind: 'remove', id }));
    const emptied = apply(SAMPLE, ...all);
    expect(read(emptied).items).toEqual([]);
    expect(emptied).toContain('# How we score');
    const fresh: FileItem = { id: 'new', title: 'New', outcome: '', horizon: null };
    expect(read(apply(SAMPLE, ...all, { kind: 'item', id: 'new', item: fresh })).items).toEqual([fresh]);
    expect(apply(SAMPLE, { kind: 'remove', id: 'kiosk' }, { kind: 'item', id: 'new', item: fresh })).toBe(SAMPLE.replace(/  - id: kiosk[^]*?dropped: true\n/, '').replace("Waymark's\n\n", "Waymark's\n  - id: new\n    title: New\n\n"));
  });
});

const words = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.constantFrom('yes', '12', '1e3', 'null', '~', 'a: b', '- x', '# no', "it's", '"q"', '[x]', '{x}', '*a', '&a', '!t', '%x', '@x', '`x`', 'a #b', ' lead', 'trail ', 'two\nlines', 'end\n', '|', '>', '\t', ',', '?')).filter((text) => text.trim() !== '');
const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10) as PlainDate);
const days = fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const item = (id: string): fc.Arbitrary<FileItem> => fc.record({
  id: fc.constant(id), title: words, outcome: fc.oneof(fc.constant(''), words), horizon: fc.constantFrom('now', 'next', 'later', null),
  measure: fc.record({ name: words, from: words, to: words, by: fc.option(date) }), window: fc.oneof(days, days.map(({ to }) => ({ from: null, to }))), theme: words, owner: words,
  declared: fc.record({ health: fc.constantFrom('inactive', 'on-track', 'at-risk', 'off-track', 'complete'), note: words, on: fc.option(date) }), confidence: fc.integer({ min: 0, max: 100 }),
  risks: fc.dictionary(fc.constantFrom('value', 'usability'), fc.constantFrom('open', 'tested', 'retired'), { minKeys: 1 }),
  links: fc.array(fc.record({ title: words, url: fc.webUrl({ validSchemes: ['https'] }) }), { minLength: 1, maxLength: 3 }), belongs: fc.array(fc.record({ label: words }), { minLength: 1, maxLength: 3 }),
  dropped: fc.constant(true), formerIds: fc.constant([`${id}-before`]),
}, { requiredKeys: ['id', 'title', 'outcome', 'horizon'] }) as fc.Arbitrary<FileItem>; // the dictionary's names are risks'
const team = fc.record({
  model: fc.constantFrom('signals', 'rice'), weights: fc.constant({ signals: { demand: 3, effort: 0.5 } }), thresholds: fc.record({ idleDays: fc.integer({ min: 1, max: 120 }) }),
  sprints: fc.record({ timeZone: fc.constant('Europe/Berlin'), weekend: fc.constant(['friday'] as const), holidays: fc.array(date, { minLength: 1, maxLength: 3 }),
    source: fc.constantFrom('milestones', 'iterations'), project: fc.integer({ min: 1, max: 99 }), goal: fc.record({ place: fc.constantFrom('file', 'milestone', 'status-update', 'local'), label: fc.constant('goal') }), goals: fc.array(fc.record({ sprint: words, goal: words }), { minLength: 1, maxLength: 2 }) }),
}, { requiredKeys: [] }) as fc.Arbitrary<TeamSettings>; // absent members are absent
const file = fc.record({ aim: fc.record({ vision: fc.oneof(fc.constant(''), words), productGoal: fc.oneof(fc.constant(''), words) }), items: fc.tuple(item('alpha'), item('beta'), item('gamma')), team }) as fc.Arbitrary<RoadmapFile>; // a tuple is a list

/** Comments on lines of their own before members, and behind values, where a value stands on one line. */
function commented(text: string, places: readonly number[]): string {
  const lines = text.split('\n');
  const simple = lines.flatMap((line, index) => (/^ *(- )?\w+: [\w.-]+$/.test(line) && !/^\s*(- )?\w+: [|>]/.test(line) && !inBlock(lines, index) ? [index] : []));
  const chosen = new Set(places.map((place) => simple[place % Math.max(1, simple.length)]));
  return lines.map((line, index) => (chosen.has(index) ? `${' '.repeat(/^ */.exec(line)?.[0].length ?? 0)}# above ${index}\n${line}   # behind ${index}` : line)).join('\n');
}

function inBlock(lines: readonly string[], index: number): boolean {
  const indent = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? '';
    if (line.trim() !== '' && indent(line) < indent(lines[index] ?? '')) return /: [|>]/.test(line) || /"/.test(line);
  }
  return false;
}

describe('the laws of a round trip', () => {
  it('a file that is written reads as it was meant', () => {
    fc.assert(fc.property(file, (wanted) => {
      expect(saysTheSame(read(newRoadmapFile(wanted)), wanted)).toBe(true);
    }), { numRuns: 300 });
  });

  it('after any change the file says what was wished; comments that are not of a removed value stay in their order, other items to the letter', () => {
    fc.assert(fc.property(file, item('beta'), fc.array(fc.nat(), { maxLength: 8 }), fc.boolean(), (start, next, places, windows) => {
      const plain = commented(newRoadmapFile(start), places);
      const text = windows ? plain.replaceAll('\n', '\r\n') : plain;
      // A comment must not have changed what the file says, or the test would test nothing.
      fc.pre(readRoadmapFile(text).ok);
      const before = read(text);
      const change: FileChange = { kind: 'item', id: 'beta', item: next };
      const after = apply(text, change);
      expect(saysTheSame(read(after), changedFile(before, [change]))).toBe(true);
      const part = (whole: string, from: string, to: string): string => whole.slice(whole.indexOf(from), to === '' ? undefined : whole.indexOf(to));
      expect(part(after, '', '- id: beta')).toBe(part(text, '', '- id: beta'));
      expect(part(after, '- id: gamma', '')).toBe(part(text, '- id: gamma', ''));
      const comments = (whole: string): string[] => whole.match(/# (?:above|behind) \d+/g) ?? [];
      const kept = comments(after);
      expect(comments(text).filter((comment) => kept.includes(comment))).toEqual(kept);
      expect(comments(part(text, '', '- id: beta')).every((comment) => kept.includes(comment))).toBe(true);
    }), { numRuns: 300, endOnFailure: true });
  });

  it('after a removal, new settings and a change at once, all that was wished is said and no comment of another item is lost', () => {
    fc.assert(fc.property(file, item('gamma'), team, fc.array(fc.nat(), { maxLength: 8 }), (start, next, agreed, places) => {
      const text = commented(newRoadmapFile(start), places);
      fc.pre(readRoadmapFile(text).ok);
      const before = read(text);
      const changes: FileChange[] = [{ kind: 'remove', id: 'beta' }, { kind: 'item', id: 'gamma', item: next }, { kind: 'team', team: agreed }];
      const after = apply(text, ...changes);
      expect(saysTheSame(read(after), changedFile(before, changes))).toBe(true);
      const head = text.slice(0, text.indexOf('- id: beta')).replace(/ *(?:# above \d+\n *)?$/, '');
      expect(after.startsWith(head)).toBe(true);
    }), { numRuns: 150, endOnFailure: true });
  });
});
