import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { SourceText } from '../../domain/source-text.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface WholeDocument {
  readonly document: StoredDocument;
  readonly source: SourceText;
  /** In the order of the text. */
  readonly rows: readonly LedgerRow[];
}

/** A document with its text and all of its rows. Fault: `not-found`, also until its text is there. */
export async function wholeDocument(
  store: Pick<LedgerStore, 'document' | 'text' | 'rows'>,
  tenant: string,
  id: string,
): Promise<WholeDocument> {
  const [document, source] = await Promise.all([store.document(tenant, id), store.text(tenant, id)]);
  if (!document || !source) throw new JiannuoError('not-found', { what: 'document', id });
  const rows: LedgerRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows(tenant, { documentId: id }, { sort: 'document', limit: 500, cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { document, source, rows };
}
