import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './e2e/chromium',
  outputDir: '../.artifacts/playwright',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Each test has a browser of its own; two cores bear one at a time without making times meaningless.
  workers: 1,
  // Real browsers on two busy cores: what fails once and then passes is listed as flaky, and does not cost the whole run.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../.artifacts/playwright.json' }]],
});
