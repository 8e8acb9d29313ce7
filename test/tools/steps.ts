import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { add, asCount, NOTHING, run, type Counted, type Ran } from './run.ts';
import { playwrightReport, vitestReport } from './reports.ts';
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
  return counted(ran, report, vitestReport);
}

/** What the report says; a run that ended badly failed, whatever its report says or if it left none. */
function counted(ran: Ran, report: string, read: (json: string) => Counted): Counted {
  const ended = asCount(ran);
  if (!existsSync(report)) return { ...ended, passed: 0, failed: 1 };
  const told = read(readFileSync(report, 'utf8'));
  return ended.failed > told.failed ? { ...told, failed: ended.failed, told: told.told.length > 0 ? told.told : ended.told } : told;
}

/** Both builds that users get, and the two for tests. */
export async function build(): Promise<Counted> {
  let total = NOTHING;
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
  return counted(ran, report, playwrightReport);
}

export async function firefox(): Promise<Counted> {
  process.env['WAYMARK_FIREFOX'] = await ensureBrowser('firefox');
  return vitestWith('test/e2e/firefox/vitest.config.ts', []);
}

/** One after the other: two of Chromium at a time are as much as two cores bear. */
export async function browsers(): Promise<Counted> {
  return add(await chromium(), await firefox());
}
