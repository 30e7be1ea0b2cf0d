import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Properties over random questions take a while where other work runs beside them.
    testTimeout: 60_000,
    // Vitest leaves a core to whoever watches it; here much of the time is spent in waiting, for slow clients for one.
    maxWorkers: availableParallelism() + 1,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 98 },
    },
  },
});
