#!/usr/bin/env node
/**
 * npm run test:schemathesis: thousands of requests made up from the OpenAPI document against a running server of each profile
 * (`--profile embedded|cluster` for one, `--examples N` a route): no answer 5xx, none that the document does not describe.
 * Schemathesis comes from PyPI into .cache/schemathesis; needs python3 with venv. `--record` writes bench/results.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { record } from '../bench/record.mjs';
import { startCluster } from './cluster.mjs';
import { freePort } from './servers/index.mjs';
import { startProcess, untilReady } from './servers/spawn.mjs';
import { root } from './stale.mjs';

const version = '4.32.5';
const folder = join(root, '.cache', 'schemathesis');
const venv = join(folder, 'venv');
const bin = join(root, 'bin', 'jiannuo.js');
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

function run(command, args, options = {}) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}

function schemathesis() {
  const program = join(venv, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  run('python3', ['-m', 'venv', venv]);
  run(join(venv, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
  return program;
}

/** A server with the samples in it, and a token that may do everything. */
async function start(profile, dir) {
  const environment = {
    JIANNUO_RECOGNIZER: 'off',
    JIANNUO_DATA: join(dir, 'data'),
  };
  const cluster =
    profile === 'cluster' ? await startCluster({ workers: 1, apis: 1, dir, environment }) : null;
  const env = { ...environment, JIANNUO_PROFILE: profile, ...cluster?.env };
  const token = spawnSync(
    process.execPath,
    [bin, 'token', 'add', '--role', 'administrator', '--name', 'schemathesis'],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  const secret = /jn_[\w-]+/.exec(token.stdout)?.[0];
  if (!secret) throw new Error(`no token: ${token.stderr || token.stdout}`);
  if (cluster) return { url: cluster.apis[0].url, log: cluster.apis[0].log, secret, stop: cluster.stop };
  const [port, log] = [await freePort(), join(dir, 'serve.log')];
  const args = [bin, 'serve', '--port', String(port)];
  const server = startProcess({
    command: process.execPath,
    args,
    log,
    cache: folder,
    env: { ...process.env, ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady('serve', server, async () => (await fetch(`${url}/readyz`)).ok);
  return { url, log, secret, stop: server.stop };
}

async function fill({ url, secret }) {
  const headers = { authorization: `Bearer ${secret}` };
  const ask = async (path, method = 'GET') =>
    (await fetch(`${url}/api/v1${path}`, { method, headers })).json();
  await ask('/samples', 'POST');
  for (let waited = 0; waited < 600; waited += 1) {
    const { documents } = await ask('/documents?limit=100');
    if (documents.length > 0 && documents.every(({ status }) => status === 'done' || status === 'failed'))
      return;
    await pause(500);
  }
  throw new Error('the samples were not read');
}

async function drill(profile, examples) {
  const dir = mkdtempSync(join(tmpdir(), 'jiannuo-schemathesis-'));
  const server = await start(profile, dir);
  try {
    await fill(server);
    const report = join(dir, 'report.ndjson');
    const args = [
      ...['run', `${server.url}/api/v1/openapi.json`, '--url', server.url],
      // Events never end.
      ...['--exclude-path', '/api/v1/events', '--phases', 'examples,coverage,fuzzing'],
      ...['--checks', checks.join(','), '--max-examples', String(examples), '--rate-limit', '5500/m'],
      ...['-H', `Authorization: Bearer ${server.secret}`, '--request-timeout', '30', '--continue-on-failure'],
      ...['--suppress-health-check', 'all', '--warnings', 'off', '--no-color', '--report', 'ndjson'],
      ...['--report-ndjson-path', report],
    ];
    // Not in step with it: connections that are kept would be closed by the server meanwhile, unseen.
    const child = spawn(schemathesis(), args, {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, HYPOTHESIS_STORAGE_DIRECTORY: join(folder, 'hypothesis') },
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    const [status] = await once(child, 'close');
    const alive = (await fetch(`${server.url}/readyz`)).ok;
    return { profile, passed: status === 0 && alive, output, figures: figuresOf(report) };
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Requests by the status that answered them. */
function figuresOf(report) {
  const statuses = {};
  for (const line of existsSync(report) ? readFileSync(report, 'utf8').split('\n') : []) {
    const { recorder } = line === '' ? {} : (JSON.parse(line).ScenarioFinished ?? {});
    for (const { response } of Object.values(recorder?.interactions ?? {})) {
      const status = response?.status_code ?? 'none';
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }
  return { requests: Object.values(statuses).reduce((sum, n) => sum + n, 0), statuses };
}

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    examples: { type: 'string', default: '40' },
    record: { type: 'boolean', default: false },
  },
});
const drilled = {};
for (const profile of values.profile ? [values.profile] : ['embedded', 'cluster']) {
  const { passed, output, figures } = await drill(profile, Number(values.examples));
  drilled[profile] = { passed, ...figures };
  console.log(profile, JSON.stringify(drilled[profile]));
  if (passed) continue;
  console.log(output);
  process.exitCode = 1;
}
if (values.record)
  record('schemathesis', 'npm run test:schemathesis -- --record', { version, checks, drilled });
