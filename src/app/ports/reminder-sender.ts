import type { ReminderDelivery, ReminderSettings } from '../../domain/reminder.js';

/** Keeps who has a delivery that others do not have yet: they are not sent it again. */
export type NoteTaken = (receivers: readonly string[]) => Promise<void>;

/** Hands a delivery over, to those who do not have it. Faults: `reminder-unsent`, tried again; `reminder-refused`, not. */
export interface ReminderSender {
  send(
    settings: ReminderSettings,
    delivery: ReminderDelivery,
    signal: AbortSignal,
    noteTaken: NoteTaken,
  ): Promise<void>;
}
