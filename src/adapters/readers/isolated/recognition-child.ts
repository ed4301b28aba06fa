import { answerRequests } from '../../isolated/answer-requests.js';
import { readInProcess } from '../read-file.js';
import { openRecognizer, type PageRecognizer } from '../shared/recognition/open-engine.js';
import type { RecognitionStep, RecognizeRequest } from './read-protocol.js';

/** Opened when the first page needs it, then kept: loading the model takes a second. */
let opened: Promise<PageRecognizer> | null = null;

/** Entry of a process that reads files with pages to be recognised; a recogniser is asked for before each page is drawn. */
answerRequests(({ file, recognizer }: RecognizeRequest, part: (step: RecognitionStep) => void) =>
  readInProcess(file, async () => {
    opened ??= openRecognizer(recognizer);
    const { id, recognize } = await opened;
    part('draws');
    return {
      id,
      recognize: (picture, points) => {
        part('recognizes');
        return recognize(picture, points);
      },
    };
  }),
);
