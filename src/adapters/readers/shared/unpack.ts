import { Inflate } from 'fflate';
import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { damaged, ReadFault, tooManyEntries, tooMuch } from '../reader.js';
import { packedBytes, type ZipEntry } from './zip-directory.js';

const step = 16 * 1024;

/** Counts what all entries of one file unpack to; one a file, whatever is nested in it. */
export class UnpackBudget {
  readonly #packedTotal: number;
  #unpacked = 0;
  #entries = 0;

  constructor(packedTotal: number) {
    this.#packedTotal = packedTotal;
  }

  /** Bytes that may still be unpacked. */
  get left(): number {
    const byRatio = Math.max(limits.ratioFloorBytes, this.#packedTotal * limits.ratio);
    return Math.min(limits.unpackedBytes, byRatio) - this.#unpacked;
  }

  /** Throws `file-unpacked-too-large` when the sum would pass a limit; nothing is counted then. */
  spend(bytes: number): void {
    const sum = this.#unpacked + bytes;
    if (sum > limits.unpackedBytes) {
      const most = `${limits.unpackedBytes / 1024 / 1024} MiB`;
      throw tooMuch(phrase(`解压后超过 ${most}`, `more than ${most} unpacked`));
    }
    if (sum > limits.ratioFloorBytes && sum > this.#packedTotal * limits.ratio) {
      throw tooMuch(phrase(`压缩比超过 ${limits.ratio}:1`, `packed by more than ${limits.ratio}:1`));
    }
    this.#unpacked = sum;
  }

  /** The same for a container that is opened: its files, and the bytes that they claim. */
  open(entries: number, bytes: number): void {
    if (this.#entries + entries > limits.entries) throw tooManyEntries();
    this.spend(bytes);
    this.#entries += entries;
  }
}

/** Unpacks an entry piece by piece, counting while it inflates: the sizes that a zip declares may lie. */
export function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: UnpackBudget,
  onPiece: (piece: Uint8Array) => void,
): void {
  if (entry.encrypted) throw new ReadFault('file-encrypted');
  const packed = packedBytes(bytes, entry);
  const take = (piece: Uint8Array) => {
    budget.spend(piece.length);
    if (piece.length > 0) onPiece(piece);
  };
  if (entry.method === 0) {
    take(packed);
    return;
  }
  if (entry.method !== 8)
    throw damaged(
      phrase(`压缩包内 ${entry.name} 的压缩方式不支持`, `${entry.name} is packed by an unknown method`),
    );
  let finished = false;
  const inflate = new Inflate((piece, final) => {
    take(piece);
    finished ||= final;
  });
  try {
    for (let at = 0; at < packed.length && !finished; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch (thrown) {
    if (thrown instanceof ReadFault || !isInflateFault(thrown)) throw thrown;
    throw damaged(phrase(`压缩包内 ${entry.name} 解压失败`, `${entry.name} cannot be unpacked`), thrown);
  }
  if (!finished) throw damaged(phrase(`压缩包内 ${entry.name} 不完整`, `${entry.name} in it is incomplete`));
}

// fflate's own errors carry a numeric code; what onPiece throws passes through unchanged.
const isInflateFault = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number';
