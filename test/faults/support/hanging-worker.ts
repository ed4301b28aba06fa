import { openBullmqQueue } from '../../../src/adapters/queue/bullmq/bullmq.queue.js';
import { openEmbeddedQueue } from '../../../src/adapters/queue/embedded/embedded.queue.js';
import type { AnyJobHandler } from '../../../src/app/ports/job-queue.js';
import { hang } from './hang.job.js';

/** A worker that takes a job and never ends it, until it is killed. `argv`: bullmq URL PREFIX, or embedded FILE. */
const [kind, place = '', prefix = ''] = process.argv.slice(2);
const queue =
  kind === 'bullmq' ? openBullmqQueue({ url: place, prefix }) : openEmbeddedQueue({ file: place });
const handler: AnyJobHandler = { definition: hang, run: () => new Promise(() => {}) };
await queue.work([handler], { concurrency: 2 });
