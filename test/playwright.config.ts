import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './e2e/chromium',
  outputDir: '../.artifacts/playwright',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Each file has a browser of its own, which waits for pages and clocks much of its time: two cores bear two.
  workers: 2,
  // Real browsers on two busy cores: what fails once and then passes is listed as flaky, and does not cost the whole run.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../.artifacts/playwright.json' }]],
});
