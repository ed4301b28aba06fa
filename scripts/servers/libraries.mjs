/** Shared objects that a fetched server needs and a bare machine lacks, unpacked beside it without root. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian and Ubuntu packages by shared object; what they need themselves, apt finds. */
const packages = { 'libcurl.so.4': ['libcurl4'], 'libcrypto.so.3': ['libssl3'], 'libssl.so.3': ['libssl3'] };

const unpacked = (cache) => join(cache, 'libraries');

/** The environment under which servers of this cache find their shared objects. */
export function libraryEnvironment(cache) {
  const root = unpacked(cache);
  if (!existsSync(root)) return process.env;
  const folders = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].map((folder) => join(root, folder));
  return {
    ...process.env,
    LD_LIBRARY_PATH: [...folders, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
}

const missing = (file, cache) => {
  const run = spawnSync('ldd', [file], { encoding: 'utf8', env: libraryEnvironment(cache) });
  if (run.error) return [];
  return [...run.stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
};

/** Fetches what `ldd` misses with apt-get (download only) and unpacks it with dpkg-deb; throws naming what is missing. */
export function mendLibraries(file, cache) {
  const before = missing(file, cache);
  if (before.length === 0) return;
  console.error(`servers: ${before.join(', ')} missing, fetching …`);
  const archives = join(cache, 'archives');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const wanted = [...new Set(before.flatMap((name) => packages[name] ?? []))];
  const options = ['-o', 'Debug::NoLocking=1', '-o', `Dir::Cache::archives=${archives}`];
  const apt = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', '--download-only', ...options, ...wanted],
    { encoding: 'utf8' },
  );
  for (const name of readdirSync(archives).filter((entry) => entry.endsWith('.deb')))
    spawnSync('dpkg-deb', ['-x', join(archives, name), unpacked(cache)]);
  const after = missing(file, cache);
  if (after.length > 0)
    throw new Error(
      `${file} needs ${after.join(', ')}: install ${wanted.join(' ') || 'them'} (apt-get said: ${
        apt.error?.message ?? apt.stderr.trim()
      })`,
    );
}
