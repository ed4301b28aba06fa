import { main } from '../../../src/cli/main.js';
import type { CliResult } from './cli.js';

/** Commands that ask or change the ledger: they read no files, wait for no signal, and are over when they have answered. */
const quick = new Set('list show documents decide jobs due history audit bin proposals trail'.split(' '));

export const mayRunHere = ([command = '']: readonly string[]): boolean => quick.has(command);

let last: Promise<unknown> = Promise.resolve();

/** Runs the command line's own entry with an environment of its own; one after the other, since a process has one of each. */
export function inThisProcess(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CliResult> {
  const result = last.then(() => run(args, environment));
  last = result.catch(() => {});
  return result;
}

function setEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

type Write = NodeJS.WriteStream['write'];

/** What is written to a stream till it is released. */
function captured(stream: NodeJS.WriteStream) {
  const { write } = stream;
  const listeners = stream.listeners('error');
  let text = '';
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }) as Write;
  return () => {
    stream.write = write;
    for (const listener of stream.listeners('error'))
      if (!listeners.includes(listener)) stream.off('error', listener as () => void);
    return text;
  };
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CliResult> {
  const before = { ...process.env };
  const { exitCode } = process;
  const [stdout, stderr] = [captured(process.stdout), captured(process.stderr)];
  process.exitCode = undefined;
  setEnvironment(environment);
  try {
    await main([process.execPath, 'jiannuo', ...args]);
    const code = Number(process.exitCode ?? 0);
    return { code, stdout: stdout(), stderr: stderr() };
  } finally {
    stdout();
    stderr();
    setEnvironment(before);
    process.exitCode = exitCode;
  }
}
