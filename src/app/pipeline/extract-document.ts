import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import type { DocumentJob } from '../jobs/document-read.job.js';
import type { Extractor } from '../ports/extractor.js';
import type { Extraction, LedgerStore } from '../ports/ledger-store.js';

export interface ExtractDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'text' | 'saveExtraction' | 'fail'>;
  readonly extractor: Pick<Extractor, 'engine' | 'extract'>;
}

/** Done by the engine that would do it now; its text is still the one it was done from, or it would not be `done`. */
async function isCurrent({ extractor }: ExtractDependencies, document: StoredDocument): Promise<boolean> {
  if (document.status !== 'done') return false;
  const { segmentation, rules } = await extractor.engine();
  return document.engine?.segmentation === segmentation && document.engine.rules === rules;
}

/**
 * SourceText to ledger rows, in one transaction. Doing it again gives the same rows with the same ids, and is left when
 * the engine is the same. A text that is over a limit is a finished job: the document is `failed` with the fault.
 */
export async function extractDocument(
  deps: ExtractDependencies,
  job: DocumentJob,
  signal?: AbortSignal,
): Promise<void> {
  const { tenant, documentId } = job;
  const { store, extractor } = deps;
  const document = await store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  if (await isCurrent(deps, document)) return;
  const source = await store.text(tenant, documentId);
  if (!source)
    throw new JiannuoError('internal', {
      reason: phrase(`文档 ${documentId} 没有已存的原文`, `no text of document ${documentId}`),
    });
  let extraction: Extraction;
  try {
    extraction = await extractor.extract({ name: document.name, sha256: document.sha256, source }, signal);
  } catch (thrown) {
    if (!(thrown instanceof JiannuoError) || thrown.retryable) throw thrown;
    await store.fail(tenant, documentId, thrown.toJSON());
    return;
  }
  await store.saveExtraction(tenant, documentId, extraction);
}
