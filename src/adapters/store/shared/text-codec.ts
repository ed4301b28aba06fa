import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { SourceText } from '../../../domain/source-text.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A text with its line boxes is tens of megabytes of JSON for a long PDF; packed it is a tenth. */
export async function packText(text: SourceText): Promise<Buffer> {
  return pack(JSON.stringify(text), { level: 3 });
}

export async function unpackText(packed: Uint8Array): Promise<SourceText> {
  return JSON.parse((await unpack(packed)).toString('utf8')) as SourceText;
}
