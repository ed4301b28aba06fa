import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerProcess } from '../faults/support/worker-process.js';

describe('a worker process', () => {
  let folder: string;
  let worker: WorkerProcess;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-worker-'));
  });
  afterEach(async () => {
    await worker.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const start = (environment: Record<string, string>) => {
    worker = new WorkerProcess({ JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: folder, ...environment });
  };
  const says = (expected: object) =>
    vi.waitFor(() => expect(worker.lines).toContainEqual(expect.objectContaining(expected)), {
      timeout: 20_000,
    });

  it.each(['SIGTERM', 'SIGINT'] as const)('drains and ends with 0 on %s', async (signal) => {
    start({ JIANNUO_JOB_KINDS: 'document.extract' });
    await says({ msg: 'worker started', kinds: ['document.extract'] });
    expect(await worker.end(signal)).toBe(0);
    await says({ msg: 'worker drained' });
  });

  it('refuses a kind that it does not know', async () => {
    start({ JIANNUO_JOB_KINDS: 'document.red' });
    await vi.waitFor(() => expect(worker.child.exitCode).toBe(1), { timeout: 20_000 });
    expect(worker.lines.map(({ msg }) => msg).join()).toContain('document.red');
  });

  it('says which server is away, where it looked and what to do, and ends when told to', async () => {
    start({ JIANNUO_PROFILE: 'cluster', JIANNUO_MONGODB_URL: 'mongodb://127.0.0.1:9/none?replicaSet=rs0' });
    await says({ msg: 'waiting for a server', code: 'store-unavailable' });
    const said = JSON.stringify(worker.lines);
    expect(said).toContain('127.0.0.1:9');
    expect(said).toContain('JIANNUO_MONGODB_URL');
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});
