import { JiannuoError } from '../../domain/errors.js';
import { extract } from '../../extract/extractor.js';
import type { Segmenter } from '../../text/segment/segmenter.js';
import type { DocumentJob } from '../jobs/document-read.job.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface ExtractDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'text' | 'saveExtraction'>;
  /** Called at the first extraction: the dictionary takes a second and hundreds of MiB. */
  readonly segmenter: () => Segmenter;
}

/** SourceText to ledger rows, in one transaction. Doing it again gives the same rows with the same ids. */
export async function extractDocument(deps: ExtractDependencies, job: DocumentJob): Promise<void> {
  const { tenant, documentId } = job;
  const document = await deps.store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  const source = await deps.store.text(tenant, documentId);
  if (!source) throw new JiannuoError('internal', { reason: `no text of document ${documentId}` });
  const result = extract(source, document.sha256, deps.segmenter());
  await deps.store.saveExtraction(tenant, documentId, result);
}
