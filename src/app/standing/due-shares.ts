import type { LedgerStore } from '../ports/ledger-store.js';
import { type DueAsked, type DueRow, duePages, mostUrgentFirst, openFilter } from './due.js';

/** Rows that are left out are counted up to here. */
const countCap = 10_000;

/** Of one schedule: rows that were left out, met ones aside; doubles may be among them. */
export interface LeftOut {
  readonly count: number;
  /** There are as many or more. */
  readonly capped: boolean;
}

export interface DueShares {
  /** Most urgent first. */
  readonly rows: readonly DueRow[];
  /** Longer overdue, and later ahead, than any of the rows. */
  readonly leftOut: { readonly overdue: LeftOut; readonly ahead: LeftOut };
}

interface Shares {
  readonly overdue: number;
  readonly ahead: number;
}

async function shareOf(
  store: Pick<LedgerStore, 'rows' | 'count'>,
  tenant: string,
  schedule: 'overdue' | 'due_soon',
  most: number,
  asked: DueAsked,
): Promise<{ rows: DueRow[]; leftOut: LeftOut }> {
  const filter = openFilter(schedule, asked);
  const rows: DueRow[] = [];
  let looked = 0;
  const sort = schedule === 'overdue' ? '-deadline' : 'deadline';
  for await (const page of duePages(store, tenant, filter, sort, asked.today))
    for (const due of page) {
      if (rows.length === most) {
        const count = (await store.count(tenant, filter, looked + countCap)) - looked;
        return { rows, leftOut: { count, capped: count >= countCap } };
      }
      looked += 1;
      if (due) rows.push(due);
    }
  return { rows, leftOut: { count: 0, capped: false } };
}

/**
 * What falls due, with a share for each schedule, so that neither takes the other's place: of what is overdue the newest,
 * of what is ahead the next.
 */
export async function dueShares(
  store: Pick<LedgerStore, 'rows' | 'count'>,
  tenant: string,
  asked: Omit<DueAsked, 'limit'>,
  { overdue, ahead }: Shares = { overdue: 500, ahead: 1_500 },
): Promise<DueShares> {
  const past = await shareOf(store, tenant, 'overdue', overdue, asked);
  const next = await shareOf(store, tenant, 'due_soon', ahead, asked);
  const rows = [...past.rows, ...next.rows].sort(mostUrgentFirst);
  return { rows, leftOut: { overdue: past.leftOut, ahead: next.leftOut } };
}
