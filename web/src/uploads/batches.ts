import type { UploadedFile } from '../api/types.js';
import type { PickedFile } from './dropped-files.js';

const maxFiles = 8;
const maxBytes = 32 * 1024 * 1024;

/**
 * The next files that go in one request: few and not too large together, so that one that fails keeps few waiting. Two of
 * one name go apart: the answer tells files by their names.
 */
export function nextBatch<One extends { readonly picked: PickedFile; readonly isAlone: boolean }>(
  waiting: readonly One[],
): One[] {
  const batch: One[] = [];
  const names = new Set<string>();
  let bytes = 0;
  for (const one of waiting) {
    const { name, size } = one.picked.file;
    if (batch[0] && (batch[0].isAlone || one.isAlone)) break;
    if (batch.length > 0 && (batch.length === maxFiles || bytes + size > maxBytes || names.has(name))) break;
    batch.push(one);
    names.add(name);
    bytes += size;
  }
  return batch;
}

/** What came of a file that was sent: its own result, or those of the files that were in it. */
export const resultsOf = (name: string, results: readonly UploadedFile[]): UploadedFile[] =>
  results.filter((result) => result.name === name || result.name.startsWith(`${name}/`));
