import { defineConfig } from 'vitest/config';

/** Apart from the other tests, since a bare machine has no browser. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
