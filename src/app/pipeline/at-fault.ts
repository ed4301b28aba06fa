import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { SourceText } from '../../domain/source-text.js';
import type { LedgerStore } from '../ports/ledger-store.js';

/**
 * The result of a step; null where the document itself is at fault, which it then says: its job is finished, as trying
 * again would give the same. Other faults are thrown.
 * @param text what was read of it until then
 */
export async function unlessAtFault<T>(
  store: Pick<LedgerStore, 'fail' | 'saveText'>,
  { tenant, id }: Pick<StoredDocument, 'tenant' | 'id'>,
  step: () => Promise<T>,
  text?: SourceText,
): Promise<T | null> {
  try {
    return await step();
  } catch (thrown) {
    if (!(thrown instanceof JiannuoError) || thrown.retryable) throw thrown;
    if (text) await store.saveText(tenant, id, text);
    await store.fail(tenant, id, thrown.toJSON());
    return null;
  }
}
