import type { LedgerStore } from '../ports/ledger-store.js';

/** The store once it has answered and is at the schema that the program needs: an empty answer must not mean "not migrated". */
export function readyStore(open: () => Promise<LedgerStore>): () => Promise<LedgerStore> {
  let checked = false;
  return async () => {
    const store = await open();
    if (!checked) await store.ping();
    checked = true;
    return store;
  };
}
