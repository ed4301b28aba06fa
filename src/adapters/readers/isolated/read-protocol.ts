import type { FileToRead } from '../../../app/ports/document-reader.js';
import type { SourceText } from '../../../domain/source-text.js';
import type { RecognizerName } from '../shared/recognition/open-engine.js';

/** Parent to child: read a file. A child of the readers never recognises; `elsewhere` has it say that a file needs it. */
export interface ReadRequest {
  readonly file: FileToRead;
  readonly recognition: 'never' | 'elsewhere';
}

export type ReadReply = SourceText | 'needs-recognition';

/** Parent to child: read a file, recognising what pages are pictures. */
export interface RecognizeRequest {
  readonly file: FileToRead;
  readonly recognizer: RecognizerName;
}

/** Child to parent, as parts: what it does next with a page. */
export type RecognitionStep = 'draws' | 'recognizes';
