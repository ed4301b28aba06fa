import { answerRequests } from '../../isolated/answer-requests.js';
import { readInProcess } from '../read-file.js';
import { openRecognizer, type PageRecognizer } from '../shared/recognition/open-engine.js';
import type { RecognizeRequest } from './read-protocol.js';

/** Opened when the first page needs it, then kept: loading the model takes a second. */
let opened: Promise<PageRecognizer> | null = null;

/** Entry of a process that reads files with pages to be recognised. */
answerRequests(({ file, recognizer }: RecognizeRequest) =>
  readInProcess(file, () => {
    opened ??= openRecognizer(recognizer);
    return opened;
  }),
);
