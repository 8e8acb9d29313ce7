import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { EXTENSION } from '../e2e/waymark.ts';

/** The shipped build with one more page of test/bench beside it, as `NAME.html`. Answers its folder. */
export async function extensionWith(name: string): Promise<string> {
  const folder = resolve(`.artifacts/bench-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(EXTENSION, folder, { recursive: true });
  await build({ configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: false, minify: false, lib: { entry: resolve(`test/bench/${name}.ts`), formats: ['es'], fileName: () => `${name}.js` } } });
  writeFileSync(`${folder}/${name}.html`, `<!doctype html><title>Bench</title><script type="module" src="${name}.js"></script>`);
  return folder;
}
