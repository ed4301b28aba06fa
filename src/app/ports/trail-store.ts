import type { NewTrailEntry, TrailEntry } from '../../domain/trail.js';

/** The audit trail, append-only: there is no method that changes or removes an entry. */
export interface TrailStore {
  /** Links the entry to the last one of its office; many at once form one chain. Durable when it resolves. */
  append(entry: NewTrailEntry): Promise<TrailEntry>;
  /** In order, those after a number. */
  entries(tenant: string, page: { after: number; limit: number }): Promise<readonly TrailEntry[]>;
  /** The last first, those before a number. */
  newest(
    tenant: string,
    page: { before?: number | undefined; limit: number },
  ): Promise<readonly TrailEntry[]>;
  ping(): Promise<void>;
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}
