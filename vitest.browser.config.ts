import { defineConfig } from 'vitest/config';

/** Apart from the other tests, since a bare machine has no browser. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.spec.ts'],
    // A machine that is busy with other work can starve a page for longer than the server's own time-outs.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
