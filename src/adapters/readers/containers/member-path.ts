import { posix } from 'node:path';
import { isLitter } from '../../../app/ingest/litter.js';
import { type Phrase, phrase } from '../../../domain/phrase.js';
import { ReadFault } from '../reader.js';

const longest = 1_000;
// Control characters, and marks that turn the reading direction, so that a name shows another ending than it has.
const invisible = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a path for a tool that would write it to a disk; nothing here does, but the ledger hands names on. */
function danger(path: string): Phrase | null {
  if (invisible.test(path)) return phrase('带有控制字符', 'it has control characters');
  if (/^[\\/]/.test(path) || /^[a-z]:/i.test(path)) return phrase('是绝对路径', 'it is absolute');
  if (path.split(/[\\/]/).includes('..')) return phrase('指向压缩包之外', 'it leads out of the archive');
  return path.length > longest ? phrase(`超过 ${longest} 个字符`, `more than ${longest} characters`) : null;
}

/** Fit for a message: nothing invisible, not endless. */
export const shownPath = (path: string): string =>
  path.replace(new RegExp(invisible, 'g'), '\ufffd').slice(0, longest);

/** The path of an archive's entry with slashes as on Unix. Throws `container-path-unsafe`. */
export function memberPath(entry: string): string {
  const reason = danger(entry);
  if (reason !== null) throw new ReadFault('container-path-unsafe', { reason });
  return posix.normalize(entry.replaceAll('\\', '/'));
}

/** Whether an entry, or a folder above it, is what a system or an editor left behind. */
export const isLitterPath = (entry: string): boolean =>
  entry.split(/[\\/]/).some((segment) => segment !== '.' && segment !== '..' && isLitter(segment));
