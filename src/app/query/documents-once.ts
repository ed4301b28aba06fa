import type { StoredDocument } from '../../domain/document.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { onceEach } from './once-each.js';

type Store = Pick<LedgerStore, 'document'>;

/** Documents that several rows name, each read once. */
export const documentsOnce = (
  store: Store,
  tenant: string,
): ((id: string) => Promise<StoredDocument | null>) => onceEach((id) => store.document(tenant, id));

/** Their titles as they count, corrections considered; null where none was found. */
export function titlesOnce(store: Store, tenant: string): (id: string) => Promise<string | null> {
  const document = documentsOnce(store, tenant);
  return async (id) => (await document(id))?.meta?.title ?? null;
}
