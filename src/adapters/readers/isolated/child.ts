import type { FileToRead } from '../../../app/ports/document-reader.js';
import { answerRequests } from '../../isolated/answer-requests.js';
import { readInProcess } from '../read-file.js';

/** Entry of a reader process. */
answerRequests((file: FileToRead) => readInProcess(file));
