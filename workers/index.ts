import { pathToFileURL } from 'node:url';
import { loadReminderSettings } from '../src/adapters/reminders/load-reminder-settings.js';
import { loadWorkCalendar } from '../src/adapters/work-calendar/load-work-calendar.js';
import { compose } from '../src/compose.js';
import { type Config, readConfig } from '../src/config.js';
import { asJiannuoError } from '../src/domain/errors.js';
import { refuseUnknownKinds } from './handlers.js';
import { workerLog } from './log.js';
import { patiently } from './patiently.js';
import { startWorker } from './start-worker.js';

export { refuseUnknownKinds } from './handlers.js';
export { workerLog } from './log.js';
export { startWorker } from './start-worker.js';

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
function untilToldToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const told = (signal: NodeJS.Signals) => {
      resolve(signal);
      for (const name of ['SIGTERM', 'SIGINT'] as const) {
        process.off(name, told);
        process.once(name, () => process.exit(1));
      }
    };
    process.on('SIGTERM', told);
    process.on('SIGINT', told);
  });
}

/**
 * A worker process: works until it is told to end, finishes what it has begun, closes. Throws where it cannot start; a
 * server that is away is waited for a little, since all of them may be starting at once.
 */
export async function runWorker(config: Config): Promise<void> {
  refuseUnknownKinds(config.jobKinds);
  // One environment for all processes: what `serve` would refuse is told by each.
  loadWorkCalendar(config.holidays);
  loadReminderSettings(config.reminders);
  const log = workerLog(config.logLevel);
  const composition = compose(config);
  try {
    const end = untilToldToEnd();
    const worker = await patiently(() => startWorker(composition, log), log, end);
    const signal = await end;
    log.info({ signal }, 'worker draining');
    await worker?.drain();
  } finally {
    await composition.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await runWorker(readConfig());
    process.exit(0);
  } catch (thrown) {
    process.stderr.write(`${asJiannuoError(thrown).message}\n`);
    process.exit(1);
  }
}
