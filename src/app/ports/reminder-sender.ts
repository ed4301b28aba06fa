import type { ReminderDelivery, ReminderSettings } from '../../domain/reminder.js';

/** Hands a delivery over. Faults: `reminder-unsent`, tried again; `reminder-refused`, not. */
export interface ReminderSender {
  send(settings: ReminderSettings, delivery: ReminderDelivery, signal: AbortSignal): Promise<void>;
}
