import type { ReminderDelivery } from '../../domain/reminder.js';

/**
 * What was reminded of, so that nobody is reminded of one thing twice, however many processes reckon it.
 * Faults: those of the ledger's store.
 */
export interface ReminderStore {
  /** Those of the keys that the target has not been reminded of. */
  fresh(tenant: string, target: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Keeps a delivery and takes its keys, together. false, and nothing kept, where the delivery or one of its keys is there already. */
  note(delivery: ReminderDelivery): Promise<boolean>;
  delivery(tenant: string, id: string): Promise<ReminderDelivery | null>;
  /** Ids of deliveries that have not been handed over, oldest first. */
  unsent(tenant: string, limit: number): Promise<readonly string[]>;
  /** Adds receivers who have the delivery, as its `taken`. */
  noteTaken(tenant: string, id: string, receivers: readonly string[]): Promise<void>;
  /** @param at ISO instant */
  markSent(tenant: string, id: string, at: string): Promise<void>;
  ping(): Promise<void>;
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}
