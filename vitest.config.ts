import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.js';

/** Needs no server, but seconds: whole ways through the service, recognition, texts of a hundred thousand characters, random texts. */
const long = [
  'test/api/{documents,people,samples,security}.test.ts',
  'test/library/package.test.ts',
  'test/workers/process.test.ts',
  'test/adapters/readers/recognition.test.ts',
  'test/extract/{laws,long-texts}.test.ts',
];

/** Starts a process for each step: the command line, and what is read in a process of its own. */
const processes = [
  'test/cli/**/*.test.ts',
  'test/adapters/readers/{hostile,made-hostile,mutations}.test.ts',
  'test/adapters/extractor/*.test.ts',
  'test/fixtures/expected.test.ts',
];

/** Each file has a database and a prefix of its own on the real servers. */
const contract = ['test/contract/**/*.test.ts'];

/** Hold limits of time: nothing else may run beside them. */
const limits = [
  'test/faults/{redis-away,take-up}.test.ts',
  'test/e2e/servers-{away,silent}.test.ts',
  'test/adapters/readers/isolated.test.ts',
];

/** Servers are stopped and workers killed, each file's own; most of the time they wait for one another. */
const faults = ['test/{faults,e2e}/**/*.test.ts', 'test/adapters/readers/scans.test.ts'];

const browser = ['test/web/**/*.test.ts'];

/** Two cores: more browsers than that would wait for each other. Projects that differ in this run in groups, when several are asked for. */
const atOnce = { faults: 3, browser: 2 };

const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * fast: pure code and embedded adapters, under a minute. long: what needs no server either, but seconds. processes, contract,
 * faults and limits: child processes, real mongod and redis-server. browser: the web page in a real Chromium. `npm test` runs
 * them in this order; each builds dist/ once, since child processes run from it.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default one core is left idle, which is half of the machine where two stand.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [...long, ...processes, ...contract, ...faults, ...limits, ...browser],
          // Half of the time of isolated files goes into loading the same modules again for each.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'long', include: long, isolate: false, testTimeout: 120_000 } },
      { extends: true, test: { name: 'processes', include: processes, isolate: false, ...slow } },
      {
        extends: true,
        test: {
          name: 'contract',
          include: contract,
          globalSetup: ['test/setup/servers.ts'],
          isolate: false,
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: faults,
          exclude: limits,
          globalSetup: ['test/setup/servers.ts'],
          maxWorkers: atOnce.faults,
          sequence: { groupOrder: 1 },
          ...slow,
          // What is asserted has limits of its own; a storm beside two others only takes longer.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'limits',
          include: limits,
          globalSetup: ['test/setup/servers.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          maxWorkers: atOnce.browser,
          sequence: { groupOrder: 3 },
          isolate: false,
          ...slow,
        },
      },
    ],
  },
});
