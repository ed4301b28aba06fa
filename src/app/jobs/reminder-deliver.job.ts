import { z } from 'zod';
import type { JobDefinition } from '../ports/job-queue.js';

const schema = z.object({ tenant: z.string().min(1), deliveryId: z.string().min(1) });
export type ReminderJob = z.infer<typeof schema>;

/** Hands a day's reminders for one target over; tried for about an hour, then set aside among the dead jobs. */
export const reminderDeliverJob: JobDefinition<ReminderJob> = {
  kind: 'reminder.deliver',
  version: 1,
  schema,
  key: ({ tenant, deliveryId }) => `${tenant}/${deliveryId}`,
  attempts: 8,
  backoffMs: 30_000,
  timeoutMs: 60_000,
  priority: 1_000_000,
};
