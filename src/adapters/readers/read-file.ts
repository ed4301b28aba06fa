import type { FileToRead } from '../../app/ports/document-reader.js';
import type { Format, SourceText } from '../../domain/source-text.js';
import { faultOf } from './fault-of.js';
import { isContainer, ReadFault } from './reader.js';
import { readerOf } from './readers.js';
import { judge } from './shared/quality.js';
import { NeedsRecognition, type Recognition } from './shared/recognition/recognition.js';
import { type Sniffed, sniff } from './sniff.js';

/** Formats that hold no pictures of text: without characters they hold nothing. */
const emptyWithoutText: ReadonlySet<Format> = new Set(['text', 'markdown', 'csv', 'xlsx']);

/** Formats whose characters come through a font's map, which can be wrong. */
const throughFonts: ReadonlySet<Format> = new Set(['pdf', 'ofd']);

/**
 * Reads a file in this very process: for the child of the isolated reader and for tests, never for a file from outside.
 * Throws NeedsRecognition where `recognition` says so.
 */
export async function readInProcess(
  file: FileToRead,
  recognition: Recognition = 'never',
): Promise<SourceText> {
  try {
    return await read(file, recognition);
  } catch (thrown) {
    if (thrown instanceof NeedsRecognition) throw thrown;
    throw faultOf(thrown, file.name);
  }
}

async function read(file: FileToRead, recognition: Recognition): Promise<SourceText> {
  if (file.bytes.length === 0) throw new ReadFault('file-empty');
  const sniffed = sniff(file.bytes);
  const reader = await readerOf(sniffed.type);
  if (!reader) throw unread(sniffed);
  const source = await reader.read(file.bytes, file.name, recognition);
  const quality = judge(source.text, throughFonts.has(source.format) ? 'fonts' : 'bytes');
  if (quality === 'garbled') throw new ReadFault('file-garbled');
  if (quality === 'blank')
    throw new ReadFault(emptyWithoutText.has(source.format) ? 'file-empty' : 'file-no-text');
  return source;
}

/** What to do with content that no reader takes. */
function unread({ type, label, saveAs, archive }: Sniffed): ReadFault {
  const detected = label;
  if (isContainer(type)) return new ReadFault('file-is-container', { detected });
  if (archive) return new ReadFault('archive-unsupported', { detected });
  if (saveAs !== undefined) return new ReadFault('file-format-unsupported', { detected, saveAs });
  return new ReadFault('file-type-unknown', { detected });
}
