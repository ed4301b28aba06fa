import { answerRequests } from '../../isolated/answer-requests.js';
import { readInProcess } from '../read-file.js';
import { NeedsRecognition } from '../shared/recognition/recognition.js';
import type { ReadReply, ReadRequest } from './read-protocol.js';

/** Entry of a reader process. */
answerRequests(async ({ file, recognition }: ReadRequest): Promise<ReadReply> => {
  try {
    return await readInProcess(file, recognition);
  } catch (thrown) {
    if (thrown instanceof NeedsRecognition) return 'needs-recognition';
    throw thrown;
  }
});
