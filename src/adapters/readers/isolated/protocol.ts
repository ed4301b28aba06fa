import type { FaultCode, FaultParameters } from '../../../domain/errors.js';
import type { SourceText } from '../../../domain/source-text.js';

/** Parent to child: one file. */
export interface ReadRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Child to parent: the text, or the coded fault with the parameters of its message. */
export type ReadReply =
  | { readonly source: SourceText }
  | { readonly code: FaultCode; readonly parameters: FaultParameters };
