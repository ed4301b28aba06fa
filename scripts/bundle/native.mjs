/**
 * better-sqlite3 compiled for the bundled Node.js. Built by Zig (from PyPI) against the C library of older long-term
 * systems (Kylin V10, UOS 20: glibc 2.28), with the C++ library inside; by the compiler that is here where Zig cannot be had,
 * and then only as old systems as this one can run it. What a binary needs is read off it either way.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../stale.mjs';
import { cache, nodeVersion } from './runtime.mjs';

const oldest = '2.28';
const zigVersion = '0.17.1';

/** The newest `GLIBC_x.y` and `GLIBCXX_x.y.z` that a binary asks for, null where none. */
export function needs(binary) {
  const text = readFileSync(binary).toString('latin1');
  const newest = (prefix) =>
    [...text.matchAll(new RegExp(`${prefix}_(\\d+(?:\\.\\d+)+)`, 'g'))]
      .map(([, version]) => version)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1) ?? null;
  return { glibc: newest('GLIBC'), glibcxx: newest('GLIBCXX') };
}

/** Compilers as scripts, since node-gyp wants one word each; Zig's linker has no `--exclude-libs`. */
function zigCompilers() {
  const folder = join(cache, `zig-${zigVersion}`);
  const module = join(folder, 'ziglang');
  if (!existsSync(module)) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--target', folder, `ziglang==${zigVersion}`];
    if (spawnSync('python3', pip, { stdio: 'inherit' }).status !== 0) return null;
  }
  const compilers = ['cc', 'c++'].map((kind) => {
    const file = join(folder, `zig-${kind.replaceAll('+', 'p')}`);
    writeFileSync(
      file,
      [
        '#!/bin/bash',
        'kept=()',
        'for word in "$@"; do [ "$word" = -Wl,--exclude-libs,ALL ] || kept+=("$word"); done',
        `exec ${JSON.stringify(join(module, 'zig'))} ${kind} -target x86_64-linux-gnu.${oldest} "\${kept[@]}"`,
        '',
      ].join('\n'),
    );
    chmodSync(file, 0o755);
    return file;
  });
  return { CC: compilers[0], CXX: compilers[1] };
}

/**
 * From 24.19 on the header that every addon inlines takes a hook off in the destructor, where the garbage collector may have
 * no environment: `Assertion failed: (env) != nullptr` ends the process in the middle of its work. better-sqlite3 has a
 * hook of its own that closes what is open at the end; the header's are left out, as they were before.
 */
function withoutHooks(headers) {
  const header = join(headers, 'include', 'node', 'node_object_wrap.h');
  const text = readFileSync(header, 'utf8');
  const mended = text.replace(/(void (?:Add|Remove)CleanupHook\(\) \{)[^}]*\}/g, '$1}');
  if (mended !== text) writeFileSync(header, mended);
}

/** node-gyp as npm brings it. */
function nodeGyp() {
  const npm = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim();
  return join(npm, 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
}

/** The compiled module, built once for each version of it and of Node.js. */
export function betterSqlite({ folder: headers, node }) {
  const source = join(root, 'node_modules', 'better-sqlite3');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const kept = join(cache, `better-sqlite3-${version}-node-${nodeVersion}-no-hooks`, 'better_sqlite3.node');
  if (existsSync(kept)) return kept;
  const aside = join(cache, `better-sqlite3-${process.pid}`);
  cpSync(source, aside, { recursive: true, filter: (path) => !path.endsWith(`${source}/build`) });
  withoutHooks(headers);
  const compilers = zigCompilers();
  if (!compilers) console.warn('without Zig: the bundle will need the C library of this system or newer');
  execFileSync(node, [nodeGyp(), 'rebuild', '--release', `--nodedir=${headers}`], {
    cwd: aside,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...compilers },
  });
  mkdirSync(dirname(kept), { recursive: true });
  copyFileSync(join(aside, 'build', 'Release', 'better_sqlite3.node'), kept);
  rmSync(aside, { recursive: true });
  return kept;
}
