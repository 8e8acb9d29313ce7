import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

// A fresh clone may have no ../shared beside it. A suite that reads a saved page before its tests begin takes all suites of that browser down with it.
test('the suites for Chromium begin also where no page was saved', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawnSync('npx', ['playwright', 'test', '-c', 'test/playwright.config.ts', '--list', '--reporter=line'], { encoding: 'utf8', env: { ...process.env, WAYMARK_CORPUS: '/nowhere' } });
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Total: \d{3,} tests/);
});
