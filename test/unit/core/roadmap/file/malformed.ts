import { LONGEST_FILE } from '../../../../../lib/core/roadmap/file/parse.ts';
import { ROADMAP_SCHEMA } from '../../../../../lib/core/roadmap/file/schema.ts';
import type { Shape } from '../../../../../lib/core/roadmap/file/shape.ts';
import { SAMPLE } from './sample.ts';

export interface Malformed {
  readonly name: string;
  readonly text: string;
}

/** Broken files of every sort that people, merges and the malicious make. */
export const MALFORMED: readonly Malformed[] = [...truncated(), ...wrongTypes(), ...twice(), ...circles(), ...huge(), ...aliases(), ...broken()];

/** Cut inside a quote, inside brackets, in the middle of a name. */
function truncated(): Malformed[] {
  const cuts = [...SAMPLE.matchAll(/['"{[][^'"{}[\]\n]*(?=['"}\]])/g)].flatMap(({ 0: match, index }) => [index + 1, index + Math.max(1, Math.ceil(match.length / 2))]);
  const names = [...SAMPLE.matchAll(/^ {4}(\w{4,}):/gm)].map(({ index }) => index + 6);
  return [...new Set([...cuts, ...names])].map((at) => ({ name: `cut at ${at}, after “${SAMPLE.slice(at - 12, at).replaceAll('\n', '⏎')}”`, text: SAMPLE.slice(0, at) }));
}

/** Every member of the schema with values of every kind that it is not. */
function wrongTypes(): Malformed[] {
  const values = [['a list', '[1, 2]'], ['members', '{ a: 1 }'], ['a flag', 'true'], ['a negative number', '-7'], ['a text', 'some words that fit nothing']] as const;
  const fits: Readonly<Record<Shape['kind'], readonly string[]>> = { text: ['a text', 'a negative number'], number: [], choice: [], flag: ['a flag'], date: [], list: [], map: [], members: [] };
  return leaves(ROADMAP_SCHEMA, []).flatMap(({ path, shape }) =>
    values
      // Unknown members are no error where none is asked for.
      .filter(([kind]) => !(kind === 'members' && shape.kind === 'members' && shape.required.length === 0 && !shape.some))
      .filter(([kind]) => !(fits[shape.kind].includes(kind) && !(shape.kind === 'text' && shape.form)))
      .map(([kind, value]) => ({ name: `${path.join('.')} is ${kind}`, text: `# wrong\n${nested(path, value)}` })),
  );
}

function leaves(shape: Shape, path: readonly string[]): { path: readonly string[]; shape: Shape }[] {
  if (shape.kind === 'members') return Object.entries(shape.members).flatMap(([name, member]) => [{ path: [...path, name], shape: member }, ...leaves(member, [...path, name])]);
  return shape.kind === 'list' ? leaves(shape.of, [...path, '*']) : [];
}

function nested(path: readonly string[], value: string): string {
  return path.toReversed().reduce((inner, name) => (name === '*' ? `[${inner}]` : `{ ${name}: ${inner} }`), value);
}

function twice(): Malformed[] {
  const names = [...new Map([...SAMPLE.matchAll(/^( *)(\w+): /gm)].map((match) => [match[2] ?? '', match])).values()];
  return [
    ...names.map(({ 0: line, 1: indent = '', 2: name = '', index }) => ({ name: `${name} twice`, text: `${SAMPLE.slice(0, index)}${indent}${name}: x\n${line}${SAMPLE.slice(index + line.length)}` })),
    { name: 'an id twice', text: SAMPLE.replace('id: kiosk', 'id: search') },
    { name: 'all items twice', text: SAMPLE.replace('# How we score', SAMPLE.slice(SAMPLE.indexOf('  - id: faster'), SAMPLE.indexOf('# How we score'))) },
    { name: 'a key twice in brackets', text: SAMPLE.replace('{value: tested,', '{value: tested, value: open,') },
  ];
}

