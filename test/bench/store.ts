import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { EXTENSION, launch } from '../e2e/waymark.ts';

const FOLDER = resolve('.artifacts/bench-extension');

export type StoreResults = Readonly<Record<'count' | 'fillingPerRow' | 'badges' | 'floor' | 'one' | 'hundred' | 'all' | 'bytes' | 'roadmap' | 'itemIssues' | 'recount' | 'sprint', number>>;

/** The real store in a real extension page: the shipped build with one more page beside it. */
export async function measureStore(count: number): Promise<StoreResults> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(EXTENSION, FOLDER, { recursive: true });
  await build({ configFile: false, logLevel: 'error', build: { outDir: FOLDER, emptyOutDir: false, minify: false, lib: { entry: resolve('test/bench/store-page.ts'), formats: ['es'], fileName: () => 'bench.js' } } });
  writeFileSync(`${FOLDER}/bench.html`, '<!doctype html><title>Bench</title><script type="module" src="bench.js"></script>');
  const waymark = await launch({ extension: FOLDER });
  try {
    const page = await waymark.openOwn(`bench.html?count=${count}`);
    const handle = await page.waitForFunction(() => (globalThis as { benchResults?: unknown }).benchResults, undefined, { timeout: 540_000 });
    const results = (await handle.jsonValue()) as StoreResults & { error?: string };
    if (results.error) throw new Error(results.error);
    return results;
  } finally {
    await waymark.close();
  }
}
