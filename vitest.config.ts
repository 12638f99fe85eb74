import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run on the sources: the 'source' condition of each package's exports points at src/.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
