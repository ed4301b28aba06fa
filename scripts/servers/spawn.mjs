/** Starts a server process that ends with its parent, however that ends. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { libraryEnvironment } from './libraries.mjs';

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {{ command: string, args: string[], log: string, cache: string, env?: Record<string, string>, signal?: NodeJS.Signals }} options
 *   `signal` is what asks the server to stop.
 */
export function startProcess({ command, args, log, cache, env = {}, signal = 'SIGTERM' }) {
  const output = openSync(log, 'a');
  const environment = { ...libraryEnvironment(cache), ...env };
  const child = spawn(command, args, { stdio: ['ignore', output, output], env: environment });
  closeSync(output);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const guard = guardOf(child.pid);
  ended.then(() => guard?.kill('SIGKILL'));
  child.unref();
  const end = async (how) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(how);
    child.ref();
    await ended;
  };
  return {
    pid: child.pid,
    alive: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    lastWords: () => readFileSync(log, 'utf8').split('\n').slice(-8).join('\n'),
    /** Asks it to end and waits. */
    stop: () => end(signal),
    /** SIGKILL: as if the power had gone. */
    kill: () => end('SIGKILL'),
  };
}

// The pipe to its stdin closes when this process is gone, even by SIGKILL: then it ends the server.
function guardOf(pid) {
  if (pid === undefined) return undefined;
  const guard = spawn('/bin/sh', ['-c', `read -r line; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  guard.stdin.unref();
  guard.stdin.on('error', () => {});
  return guard;
}

/** Calls `ask` until it gives something truthy; throws the server's last words when it has ended or time is up. */
export async function untilReady(name, process, ask, timeoutMs = 30_000) {
  const until = Date.now() + timeoutMs;
  let reason = 'no answer';
  while (process.alive() && Date.now() < until) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      reason = error.message;
    }
    await pause(50);
  }
  const words = process.lastWords();
  await process.kill();
  throw new Error(`${name} did not start (${reason}):\n${words}`);
}
