import type { FileToRead, Unpacked } from '../../../app/ports/document-reader.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { ProcessPool } from '../../isolated/process-pool.js';
import type { Task } from '../../isolated/watched-process.js';
import type { UnpackReply, UnpackRequest } from './unpack-protocol.js';

type Faults = Pick<Task, 'tooLong' | 'tooMuchMemory' | 'crashed'>;

/**
 * The documents in a file, fetched from a process as they are asked for. All steps together have the time of one file,
 * however long the documents between them take.
 */
export async function* unpackIn(
  pool: ProcessPool,
  file: FileToRead,
  faults: Faults,
): AsyncGenerator<Unpacked> {
  const session = await pool.session();
  let spentMs = 0;
  const step = async (request: UnpackRequest): Promise<UnpackReply> => {
    const since = performance.now();
    const reply = await session.run({ request, spentMs, ...faults });
    spentMs += performance.now() - since;
    return reply as UnpackReply;
  };
  try {
    let found = await step({ ask: 'open', file: { name: file.name, bytes: file.bytes } });
    for (; found !== 'end'; found = await step({ ask: 'next' })) {
      yield found === 'none' ? file : unpacked(found);
      if (found === 'none') return;
    }
  } finally {
    await session.end();
  }
}

function unpacked(found: Exclude<UnpackReply, string>): Unpacked {
  if ('bytes' in found) return found;
  return { name: found.name, error: new JiannuoError(found.code, found.parameters) };
}
