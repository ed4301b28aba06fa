import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import { awaitTracked } from '../../src/app/ingest/await-tracked.js';
import { documentTrackJob, queueTracking } from '../../src/app/jobs/document-track.job.js';
import type { JobQueue } from '../../src/app/ports/job-queue.js';
import type { StoredDocument } from '../../src/domain/document.js';

const engine = { reader: 'r', segmentation: 's', rules: 'x' };
const store = { document: async () => ({ engine }) as StoredDocument };

describe('waiting until documents are held against the others', () => {
  let folder: string;
  let queue: JobQueue;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-await-'));
    queue = openEmbeddedQueue({ file: join(folder, 'queue.db') });
    for (const id of ['a', 'b']) await queueTracking(queue, 't', id, engine);
  });
  afterEach(async () => {
    await queue.close();
    await rm(folder, { recursive: true, force: true });
  });
  const handler = (run: () => Promise<void>) => ({ definition: documentTrackJob, run });

  it('ends, and says how many are left, where nobody takes the jobs', async () => {
    expect(await awaitTracked({ store, queue }, 't', ['a', 'b'], 100)).toBe(2);
  });

  it('goes on waiting for one that is under way, however long', async () => {
    const slow = handler(() => new Promise((resume) => setTimeout(resume, 600)));
    await queue.work([slow], { concurrency: 1 });
    expect(await awaitTracked({ store, queue }, 't', ['a', 'b'], 100)).toBe(0);
  });
});
