import type { FileToRead, Unpacked } from '../../app/ports/document-reader.js';
import { type FaultCode, JiannuoError } from '../../domain/errors.js';
import { containers } from './containers/containers.js';
import { faultOf } from './fault-of.js';
import { limits } from './limits.js';
import { isContainer } from './reader.js';
import { UnpackBudget } from './shared/unpack.js';
import { type Sniffed, sniff } from './sniff.js';

/** What makes a file suspect as a whole, however deep inside it is found. */
const fatal: readonly FaultCode[] = ['container-too-deep', 'file-unpacked-too-large'];

/**
 * The documents in a container, and those in containers inside it; null for a file that is none. Everything is unpacked
 * once before the first document is given out, so that of a bomb or a file that holds itself none is. Like readInProcess
 * only for a process that may die of the file.
 */
export function unpackInProcess(file: FileToRead): AsyncGenerator<Unpacked> | null {
  const sniffed = sniffContainer(file.bytes);
  return sniffed && unpackTwice(file, sniffed);
}

async function* unpackTwice(file: FileToRead, sniffed: Sniffed): AsyncGenerator<Unpacked> {
  const unpacked = () => unpack(file, sniffed, new UnpackBudget(file.bytes.length), 1);
  for await (const _ of unpacked());
  yield* unpacked();
}

/** A file that cannot be told is left to its reader, which says what is wrong with it. */
function sniffContainer(bytes: Uint8Array): Sniffed | null {
  try {
    const sniffed = sniff(bytes);
    return isContainer(sniffed.type) ? sniffed : null;
  } catch {
    return null;
  }
}

/** One budget counts for all that is in a file. */
async function* unpack(
  file: FileToRead,
  { type, label }: Sniffed,
  budget: UnpackBudget,
  depth: number,
): AsyncGenerator<Unpacked> {
  const container = containers.find(({ takes }) => takes === type);
  let found = 0;
  try {
    if (depth > limits.containerDepth)
      throw new JiannuoError('container-too-deep', { file: file.name, limit: limits.containerDepth });
    for await (const member of container?.members(file.bytes, budget, file.name) ?? []) {
      found++;
      const name = `${file.name}/${member.path}`;
      if ('fault' in member) yield { name, error: faultOf(member.fault, name) };
      else yield* open({ name, bytes: member.bytes }, budget, depth);
    }
    if (found === 0) throw new JiannuoError('container-empty', { file: file.name, detected: label });
  } catch (thrown) {
    const error = faultOf(thrown, file.name);
    if (depth === 1 || fatal.includes(error.code)) throw error;
    yield { name: file.name, error };
  }
}

async function* open(file: FileToRead, budget: UnpackBudget, depth: number): AsyncGenerator<Unpacked> {
  const sniffed = sniffContainer(file.bytes);
  if (sniffed) yield* unpack(file, sniffed, budget, depth + 1);
  else yield file;
}
