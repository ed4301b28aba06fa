import { defineConfig } from 'vitest/config';

const slow = [
  'test/{contract,faults,e2e,cli}/**/*.test.ts',
  'test/adapters/readers/{hostile,isolated,mutations,scans}.test.ts',
  'test/adapters/extractor/*.test.ts',
  'test/fixtures/expected.test.ts',
];

/** Needs no server, but seconds: whole ways through the service, recognition, texts of a hundred thousand characters, random texts. */
const long = [
  'test/api/{documents,people,samples,security}.test.ts',
  'test/workers/process.test.ts',
  'test/adapters/readers/recognition.test.ts',
  'test/extract/{laws,long-texts}.test.ts',
];

const inBrowser = ['test/web/**/*.test.ts'];

/**
 * fast: pure code and embedded adapters, under a minute. long: what needs no server either, but seconds. servers: contract
 * and cluster tests with a real mongod and redis-server, and what starts many processes (the command line, the readers'
 * limits, the hostile files). browser: the web page in a real Chromium. `npm test` runs them in this order; each builds
 * dist/ once, since child processes run from it.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default one core is left idle, which is half of the machine where two stand.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Half of the time of isolated files went into loading the same modules again for each.
        test: {
          name: 'fast',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...long, ...inBrowser],
        },
      },
      {
        extends: true,
        test: { name: 'long', isolate: false, include: long, testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: slow,
          globalSetup: ['test/setup/servers.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
