import type { FileToRead } from '../../../app/ports/document-reader.js';
import type { FaultCode, FaultParameters } from '../../../domain/errors.js';

/** Parent to child: open a container and give its first document, or the next one of the container that is open. */
export type UnpackRequest = { readonly ask: 'open'; readonly file: FileToRead } | { readonly ask: 'next' };

/** A document, or what kept it from being taken out; `none`: the file is no container; `end`: there was no further one. */
export type UnpackReply =
  | FileToRead
  | { readonly name: string; readonly code: FaultCode; readonly parameters: FaultParameters }
  | 'none'
  | 'end';
