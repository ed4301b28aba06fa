import { type Compared, compareOffices, type Office } from '../../app/move/compare-offices.js';
import type { JobQueue } from '../../app/ports/job-queue.js';
import { JiannuoError } from '../../domain/errors.js';
import { movedCollections } from './collections.js';
import { assertUnused, holdFile } from './held-file.js';
import { openMoveTarget } from './mongo-target.js';
import { moveJobs } from './move-jobs.js';
import { moveOriginals } from './move-originals.js';

interface MovingOffice extends Office {
  readonly queue: JobQueue;
}

export interface MoveOptions {
  /** The data file and the folder of the originals. */
  readonly file: string;
  readonly originals: string;
  readonly mongodbUrl: string;
  /** Opens the ports of either side; called when it is known that nobody else uses the file. */
  readonly from: () => Promise<MovingOffice>;
  readonly to: () => Promise<MovingOffice>;
  readonly tell?: (step: MoveStep) => Promise<void>;
}

export type MoveStep =
  | { readonly kind: 'resumed' }
  | { readonly kind: 'originals' | 'records' | 'jobs'; readonly count: number }
  | { readonly kind: 'compared'; readonly compared: Compared };

async function migrate({ store, people, trail }: Office): Promise<void> {
  for (const component of [store, people, trail]) await component.migrate();
}

/**
 * Moves all that a data folder keeps, of every office, into an empty MongoDB database and an empty queue, and holds the two
 * against each other, answer by answer. The folder is only read, and nobody else can write to it meanwhile. Until all is
 * equal the database carries a mark, by which the service refuses it and another run goes on: originals that are there stay,
 * the rest is written anew.
 * Faults: `file-not-found`, `data-locked`, `move-not-empty`, `move-damaged`, `move-differs`, those of the servers.
 */
export async function moveOffice(options: MoveOptions): Promise<Compared> {
  const tell = options.tell ?? (async () => {});
  assertUnused(options.file);
  const from = await options.from();
  const held = holdFile(options.file);
  try {
    const to = await options.to();
    await to.queue.ping();
    const target = await openMoveTarget(options.mongodbUrl, options.originals);
    try {
      const { resumed } = await target.claim();
      if (resumed) await tell({ kind: 'resumed' });
      else await assertNoJobs(to.queue);
      await migrate(to);
      await tell({ kind: 'originals', count: await moveOriginals(options.originals, to.blobs) });
      let records = 0;
      for (const { name, records: made, atOnce } of movedCollections) {
        const written = await target.fill(name, made(held.database), atOnce);
        if ((await target.count(name)) !== written) throw new JiannuoError('move-differs', { what: name });
        records += written;
      }
      await tell({ kind: 'records', count: records });
      const compared = await compareOffices([from, to], held.offices);
      await tell({ kind: 'compared', compared });
      await tell({ kind: 'jobs', count: await moveJobs(held.database, to.queue) });
      await target.release();
      return compared;
    } finally {
      await target.close();
    }
  } finally {
    held.close();
  }
}

async function assertNoJobs(queue: JobQueue): Promise<void> {
  const { done: _, ...open } = await queue.counts();
  if (Object.values(open).some((jobs) => jobs > 0))
    throw new JiannuoError('move-not-empty', { where: 'Redis' });
}
