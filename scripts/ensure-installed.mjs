#!/usr/bin/env node
/**
 * Installs what package-lock.json says where node_modules is missing or older: all of it the first time, later what has
 * changed. Imports nothing that is not part of Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = [20, 19];

/** npm writes this file at the end of every install. */
const stamp = join(root, 'node_modules', '.package-lock.json');

function current() {
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(`Node.js ${process.versions.node} 太旧，请安装 ${oldestNode.join('.')} 或更新版本。`);
  console.error(`Node.js ${process.versions.node} is too old; install ${oldestNode.join('.')} or newer.`);
  process.exit(1);
}

/** Gives the seconds that the installation took, 0 where nothing was to do. */
export function ensureInstalled() {
  assertNode();
  if (current()) return 0;
  const isFirst = !existsSync(stamp);
  const command = isFirst ? ['ci'] : ['install', '--no-save'];
  if (isFirst) {
    console.log('安装依赖：npm ci，首次约需两分钟，多数时间用来编译 better-sqlite3 和 nodejieba。');
    console.log(
      'Installing: npm ci takes about two minutes, mostly to compile better-sqlite3 and nodejieba.',
    );
  } else {
    console.log('更新依赖：npm install / updating what is installed: npm install');
  }
  // An update that breaks off leaves no stamp: the next one then begins anew.
  rmSync(stamp, { force: true });
  const since = performance.now();
  const npm = spawnSync('npm', [...command, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    if (npm.error) console.error(npm.error.message);
    console.error(`npm ${command[0]} 没有成功，原因见上。`);
    console.error(`npm ${command[0]} failed, for the reason above.`);
    process.exit(npm.status ?? 1);
  }
  const seconds = (performance.now() - since) / 1000;
  console.log(`依赖已装好，用时 ${seconds.toFixed(1)} 秒 / installed in ${seconds.toFixed(1)} s`);
  return seconds;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstalled();
