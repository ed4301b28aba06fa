import { promisify } from 'node:util';
import { gunzip, gzip, gzipSync } from 'node:zlib';
import type { SourceText } from '../../../domain/source-text.js';
import { wellFormedJson } from './well-formed.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const options = { level: 3 };

/** Up to here packing takes a tenth of a millisecond; handing it to another thread takes three. */
const atOnceCharacters = 64 * 1024;

/** A text with its line boxes is tens of megabytes of JSON for a long PDF; packed it is a tenth. */
export async function packText(text: SourceText): Promise<Buffer> {
  const json = wellFormedJson(text);
  return json.length <= atOnceCharacters ? gzipSync(json, options) : pack(json, options);
}

export async function unpackText(packed: Uint8Array): Promise<SourceText> {
  return JSON.parse((await unpack(packed)).toString('utf8')) as SourceText;
}
