import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const CHROME = '.output/chrome-mv3';
const FIREFOX = '.output/firefox-mv3';
const built = existsSync(`${CHROME}/manifest.json`) && existsSync(`${FIREFOX}/manifest.json`);
if (!built) console.log('Skipped: nothing is built yet (npm test builds first; or npm run build && npm run build:firefox).');

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: string[];
  readonly host_permissions: string[];
  readonly optional_host_permissions?: string[];
  readonly incognito?: string;
  readonly content_scripts: { matches: string[]; js: string[]; css?: string[] }[];
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly content_security_policy?: unknown;
  readonly options_ui: { open_in_tab?: boolean };
  readonly browser_specific_settings?: { gecko: { data_collection_permissions: unknown } };
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest; // our own build
const codeOf = (folder: string): [string, string][] => globSync(`${folder}/**/*.js`).map((file) => [file, readFileSync(file, 'utf8')]);

describe.skipIf(!built)('what is shipped', () => {
  it.each([CHROME, FIREFOX])('%s asks for no more than the README explains', (folder) => {
    const manifest = manifestOf(folder);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'alarms', 'declarativeNetRequestWithHostAccess', 'scripting', 'unlimitedStorage']);
    expect(manifest.host_permissions).toEqual(['https://github.com/*', 'https://api.github.com/*', 'https://*.atlassian.net/*', 'https://api.atlassian.com/*']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(new Set(manifest.content_scripts.flatMap((script) => script.matches.map((match) => match.split('/')[2])))).toEqual(new Set(['github.com', '*.atlassian.net']));
    expect(manifest.options_ui.open_in_tab).toBe(true);
    expect(manifest.incognito).toBe('not_allowed');
    // Nothing that a page could find us by, connect to, or that loosens the standard policy.
    expect([manifest.web_accessible_resources, manifest.externally_connectable, manifest.content_security_policy]).toEqual([undefined, undefined, undefined]);
  });

  it('says in Firefox that nothing is collected', () => {
    expect(manifestOf(FIREFOX).browser_specific_settings?.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  it('leaves pages without issues to a watch of 3 kB', () => {
    const [watch] = manifestOf(CHROME).content_scripts.filter(({ js }) => js.includes('watch.js'));
    expect(watch?.js).toEqual(['watch.js']);
    expect(statSync(`${CHROME}/watch.js`).size).toBeLessThan(3000);
  });

  it('asks ahead of each overlay, with a script that is compiled in no time', () => {
    const scripts = manifestOf(CHROME).content_scripts.map(({ js }) => js.join());
    expect(scripts).toEqual(['ahead.js,overlay-github.js', 'ahead.js,overlay-jira.js', 'watch.js']);
    expect(statSync(`${CHROME}/ahead.js`).size).toBeLessThan(1000);
  });

  // The last is for granted hosts whose name does not say which tracker they have: it knows both.
  it.each([['overlay-github.js', 14_000], ['overlay-jira.js', 14_000], ['overlay.js', 16_384]])('keeps the always-on %s under 45 kB and %i gzip, without React, zod or the polyfill', (file, gzip) => {
    const script = readFileSync(`${CHROME}/${file}`);
    expect(script.byteLength).toBeLessThan(45_000);
    expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThan(gzip);
    const heavy = /react-dom|createRoot|useState|ZodMini|webextension-polyfill|innerHTML|(?<![.\w])fetch\(|indexedDB|localStorage/.exec(script.toString());
    expect(heavy?.[0]).toBeUndefined();
  });

  it('compiles nothing at run time and knows no host but the trackers', () => {
    const known = /^(github\.com|api\.github\.com|api\.atlassian\.com|kanbanguides\.org|id\.atlassian\.com|docs\.github\.com|api\.|react\.dev|www\.w3\.org|github\.com\/[\w/.-]*|reactjs\.org|mths\.be|fb\.me|www\.svpg\.com|[\w.-]*\.ghe\.com|example\.com)$/;
    for (const [file, code] of codeOf(CHROME)) {
      expect(code.match(/\beval\(|\bimportScripts\(/g), file).toBeNull();
      const hosts = [...code.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map((match) => match[1] ?? '').filter((host) => !known.test(host));
      expect([...new Set(hosts)], `${file} names hosts that nobody reviewed`).toEqual([]);
    }
  });

  it('leaves out the playground and every test', () => {
    expect(globSync(`${CHROME}/**/*`).filter((path) => /playground|\.test\.|tracker/.test(path))).toEqual([]);
    expect(globSync(`${CHROME}/**/*`).filter((path) => statSync(path).isFile()).reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(1_772_000);
  });
});
