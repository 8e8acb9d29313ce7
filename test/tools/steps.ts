import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { asCount, run, type Counted } from './run.ts';
import { ensureBrowser } from './browsers.ts';

const ARTIFACTS = '.artifacts';

export async function types(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'tsc', '--noEmit', '-p', '.']));
}

export async function lint(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'oxlint', '--config', '.oxlintrc.json']));
}

/** Vitest over the given folders; counts come from its own JSON report, so a crash without a report is a failure. */
export async function vitest(...folders: string[]): Promise<Counted> {
  mkdirSync(ARTIFACTS, { recursive: true });
  const report = `${ARTIFACTS}/vitest-${folders.join('-').replaceAll('/', '_') || 'all'}.json`;
  const ran = await run('npx', ['--no-install', 'vitest', 'run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...folders], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>; // Vitest's own report
  return { passed: numPassedTests, failed: Math.max(numFailedTests, ran.code === 0 ? 0 : 1), skipped: numPendingTests };
}

/** Both builds that users get, and the one for tests. */
export async function build(): Promise<Counted> {
  const chrome = asCount(await run('npx', ['--no-install', 'wxt', 'build']));
  const firefox = asCount(await run('npx', ['--no-install', 'wxt', 'build', '--browser', 'firefox']));
  const tests = asCount(await run('npx', ['--no-install', 'wxt', 'build'], { WAYMARK_E2E: '1' }));
  const firefoxTests = asCount(await run('npx', ['--no-install', 'wxt', 'build', '--browser', 'firefox'], { WAYMARK_E2E: '1' }));
  return [chrome, firefox, tests, firefoxTests].reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: 0 }));
}

export async function addonsLint(): Promise<Counted> {
  return asCount(await run('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery']));
}

/** Playwright in Chromium; counts from its JSON report. */
export async function chromium(...args: string[]): Promise<Counted> {
  const report = `${ARTIFACTS}/playwright.json`;
  const browser = await ensureBrowser('chromium');
  const ran = await run('npx', ['--no-install', 'playwright', 'test', '-c', 'test/playwright.config.ts', ...args], { WAYMARK_CHROMIUM: browser });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; skipped: number; flaky: number } }; // Playwright's own report
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, ran.code === 0 ? 0 : 1), skipped: stats.skipped };
}

export async function firefox(): Promise<Counted> {
  const browser = await ensureBrowser('firefox');
  process.env['WAYMARK_FIREFOX'] = browser;
  return vitestFirefox();
}

async function vitestFirefox(): Promise<Counted> {
  const report = `${ARTIFACTS}/firefox.json`;
  const ran = await run('npx', ['--no-install', 'vitest', 'run', '--config', 'test/e2e/firefox/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>; // Vitest's own report
  return { passed: numPassedTests, failed: Math.max(numFailedTests, ran.code === 0 ? 0 : 1), skipped: numPendingTests };
}
