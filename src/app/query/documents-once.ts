import type { StoredDocument } from '../../domain/document.js';
import type { LedgerStore } from '../ports/ledger-store.js';

/** Reads what is asked for by an id once, however often it is asked for. */
export function onceEach<Found>(read: (id: string) => Promise<Found>): (id: string) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}

/** Documents that several rows name, each read once. */
export const documentsOnce = (
  store: Pick<LedgerStore, 'document'>,
  tenant: string,
): ((id: string) => Promise<StoredDocument | null>) => onceEach((id) => store.document(tenant, id));
