import type { RowBounds } from '../../domain/people.js';
import type { Standing, State } from '../../domain/standing.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { onceEach } from './once-each.js';
import { mayRead } from './query.js';

/** Stands for an id that whoever asks may not know. */
const hidden = 'hidden';

/**
 * The store as somebody bound to some rows reads it: which row a promise says the same as is told only where they may see
 * that row. What is asked for within the bounds is the caller's to say, as always.
 */
export function boundStore(store: LedgerStore, tenant: string, within: RowBounds): LedgerStore {
  const maySee = onceEach(async (id) => {
    const row = await store.row(tenant, id);
    return row !== null && mayRead(store, tenant, row, within);
  });
  const stateFor = async (state: State): Promise<State> =>
    state.doubleOf === null || (await maySee(state.doubleOf)) ? state : { ...state, doubleOf: hidden };
  const rowFor = async <Row extends { readonly state: State | null }>(row: Row): Promise<Row> =>
    row.state === null ? row : { ...row, state: await stateFor(row.state) };
  const standingFor = async (standing: Standing): Promise<Standing> => {
    const decisions = standing.decisions.map(async (decision) => {
      const { body } = decision;
      if (body.kind !== 'merge' || (await maySee(body.into.itemId))) return decision;
      const into = { ...body.into, documentId: hidden, itemId: hidden, quote: '', valueText: null };
      return { ...decision, body: { ...body, into } };
    });
    const state = await stateFor(standing.state);
    return { ...standing, state, decisions: await Promise.all(decisions) };
  };
  return {
    ...store,
    async rows(of, filter, page) {
      const { rows, nextCursor } = await store.rows(of, filter, page);
      return { rows: await Promise.all(rows.map(rowFor)), nextCursor };
    },
    async row(of, id) {
      const row = await store.row(of, id);
      return row && rowFor(row);
    },
    async standing(of, id) {
      const standing = await store.standing(of, id);
      return standing && standingFor(standing);
    },
    claim: async (of, claim) => standingFor(await store.claim(of, claim)),
    decide: async (of, decision, version) => standingFor(await store.decide(of, decision, version)),
  };
}
