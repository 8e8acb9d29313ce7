import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { add, asCount, run, type Counted } from './run.ts';
import { ensureBrowser } from './browsers.ts';

const ARTIFACTS = '.artifacts';

export async function types(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'tsc', '--noEmit', '-p', '.']));
}

/** A warning fails too: what is let stand is let stand for everybody, in the configuration or beside the line. */
export async function lint(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'oxlint', '--config', '.oxlintrc.json', '--deny-warnings']));
}

/** Vitest over the given folders; counts come from its own JSON report, so a crash without a report is a failure. */
export function vitest(...folders: string[]): Promise<Counted> {
  return vitestWith('test/vitest.config.ts', folders);
}

async function vitestWith(config: string, folders: readonly string[]): Promise<Counted> {
  mkdirSync(ARTIFACTS, { recursive: true });
  const report = `${ARTIFACTS}/vitest-${[config, ...folders].join('-').replaceAll(/[/.]/g, '_')}.json`;
  rmSync(report, { force: true });
  // The demo tracker's certificate is its own.
  const ran = await run('npx', ['--no-install', 'vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...folders], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>; // Vitest's own report
  return { passed: numPassedTests, failed: Math.max(numFailedTests, ran.code === 0 ? 0 : 1), skipped: numPendingTests };
}

/** Both builds that users get, and the two for tests. */
export async function build(): Promise<Counted> {
  let total: Counted = { passed: 0, failed: 0, skipped: 0 };
  for (const target of ['chrome', 'firefox']) {
    for (const env of [{}, { WAYMARK_E2E: '1' }]) total = add(total, asCount(await run('npx', ['--no-install', 'wxt', 'build', '--browser', target], env)));
  }
  return total;
}

export async function addonsLint(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery']));
}

/** Playwright in Chromium; counts from its JSON report. */
export async function chromium(...args: string[]): Promise<Counted> {
  const report = `${ARTIFACTS}/playwright.json`;
  rmSync(report, { force: true });
  const browser = await ensureBrowser('chromium');
  const ran = await run('npx', ['--no-install', 'playwright', 'test', '-c', 'test/playwright.config.ts', ...args], { WAYMARK_CHROMIUM: browser });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; skipped: number; flaky: number } }; // Playwright's own report
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, ran.code === 0 ? 0 : 1), skipped: stats.skipped };
}

export async function firefox(): Promise<Counted> {
  process.env['WAYMARK_FIREFOX'] = await ensureBrowser('firefox');
  return vitestWith('test/e2e/firefox/vitest.config.ts', []);
}

/** One after the other: two of Chromium at a time are as much as two cores bear. */
export async function browsers(): Promise<Counted> {
  return add(await chromium(), await firefox());
}
