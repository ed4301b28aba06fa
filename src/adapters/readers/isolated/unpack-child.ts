import type { Unpacked } from '../../../app/ports/document-reader.js';
import { answerRequests } from '../../isolated/answer-requests.js';
import { unpackInProcess } from '../unpack-file.js';
import type { UnpackReply, UnpackRequest } from './unpack-protocol.js';

/** The container that is open; the next one takes its place. */
let open: AsyncGenerator<Unpacked> | null = null;

async function answer(request: UnpackRequest): Promise<UnpackReply> {
  if (request.ask === 'open') open = unpackInProcess(request.file);
  if (!open) return 'none';
  const { value, done } = await open.next();
  if (done) return 'end';
  if (!('error' in value)) return value;
  const { name, error } = value;
  return { name, code: error.code, parameters: error.parameters };
}

/** Entry of an unpacking process: documents one by one, so that the parent holds one at a time. */
answerRequests(answer);
