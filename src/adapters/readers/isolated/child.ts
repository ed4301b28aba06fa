import { asJiannuoError } from '../../../domain/errors.js';
import { readInProcess } from '../read-file.js';
import { leaveWithParent } from './leave-with-parent.js';
import type { ReadReply, ReadRequest } from './protocol.js';

/** Entry of a reader process: one file after another, each answered with its text or its coded fault. */
async function answer(request: ReadRequest): Promise<ReadReply> {
  try {
    return { source: await readInProcess(request) };
  } catch (thrown) {
    const { code, parameters } = asJiannuoError(thrown);
    return { code, parameters };
  }
}

process.on('message', async (request: ReadRequest) => {
  process.send?.(await answer(request));
});
leaveWithParent();
