import { constants, deflateRawSync } from 'node:zlib';

/** A deflate stream that unpacks to `block` over and over, made without unpacking it here: blocks after a full flush stand alone. */
export function deflateBomb(block: Buffer, times: number, opening = Buffer.alloc(0)): Buffer {
  const pack = (bytes: Buffer) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = pack(block);
  const lastEmpty = Buffer.from([0x03, 0x00]);
  return Buffer.concat([pack(opening), ...Array<Buffer>(times).fill(packed), lastEmpty]);
}

/** The same with the header of zlib, as PDF has it. Readers let the missing checksum pass. */
export const flateBomb = (block: Buffer, times: number) =>
  Buffer.concat([Buffer.from([0x78, 0x9c]), deflateBomb(block, times)]);
