import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom (ARCHITECTURE.md). `types` names rooms of which only types may be imported.
 * A lint rule misses what it does not read; this reads every import statement of every file.
 */
const ROOMS: readonly { readonly room: string; readonly may: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] }[] = [
  // YAML is somebody else's format with a library of its own, pure like the core; so the one room that reads the roadmap file has it, and neither overlay nor views may import values from there.
  { room: 'lib/core/roadmap/file', may: ['lib/core'], packages: ['yaml'] },
  { room: 'lib/core', may: ['lib/core'], packages: [] },
  { room: 'lib/app', may: ['lib/app', 'lib/core'], types: ['lib/messaging', 'lib/storage', 'lib/trackers'], packages: ['zod/mini'] },
  { room: 'lib/trackers', may: ['lib/trackers', 'lib/core'], packages: ['@octokit/core', '@octokit/openapi-types', 'zod/mini'] },
  { room: 'lib/storage', may: ['lib/storage', 'lib/core'], types: ['lib/trackers'], packages: ['idb', 'zod/mini'] },
  { room: 'lib/sync', may: ['lib/sync', 'lib/core'], types: ['lib/storage', 'lib/trackers'], packages: [] },
  { room: 'lib/messaging', may: ['lib/messaging', 'lib/platform'], types: ['lib/core'], packages: ['zod/mini'] },
  { room: 'lib/overlay', may: ['lib/overlay'], types: ['lib/core', 'lib/messaging'], packages: [] },
  { room: 'lib/platform', may: ['lib/platform'], types: ['lib/messaging', 'lib/core', 'lib/trackers'], packages: ['webextension-polyfill', 'wxt/browser'] },
  { room: 'components', may: ['components', 'lib/messaging/client.ts'], types: ['lib/core', 'lib/messaging', 'lib/overlay/panel-port.ts'], packages: ['react', 'react-dom', 'react-dom/client', 'downshift', '@floating-ui/dom'] },
];

/** Each with the reason why the rule bends there. */
const ALLOWED: readonly { readonly from: string; readonly to: string; readonly because: string }[] = [
  { from: 'lib/app', to: 'lib/messaging/problem.ts', because: 'what a use case refuses it refuses with the protocol’s sentence for people' },
  { from: 'lib/app', to: 'lib/messaging/protocol.ts', because: 'what a saved file or an undo brings is read by the schemas of the messages that made it' },
  { from: 'lib/app', to: 'lib/messaging/roadmap-schema.ts', because: 'what a saved file brings is read by the schemas of the messages that made it' },
  { from: 'lib/messaging', to: 'lib/core/keys.ts', because: 'keys are taken apart in one place' },
  { from: 'lib/messaging', to: 'lib/core/work-calendar.ts', because: 'which days a calendar has is known in one place' },
  { from: 'lib/overlay', to: 'lib/trackers/github/urls.ts', because: 'the URL grammar is pure, tiny, and must be one for page and client' },
  { from: 'lib/overlay', to: 'lib/trackers/jira/urls.ts', because: 'the URL grammar is pure, tiny, and must be one for page and client' },
  { from: 'lib/overlay', to: 'lib/core/keys.ts', because: 'keys are made in one place' },
  { from: 'lib/overlay', to: 'lib/core/capitalised.ts', because: 'one line, written once' },
  { from: 'components', to: 'lib/core/capitalised.ts', because: 'one line, written once' },
  { from: 'components', to: 'lib/core/keys.ts', because: 'keys are taken apart in one place' },
  { from: 'components', to: 'lib/core/risk/severity.ts', because: 'which flag is worse is decided in one place' },
  { from: 'components', to: 'lib/core/tracker-words.ts', because: 'what a tracker calls its things is said in one place' },
  { from: 'components', to: 'lib/core/sprint/time-left.ts', because: 'how long a sprint still runs is said one way everywhere' },
  { from: 'components', to: 'lib/core/ordinal.ts', because: 'a place reads the same on the trackers’ pages and on ours' },
  { from: 'components', to: 'lib/core/share-words.ts', because: 'a share and a chance read the same on the trackers’ pages and on ours' },
  { from: 'components', to: 'lib/core/date-words.ts', because: 'a day is said one way in a flag’s reason and on our pages' },
  { from: 'components', to: 'lib/core/roadmap/window-words.ts', because: 'the days that an item is planned for are said one way on the trackers’ pages and on ours' },
  { from: 'components', to: 'lib/core/roadmap/file/place.ts', because: 'how a project keeps its roadmap is known in one place' },
  { from: 'components', to: 'lib/core/roadmap/tags.ts', because: 'the id of a new roadmap item follows from its title by one rule' },
  { from: 'components', to: 'lib/core/markdown-text.ts', because: 'what is markup is known in one place' },
  { from: 'components/card', to: 'lib/overlay/theme.ts', because: 'which theme a page has is read in one place, for its badges and for the card' },
  { from: 'components/popup', to: 'lib/overlay/places.ts', because: 'where badges can be is known in one place' },
  { from: 'components/options', to: 'lib/trackers/jira/urls.ts', because: 'what a pasted address says of a Jira is told by its one URL grammar' },
  { from: 'components/playground', to: 'lib/core/risk/thresholds.ts', because: 'fixtures show the true thresholds' },
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}');

