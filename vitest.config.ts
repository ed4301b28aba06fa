import { defineConfig } from 'vitest/config';

/**
 * fast: pure code and embedded adapters. servers: contract and cluster tests with a real mongod and redis-server.
 * `npm test` runs fast first, then servers; both build dist/ once, since child processes run from it.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: ['test/{contract,faults,e2e}/**'] },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['test/{contract,faults,e2e}/**/*.test.ts'],
          globalSetup: ['test/setup/servers.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
