import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  test: { include: ['test/e2e/firefox/**/*.e2e.ts'], environment: 'node', testTimeout: 90_000, hookTimeout: 120_000, maxWorkers: 2, retry: process.env['CI'] ? 1 : 0 },
});
