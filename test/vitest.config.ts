import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/{unit,contract,corpus}/**/*.test.ts'],
    environment: 'node',
    // Some sentences tell the time of day where their reader is.
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    // As with the browsers: what fails once and then passes is told at the end (a property with its seed), and does not cost the whole run.
    retry: process.env['CI'] ? 1 : 0,
  },
});
