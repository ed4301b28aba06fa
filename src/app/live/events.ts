import type { StoredDocument } from '../../domain/document.js';
import type { FaultRecord } from '../../domain/fault-record.js';
import type { JobView } from '../ports/job-queue.js';
import type { ChangedDocument } from '../ports/ledger-store.js';

/** Where a listener has got to: the last change of a document that it was told of. */
export interface Position {
  /** ISO instant. */
  readonly at: string;
  readonly id: string;
}

export interface DocumentEvent
  extends Pick<StoredDocument, 'id' | 'name' | 'status' | 'counts' | 'updatedAt'> {
  readonly fault: FaultRecord | null;
  /** Of how many promises of other documents it says something; null until it has been held against them. */
  readonly evidence: number | null;
}

export interface JobEvent extends Pick<JobView, 'id' | 'kind' | 'status' | 'progress' | 'attempts'> {
  readonly documentId: string | null;
}

/** What has become of something, whole: one that is missed is made up for by the next, one told twice changes nothing. */
export type LiveEvent =
  | { readonly kind: 'document'; readonly position: Position; readonly data: DocumentEvent }
  | { readonly kind: 'job'; readonly data: JobEvent };

export function documentEvent({ document, evidence }: ChangedDocument): LiveEvent {
  const { id, name, status, counts, updatedAt, fault } = document;
  const data = { id, name, status, counts, updatedAt, fault, evidence };
  return { kind: 'document', position: { at: updatedAt, id }, data };
}

export function jobEvent({ id, kind, status, progress, attempts, payload }: JobView): LiveEvent {
  const { documentId } = (payload ?? {}) as { documentId?: unknown };
  const of = typeof documentId === 'string' ? documentId : null;
  return { kind: 'job', data: { id, kind, status, progress, attempts, documentId: of } };
}
