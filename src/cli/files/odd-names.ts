import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A path as the operating system has it: bytes where they are no UTF-8 (names in GB18030 from a ZIP made on Windows). */
export type RawPath = string | Buffer;

const decode = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The name for people: UTF-8, else GB18030, else with replacement characters. */
export function readableName(raw: RawPath): string {
  if (typeof raw === 'string') return raw;
  return decode(raw, 'utf-8') ?? decode(raw, 'gb18030') ?? raw.toString('utf8');
}

export function joinRaw(folder: RawPath, entry: Buffer): RawPath {
  const utf8 = decode(entry, 'utf-8');
  if (typeof folder === 'string' && utf8 !== null) return join(folder, utf8);
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), entry]);
}

/** Arguments reach Node as UTF-8 with losses; a lossy one is looked up in its folder by its bytes. */
export async function findLossy(argument: string): Promise<RawPath> {
  if (!argument.includes('\ufffd')) return argument;
  const folder = dirname(argument);
  try {
    for (const entry of await readdir(folder, { encoding: 'buffer' })) {
      if (join(folder, entry.toString('utf8')) === join(argument)) return joinRaw(folder, entry);
    }
  } catch {
    // The folder itself cannot be listed: opening the argument will say so.
  }
  return argument;
}
