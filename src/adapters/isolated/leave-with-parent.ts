import { Worker } from 'node:worker_threads';

// A thread, because the main one may be caught in an endless loop when the parent dies: it then hears no 'disconnect'.
const watch = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  try { process.kill(workerData, 0); } catch (gone) { if (gone.code === 'ESRCH') process.kill(process.pid, 'SIGKILL'); }
}, 1000);
`;

/** Ends this process when its parent is gone, even in the middle of a file. */
export function leaveWithParent(): void {
  process.on('disconnect', () => process.exit(0));
  const watcher = new Worker(watch, {
    eval: true,
    workerData: process.ppid,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  watcher.unref();
}
