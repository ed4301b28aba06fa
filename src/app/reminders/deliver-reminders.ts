import { JiannuoError } from '../../domain/errors.js';
import type { ReminderSettings } from '../../domain/reminder.js';
import type { ReminderJob } from '../jobs/reminder-deliver.job.js';
import type { ReminderSender } from '../ports/reminder-sender.js';
import type { ReminderStore } from '../ports/reminder-store.js';

export interface DeliverDependencies {
  readonly reminders: () => Promise<ReminderStore>;
  readonly sender: ReminderSender;
  /** As they are now: an address that was corrected counts for what waits too. */
  readonly settings: () => ReminderSettings;
}

/**
 * Hands a delivery over, and notes that it was. Killed in between it is handed over once more, under the same id, by which
 * the receiver tells the two apart. Faults: those of the sender; `reminder-refused` where the target is gone.
 */
export async function deliverReminders(
  { reminders, sender, settings }: DeliverDependencies,
  { tenant, deliveryId }: ReminderJob,
  signal: AbortSignal,
): Promise<void> {
  const store = await reminders();
  const delivery = await store.delivery(tenant, deliveryId);
  if (!delivery) throw new JiannuoError('not-found', { what: 'delivery', id: deliveryId });
  if (delivery.sentAt !== null) return;
  await sender.send(settings(), delivery, signal, (receivers) =>
    store.noteTaken(tenant, deliveryId, receivers),
  );
  await store.markSent(tenant, deliveryId, new Date().toISOString());
}
