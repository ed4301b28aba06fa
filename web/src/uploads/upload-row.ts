import type { ApiProblem } from '../api/problem.js';
import type { StoredDocument } from '../api/types.js';
import type { PickedFile } from './dropped-files.js';

/** waiting → sending → working → done or failed; `double`: the same content was there; `refused`, `unsent`: not taken in; `unseen`: taken in, but what came of it may not be asked. */
export type UploadStatus =
  | 'waiting'
  | 'sending'
  | 'working'
  | 'done'
  | 'double'
  | 'failed'
  | 'refused'
  | 'unsent'
  | 'unseen';

export interface UploadRow {
  readonly key: number;
  readonly name: string;
  readonly status: UploadStatus;
  readonly documentId: string | null;
  /** Of a double: the name of the first. */
  readonly firstName: string | null;
  /** What was told of a fault, or of the request that did not come through. `file-gone`: removed or changed since it was chosen. */
  readonly fault: { readonly message: string } | ApiProblem | 'file-gone' | null;
  readonly document: StoredDocument | null;
  /** Unsent because nobody was reached, and sent again by itself. */
  readonly goesOn: boolean;
}

export interface Sent extends UploadRow {
  readonly picked: PickedFile;
  /** Sent before without an answer: what is found there already may be this very file. */
  readonly isAgain: boolean;
  /** It was in a request that failed: it is sent in one of its own. */
  readonly isAlone: boolean;
  /** How often it found nobody while the service was there. */
  readonly tries: number;
}

/** Files that the page has and the service has not. */
export const isUnsent = (row: UploadRow | Sent): row is Sent => row.status === 'unsent' && 'picked' in row;

export const newRow = (key: number, name: string, status: UploadStatus): UploadRow => ({
  ...{ key, name, status, documentId: null, firstName: null },
  ...{ fault: null, document: null, goesOn: false },
});
