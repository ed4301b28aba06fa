#!/usr/bin/env node
/**
 * npm test: installs and builds what is missing, then runs the vitest projects of vitest.config.ts in their order; `--fast` only the
 * first.
 * Says at the end how long each took, and warns where all together took longer than a run may.
 * Ends with exactly one line `N passed, N failed`, and `, N skipped` where any was.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'jiannuo-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** Projects with their seconds, in order. */
const took = [];
/** What failed, said again at the end: in a long log the first place is far up. */
const failures = [];

const firstLine = (text) => (text ?? '').split('\n')[0];

/** A suite that could not even start has no tests of its own to count: it counts as one failure. */
function count(file, status) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    total.failed += 1;
    return;
  }
  for (const { name, assertionResults, message } of report.testResults) {
    const at = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed)
      failures.push(`${at} > ${test.fullName}\n    ${firstLine(test.failureMessages[0])}`);
    if (message && failed.length === 0) failures.push(`${at}\n    ${firstLine(message)}`);
  }
  total.passed += report.numPassedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  // An error outside any test (an unhandled rejection, a failed teardown) shows only in the exit status.
  total.failed += failed === 0 && status !== 0 ? 1 : failed;
}

function runProject(project) {
  console.log(`\n── ${project}`);
  const since = performance.now();
  const file = join(reports, `${project}.json`);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  count(file, run.status);
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
if (failures.length > 0) console.log(`\nfailed:\n  ${failures.join('\n  ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
