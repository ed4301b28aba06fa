#!/usr/bin/env node
/**
 * npm run test:lts: the fast tests on the long-term Node.js that the bundle ships, whatever runs here. Its better-sqlite3 is
 * compiled apart (bundle/native.mjs) and loaded in the place of the installed one. Further words go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { betterSqlite } from './bundle/native.mjs';
import { longTermNode } from './bundle/runtime.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './stale.mjs';

ensureInstalled();
const runtime = longTermNode();
const hook = join(root, 'scripts', 'bundle', 'other-addon.cjs');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(runtime.node, [vitest, 'run', '--project', 'fast', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_OPTIONS: `--require=${hook}`,
    JIANNUO_OTHER_SQLITE: betterSqlite(runtime),
  },
});
process.exitCode = run.status ?? 1;