function importsOf(file: string): Import[] {
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((match) => {
    const specifier = (match[3] ?? match[4] ?? '').replace(/\?.*$/, '');
    const named = match[2] ?? '';
    const typeOnly = match[1] !== undefined || (/^\s*\{[^}]*\}\s*from\s*$/.test(named) && named.replaceAll(/[{}]|from\s*$/g, '').split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')));
    return { file, target: specifier.startsWith('.') ? relative('.', join(dirname(file), specifier)) : specifier, typeOnly };
  });
}

const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

function complaint({ file, target, typeOnly }: Import): string | null {
  const rule = ROOMS.find(({ room }) => within(file, room));
  if (!rule) return null;
  if (within(target, 'entrypoints')) return `${file} imports ${target}: nobody imports an entrypoint. Move what you need into lib/ or components/ and import it from there.`;
  if (within(target, 'test')) return `${file} imports ${target}: the product never imports its tests. Move what you need into lib/.`;
  const local = within(target, 'lib') || within(target, 'components') || target.startsWith('..');
  if (!local) {
    if (rule.packages.includes(target) || target.endsWith('.css') || (typeOnly && rule.packages.some((name) => target.startsWith(`${name}/`)))) return null;
    return `${file} imports the package ${target}, which ${rule.room} may not. It may use: ${rule.packages.join(', ') || 'none'}. Pass what you need in as a parameter, or widen the rule here and say why.`;
  }
  if (rule.may.some((room) => within(target, room)) || ALLOWED.some(({ from, to }) => within(file, from) && target === to)) return null;
  if (rule.types?.some((room) => within(target, room))) return typeOnly ? null : `${file} imports values of ${target}; ${rule.room} may use its types only. Write \`import type\`, or take the value as a parameter.`;
  return `${file} imports ${target}; ${rule.room} may import only ${[...rule.may, ...(rule.types ?? []).map((room) => `types of ${room}`)].join(', ')}. Turn the dependency round: declare a port in ${rule.room} and let an entrypoint pass the real thing in.`;
}

describe('the house', () => {
  const imports = files.flatMap(importsOf);

  it('has files to judge, and the reader of imports sees them', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('keeps every import in its room', () => {
    expect(imports.map(complaint).filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('bends no rule that nobody needs bent', () => {
    const unused = ALLOWED.filter(({ from, to }) => !imports.some(({ file, target, typeOnly }) => within(file, from) && target === to && !typeOnly));
    expect(unused.map(({ from, to }) => `Nothing in ${from} imports values of ${to} any more: take the exception out.`)).toEqual([]);
  });

  it('would notice a forbidden import', () => {
    expect(complaint({ file: 'lib/core/issue.ts', target: 'lib/storage/store.ts', typeOnly: true })).toContain('lib/core may import only');
    expect(complaint({ file: 'lib/overlay/mount.ts', target: 'react', typeOnly: false })).toContain('which lib/overlay may not');
    expect(complaint({ file: 'lib/sync/run.ts', target: 'lib/storage/store.ts', typeOnly: false })).toContain('types only');
  });

  it('lets only platform touch the browser, and lets nothing pure read a clock or chance', () => {
    const offences = files.filter((file) => within(file, 'lib/core')).filter((file) => /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\bfetch\(|\bindexedDB\b/.test(readFileSync(file, 'utf8')));
    expect(offences.map((file) => `${file} reads a clock, chance or the outside: take it as a parameter.`)).toEqual([]);
  });

  it('puts nothing but entrypoints into entrypoints', () => {
    const known = /^entrypoints\/((background|ahead|overlay(-github|-jira)?|line|watch)\.ts|panel\.tsx|(popup|options|workspace|playground)\/(index\.html|main\.tsx))$/;
    const strays = globSync('entrypoints/**/*').filter((path) => /\.\w+$/.test(path) && !known.test(path));
    expect(strays.map((path) => `${path} would become an entrypoint of its own: move it to lib/ or components/.`)).toEqual([]);
  });

  it('keeps the top level as it was agreed', () => {
    const agreed = ['package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts', 'README.md', 'LICENSE', 'entrypoints', 'components', 'lib', 'public', 'test', 'node_modules'];
    const strays = globSync('*').filter((name) => !agreed.includes(name) && !name.startsWith('.'));
    expect(strays.map((name) => `${name} does not belong at the top level: find its room (ARCHITECTURE: test/tools for scripts).`)).toEqual([]);
  });

  it('pins every version exactly', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }; // our own file
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose.map(([name, version]) => `${name} is ${version}: pin it to one exact version.`)).toEqual([]);
  });
});
