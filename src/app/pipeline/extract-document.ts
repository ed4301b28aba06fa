import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { isLedgerCurrent, isLedgerRules, ledgerSheet } from '../import/ledger-sheet.js';
import type { DocumentJob } from '../jobs/document-read.job.js';
import { queueTracking } from '../jobs/document-track.job.js';
import type { Extractor } from '../ports/extractor.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { type MeetingStore, meetRegistered } from '../proposal/meet-registered.js';
import { unlessAtFault } from './at-fault.js';

export interface ExtractDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'text' | 'saveText' | 'saveExtraction' | 'fail'> &
    MeetingStore;
  readonly extractor: Pick<Extractor, 'engine' | 'extract'>;
  readonly queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>;
}

/** Done by the engine that would do it now; its text is still the one it was done from, or it would not be `done`. */
async function isCurrent({ extractor }: ExtractDependencies, document: StoredDocument): Promise<boolean> {
  if (document.status !== 'done') return false;
  if (isLedgerRules(document.engine?.rules)) return isLedgerCurrent(document.engine?.rules);
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
  const { store, extractor, queue } = deps;
  const document = await store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  // Asked for again: a worker may have been killed between storing the items and asking.
  if (document.engine && (await isCurrent(deps, document))) {
    await queueTracking(queue, tenant, documentId, document.engine);
    return;
  }
  const source = await store.text(tenant, documentId);
  if (!source)
    throw new JiannuoError('internal', {
      reason: phrase(`文档 ${documentId} 没有已存的原文`, `no text of document ${documentId}`),
    });
  const { name, sha256 } = document;
  const asLedger = isLedgerRules(document.engine?.rules)
    ? ledgerSheet(source, sha256, (await extractor.engine()).segmentation)?.extraction
    : undefined;
  const extraction =
    asLedger ??
    (await unlessAtFault(store, document, () => extractor.extract({ name, sha256, source }, signal)));
  if (!extraction) return;
  await store.saveExtraction(tenant, documentId, extraction);
  await meetRegistered(store, tenant, documentId, extraction.meta);
  await queueTracking(queue, tenant, documentId, extraction.engine);
}
