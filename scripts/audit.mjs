#!/usr/bin/env node
/**
 * npm run check:audit: asks npm for known weaknesses of the packages that run. What audit-exceptions.json names passes, with
 * a reason, until a day: `[{ "advisory": "GHSA-…", "package": "…", "reason": "…", "until": "2026-12-31" }]`. Where the
 * registry cannot be asked (no network, a mirror without advisories) it says so and fails nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stale.mjs';

const file = process.argv[2] ?? join(root, 'scripts', 'audit-exceptions.json');
const exceptions = JSON.parse(readFileSync(file, 'utf8'));
const today = new Date().toISOString().slice(0, 10);

const isExcepted = (name, advisory) =>
  exceptions.some(
    (each) => each.advisory === advisory && each.package === name && each.reason && each.until >= today,
  );

function asked() {
  const npm = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
  try {
    const report = JSON.parse(npm.stdout);
    return report.vulnerabilities ? report : null;
  } catch {
    return null;
  }
}

const report = asked();
if (report === null)
  console.log('dependencies: the registry was not asked for advisories (it gave no answer)');
else {
  // A package that is weak only through another names that one; the other has an entry of its own.
  const weaknesses = Object.entries(report.vulnerabilities).flatMap(([name, { via }]) =>
    via
      .filter((each) => typeof each === 'object')
      .map(({ url, title, severity }) => ({ name, title, severity, advisory: url.split('/').at(-1) })),
  );
  const open = weaknesses.filter(({ name, advisory }) => !isExcepted(name, advisory));
  for (const { name, advisory, severity, title } of open)
    console.error(`${name} ${advisory} (${severity}): ${title}`);
  console.log(`dependencies: ${open.length} open, ${weaknesses.length - open.length} excepted`);
  if (open.length > 0) process.exitCode = 1;
}
