import { phrase } from '../../../domain/phrase.js';
import { damaged } from '../reader.js';

/** Little-endian numbers of a stream. A place outside it is a damaged file, not a crash. */
export class ByteReader {
  readonly #data: DataView;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  byte(at: number): number {
    this.#check(at, 1);
    return this.#data.getUint8(at);
  }

  short(at: number): number {
    this.#check(at, 2);
    return this.#data.getUint16(at, true);
  }

  long(at: number): number {
    this.#check(at, 4);
    return this.#data.getUint32(at, true);
  }

  part(at: number, length: number): ByteReader {
    this.#check(at, length);
    return new ByteReader(this.bytes.subarray(at, at + length));
  }

  #check(at: number, length: number): void {
    if (at < 0 || length < 0 || at + length > this.bytes.length)
      throw damaged(phrase('DOC 内部的位置超出范围', 'a place inside the DOC is out of range'));
  }
}
