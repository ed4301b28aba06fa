import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkout } from '../../cli/support/cli.js';

export interface Served {
  readonly url: string;
  readonly pid: number | undefined;
  /** Sends SIGTERM; gives the exit status. */
  stop(): Promise<number | null>;
}

/** `jiannuo serve` in a process of its own, on a free port or on the one given. */
export async function serve(environment: NodeJS.ProcessEnv, port = 0): Promise<Served> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(checkout, 'bin', 'jiannuo.js'), 'serve', '--port', String(port), '--lang', 'en'],
    {
      env: { ...process.env, JIANNUO_LOG_LEVEL: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes('/openapi.json')) break;
  }
  const url = /listens on (http:\S+)\//.exec(printed)?.[1];
  if (!url) throw new Error(`serve did not start: ${printed}`);
  const ended = once(child, 'exit');
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** Uploads texts as a browser would. */
export async function send(
  url: string,
  texts: readonly string[],
): Promise<{ status: number; files: { documentId: string; jobId: string | null }[] }> {
  const form = new FormData();
  for (const [n, text] of texts.entries()) form.append('files', new Blob([text]), `答复${n}.txt`);
  const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form });
  const { files } = (await response.json()) as { files: { documentId: string; jobId: string | null }[] };
  return { status: response.status, files };
}
