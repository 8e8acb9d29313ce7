import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRoadmapFile } from '../../../lib/core/roadmap/file/read-file.ts';

const README = readFileSync('README.md', 'utf8');

it('the README has a line for every dependency, and for no other', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object; devDependencies: object }; // our own file
  const [, table = ''] = README.split('\n## Dependencies\n');
  const told = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell).filter((cell) => cell !== 'package' && !cell.startsWith('---')).flatMap((cell) => cell.replaceAll(/ \(.*?\)/g, '').split(', '));
  expect(told.toSorted()).toEqual(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).toSorted());
});

it('the README’s roadmap file is one that Waymark reads, without a member that it does not know', () => {
  const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(README) ?? [];
  expect(readRoadmapFile(example)).toMatchObject({ ok: true, file: { items: [{ id: 'faster-checkout' }], team: { sprints: { project: 4 } } }, warnings: [] });
});

it('the README names every kind of file that npm run new makes', () => {
  const kinds = [...readFileSync('test/tools/new.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \{\n {4}path/gm)].map(([, kind]) => kind);
  const [, row = ''] = /^\| `npm run new (.+?) \|/m.exec(README) ?? [];
  expect([...row.matchAll(/[a-z-]+/g)].map(([word]) => word)).toEqual(expect.arrayContaining(kinds));
  expect(kinds.length).toBeGreaterThan(5);
});
