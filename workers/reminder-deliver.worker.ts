import { type ReminderJob, reminderDeliverJob } from '../src/app/jobs/reminder-deliver.job.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';
import { type DeliverDependencies, deliverReminders } from '../src/app/reminders/deliver-reminders.js';

/** Hands a day's reminders for one target over. */
export function reminderDeliverWorker(deps: DeliverDependencies): JobHandler<ReminderJob> {
  return { definition: reminderDeliverJob, run: (job, { signal }) => deliverReminders(deps, job, signal) };
}
