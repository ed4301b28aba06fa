#!/usr/bin/env node
/**
 * npm test: installs and builds what is missing, then runs the vitest projects of vitest.config.ts in their order; `--fast` only the
 * first.
 * Says at the end how long each took, and warns where all together took longer than a run may.
 * Ends with exactly one line `N passed, N failed`, and `, N skipped` where any was.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { merged, tally } from './test-report.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'jiannuo-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** Projects with their seconds, in order. */
const took = [];
/** What failed, said again at the end: in a long log the first place is far up. */
const failures = [];
/** What failed first and passed when it ran alone: a fault of the test or of the product, to be looked into. */
const unsteady = [];

/** Real servers, killed processes and browsers: a file of these that fails runs once more, alone, and is named if it then passes. */
const withServers = ['contract', 'faults', 'limits', 'browser'];

/** Killed processes leave memory as they leave a disk; only a power cut differs, and its tests copy files of their own. */
const inMemory = memoryFolder();

/** None where the run ended before it was written, or in the middle of it. */
function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function vitest(project, name, files) {
  const quick = inMemory && withServers.includes(project) ? { TMPDIR: inMemory } : {};
  const file = join(reports, `${name}.json`);
  const unhandled = join(reports, `${name}.unhandled`);
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...files,
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      `--reporter=${join(root, 'scripts', 'unhandled-reporter.mjs')}`,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...quick, JIANNUO_TEST_UNHANDLED: unhandled } },
  );
  return { report: reportIn(file), status: run.status, unhandled: existsSync(unhandled) };
}

const said = ({ file, test, message }) =>
  `${relative(root, file)}${test ? ` > ${test}` : ''}\n    ${message}`;

function runProject(project) {
  console.log(`\n── ${project}`);
  const since = performance.now();
  const first = vitest(project, project, []);
  let counted = tally(first.report, first.status);
  // An error outside any test is nobody's to run again.
  if (counted.files.length > 0 && !first.unhandled && withServers.includes(project)) {
    console.log(`── ${project}: once more, what failed`);
    const second = vitest(project, `${project}-again`, counted.files);
    if (second.report) {
      const still = tally(merged(first.report, second.report), second.status);
      unsteady.push(
        ...counted.failures.filter(
          ({ file, test }) => !still.failures.some((each) => each.file === file && each.test === test),
        ),
      );
      counted = still;
    }
  }
  for (const key of ['passed', 'failed', 'skipped']) total[key] += counted[key];
  failures.push(...counted.failures);
  const seconds = (performance.now() - since) / 1000;
  took.push([project, seconds]);
  console.log(`── ${project}: ${seconds.toFixed(1)} s`);
}

/** Of a whole run on two cores, installs apart. */
const longestMinutes = 15;

function tellTimes() {
  const all = took.reduce((sum, [, seconds]) => sum + seconds, 0);
  const each = took.map(([project, seconds]) => `${project} ${seconds.toFixed(0)}`).join(', ');
  console.log(`\n── seconds: ${each}; all ${all.toFixed(0)} of ${longestMinutes * 60}`);
  if (all > longestMinutes * 60)
    console.log('── too long: see docs/contributing.md, "How long the tests take"');
}

/** Fetches mongod and redis-server once; where that fails the servers' own setup says so. */
async function fetchServers() {
  const { ensureServers } = await import('./servers/index.mjs');
  const since = performance.now();
  try {
    await ensureServers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`── mongod, redis-server: ${((performance.now() - since) / 1000).toFixed(1)} s`);
}

/** Installs Chromium where it is missing; where that fails the tests say so, each failed and none skipped. */
async function fetchBrowser() {
  const { ensureChromium } = await import('./chromium.mjs');
  try {
    console.log(`── ${ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

ensureInstalled();
const all = ['fast', 'long', 'processes', 'contract', 'faults', 'limits', 'browser'];
const projects = process.argv.includes('--fast') ? ['fast'] : all;
for (const project of projects) {
  if (project === 'contract') await fetchServers();
  if (project === 'browser') await fetchBrowser();
  runProject(project);
}
tellTimes();
rmSync(reports, { recursive: true, force: true });
if (unsteady.length > 0)
  console.log(`\nunsteady (passed when run again):\n  ${unsteady.map(said).join('\n  ')}`);
if (failures.length > 0) console.log(`\nfailed:\n  ${failures.map(said).join('\n  ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
