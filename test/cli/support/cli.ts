import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inThisProcess, mayRunHere } from './in-this-process.js';

export const checkout = join(import.meta.dirname, '..', '..', '..');
export const badFolder = join(checkout, 'fixtures', 'bad');
export const textSources = join(checkout, 'fixtures', 'documents', 'text', 'sources');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line as a user would; the language is Chinese unless the environment says otherwise. What only asks the
 * ledger runs in this process, all else in one of its own.
 */
export function jiannuo(args: readonly string[], given: NodeJS.ProcessEnv = {}): Promise<CliResult> {
  const environment = {
    ...process.env,
    // Seconds a page; test/adapters/readers/scans.test.ts reads them.
    JIANNUO_RECOGNIZER: 'off',
    ...{ LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
    ...given,
  };
  return mayRunHere(args) ? inThisProcess(args, environment) : apart(args, environment);
}

function apart(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(checkout, 'bin', 'jiannuo.js'), ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'jiannuo-cli-'));

/** The objects of JSON Lines. */
export const jsonLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