function circles(): Malformed[] {
  const items = (...entries: readonly string[]): string => `items:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
  return [
    { name: 'an item that was itself', text: items('{ id: a, title: A, formerIds: [a] }') },
    { name: 'two that were each other', text: items('{ id: a, title: A, formerIds: [b] }', '{ id: b, title: B, formerIds: [a] }') },
    { name: 'three in a ring', text: items('{ id: a, title: A, formerIds: [b] }', '{ id: b, title: B, formerIds: [c] }', '{ id: c, title: C, formerIds: [a] }') },
    { name: 'one former id of two', text: items('{ id: a, title: A, formerIds: [x] }', '{ id: b, title: B, formerIds: [x] }') },
    { name: 'a former id twice', text: items('{ id: a, title: A, formerIds: [x, x] }') },
    { name: 'a list that holds itself', text: 'items: &all\n  - *all\n' },
    { name: 'an item that holds itself', text: 'items:\n  - &me\n    id: a\n    title: A\n    measure: *me\n' },
    { name: 'a window that ends before it begins', text: items('{ id: a, title: A, window: { from: 2026-02-01, to: 2026-01-01 } }') },
  ];
}

function huge(): Malformed[] {
  return [
    { name: 'a megabyte of spaces', text: ' '.repeat(1_000_000) },
    { name: 'a file just too long', text: `vision: x\n#${'x'.repeat(LONGEST_FILE)}` },
    { name: 'two thousand items', text: `items:\n${Array.from({ length: 2000 }, (_, index) => `  - { id: i${index}, title: T }\n`).join('')}` },
    { name: 'a title of a page', text: `items:\n  - id: a\n    title: ${'x'.repeat(3000)}\n` },
    { name: 'ten thousand holidays', text: `team: { sprints: { holidays: [${'2026-01-01, '.repeat(10_000)}] } }\n` },
    { name: 'brackets without end', text: '['.repeat(20_000) },
    { name: 'braces without end', text: '{a: '.repeat(20_000) },
    { name: 'dashes without end', text: '- '.repeat(20_000) },
    { name: 'question marks without end', text: '? '.repeat(20_000) },
    { name: 'ever deeper lines', text: Array.from({ length: 900 }, (_, index) => `${' '.repeat(index)}items:\n`).join('') },
    { name: 'a hundred thousand names, one twice', text: `${Array.from({ length: 40_000 }, (_, index) => `k${index}: 1\n`).join('')}k0: 2\n` },
  ];
}

function aliases(): Malformed[] {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'.charAt(index)}, `.repeat(9)}]\n`).join('')}`;
  return [
    { name: 'a billion laughs as items', text: `${bomb}items: *i\n` },
    { name: 'a billion laughs in an item', text: `${bomb}items:\n  - id: a\n    title: *i\n` },
    { name: 'an alias without an anchor', text: 'vision: *nobody\n' },
    { name: 'an alias as a name', text: 'vision: &v items\n*v : [1]\n' },
    { name: 'an item merged from another', text: 'items:\n  - &a { id: a, title: A }\n  - { <<: *a, title: B }\n' },
    ...['title', 'outcome', 'measure', 'window', 'declared', 'risks', 'links', 'belongs', 'formerIds', 'owner', 'confidence', 'dropped'].map((name) => ({ name: `${name} is an alias`, text: `x: &x 1\nitems:\n  - id: a\n    title: A\n    ${name}: *x\n`.replace('    title: A\n    title', '    title') })),
  ];
}

function broken(): Malformed[] {
  return [
    ['nothing', ''], ['only comments', '# nothing\n'], ['a word', 'roadmap\n'], ['a list', '- a\n- b\n'], ['a number', '12\n'], ['two documents', 'vision: a\n---\nvision: b\n'],
    ['tabs', 'items:\n\t- id: a\n'], ['conflict markers', SAMPLE.replace('    horizon: later\n', '<<<<<<< ours\n    horizon: later\n=======\n    horizon: next\n>>>>>>> theirs\n')],
    ['two colons', 'vision: a: b\n'], ['a reserved character', 'vision: @home\n'], ['a backtick', 'vision: `x`\n'], ['a bad escape', 'vision: "\\q"\n'], ['too little indentation', 'items:\n  - id: a\n   title: A\n'],
    ['a missing dash', 'items:\n  id: a\n  title: A\n'], ['a missing title', 'items:\n  - id: a\n'], ['a missing id', 'items:\n  - title: A\n'], ['an empty title', 'items:\n  - { id: a, title: "  " }\n'], ['a link without encryption', 'items:\n  - { id: a, title: A, links: [{ url: "http://example.org" }] }\n'], ['a bad id', 'items:\n  - { id: Big Thing, title: A }\n'],
    ['no such day', 'items:\n  - { id: a, title: A, window: { to: 2026-02-30 } }\n'], ['a script as link', 'items:\n  - { id: a, title: A, links: [{ url: "javascript:alert(1)" }] }\n'], ['JSON cut off', '{"items": [{"id": "a", "title": "A"}'],
    ['HTML', '<!DOCTYPE html>\n<html><body>Not found</body></html>\n'], ['a name that is a list', '? [a, b]\n: 1\n'], ['an empty belonging', 'items:\n  - { id: a, title: A, belongs: [{}] }\n'],
    ['a weight that is none', 'team: { weights: { signals: { demand: much } } }\n'], ['not a number', 'team: { thresholds: { idleDays: .nan } }\n'], ['half a project', 'team: { sprints: { project: 1.5 } }\n'], ['no such place of the goal', 'team: { sprints: { goal: { place: slide } } }\n'], ['a goal of no sprint', 'team: { sprints: { goals: [{ goal: Pay }] } }\n'],
    ['without end', 'items:\n  - { id: a, title: A, confidence: .inf }\n'],
  ].map(([name = '', text = '']) => ({ name, text }));
}
