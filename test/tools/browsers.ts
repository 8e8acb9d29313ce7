/** Finds the browsers that tests and the demo need: one that is installed, else the system's package manager, else Playwright's own download. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Name = 'chromium' | 'firefox';

const CANDIDATES: Readonly<Record<Name, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox'],
};
const APPLICATIONS: Readonly<Record<Name, readonly string[]>> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};
/** The oldest that Waymark says it runs in (wxt.config.ts): what a machine's image brought may be older. */
const OLDEST: Readonly<Record<Name, number>> = { chromium: 126, firefox: 142 };
const DEBIAN: Readonly<Record<Name, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The path of the browser. Installs it where it is missing and says so; throws with what to do when it cannot. */
export async function ensureBrowser(name: Name): Promise<string> {
  const given = process.env[`WAYMARK_${name.toUpperCase()}`];
  if (given) return given;
  const found = await find(name);
  if (found && versionOf(found) >= OLDEST[name]) return found;
  console.log(found ? `The ${name} here is too old (${versionOf(found)}): installing a newer one …` : `No ${name} here: installing it …`);
  install(name);
  const installed = await find(name);
  if (installed && versionOf(installed) >= OLDEST[name]) return installed;
  throw new Error(`No ${name} from version ${OLDEST[name]} on was found or could be installed. Install it, or set WAYMARK_${name.toUpperCase()} to its path.`);
}

/** The main version; one that does not tell is taken for new enough. */
function versionOf(path: string): number {
  try {
    return Number(/(\d+)\.\d+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}

async function find(name: Name): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const candidate of [...CANDIDATES[name].flatMap((file) => folders.map((folder) => join(folder, file))), ...APPLICATIONS[name]]) {
    if (existsSync(candidate)) return candidate;
  }
  if (name !== 'chromium') return null; // Playwright's own Firefox cannot load extensions
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function install(name: Name): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]): void => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', DEBIAN[name], 'fonts-noto-core');
  } catch {
    if (name === 'chromium') execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  }
}
