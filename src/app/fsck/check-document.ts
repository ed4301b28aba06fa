import type { DataFinding } from '../../domain/data-finding.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { AuditedDocument } from '../ports/data-audit.js';

/** Whether the original is as noted: its size, null where it is not there, undefined where it was told to be bad. */
export type OriginalSize = (sha256: string) => Promise<number | null | undefined>;

/** A document against its original, its rows and its text. Throws where the store is away. */
export async function checkDocument(
  document: AuditedDocument,
  sizeOf: OriginalSize,
): Promise<readonly DataFinding[]> {
  const { id, name, sha256, size, status, counted, items } = document;
  const about = { document: id, name };
  const found: DataFinding[] = [];
  const bytes = await sizeOf(sha256);
  if (bytes === null) found.push({ code: 'original-missing', parameters: { ...about, sha256 } });
  else if (bytes !== undefined && bytes !== size)
    found.push({ code: 'original-size', parameters: { ...about, noted: size, found: bytes } });
  if (status === 'done' && counted !== items.length)
    found.push({ code: 'rows-missing', parameters: { ...about, noted: counted ?? 0, found: items.length } });
  if (status !== 'done' && status !== 'read') return found;
  let text: string | null;
  try {
    text = await document.text();
  } catch (thrown) {
    // A server that went away says nothing about the text.
    const fault = asJiannuoError(thrown);
    if (fault.class === 'unavailable') throw fault;
    return [...found, { code: 'text-damaged', parameters: about }];
  }
  if (text === null) return [...found, { code: 'text-missing', parameters: about }];
  for (const { id: item, start, end, quote } of items)
    if (text.slice(start, end) !== quote)
      found.push({ code: 'quote-changed', parameters: { ...about, item } });
  return found;
}
