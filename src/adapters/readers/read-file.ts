import type { FileToRead } from '../../app/ports/document-reader.js';
import { type FaultCode, JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { Format, SourceText } from '../../domain/source-text.js';
import { ReadFault } from './reader.js';
import { readers } from './readers.js';
import { judge } from './shared/quality.js';
import { sniff } from './sniff.js';

/** Formats that hold no pictures of text: without characters they hold nothing. */
const emptyWithoutText: ReadonlySet<Format> = new Set(['text', 'markdown', 'csv', 'xlsx']);

/** Reads a file in this very process: for the child of the isolated reader and for tests, never for a file from outside. */
export async function readInProcess(file: FileToRead): Promise<SourceText> {
  try {
    return await read(file);
  } catch (thrown) {
    throw withName(thrown, file.name);
  }
}

async function read(file: FileToRead): Promise<SourceText> {
  if (file.bytes.length === 0) throw new ReadFault('file-empty');
  const { type, label, saveAs } = sniff(file.bytes);
  const reader = type === null ? undefined : readers.find((candidate) => candidate.takes.includes(type));
  if (!reader && saveAs !== undefined)
    throw new ReadFault('file-format-unsupported', { detected: label, saveAs });
  if (!reader) throw new ReadFault('file-type-unknown', { detected: label });
  const source = await reader.read(file.bytes, file.name);
  const quality = judge(source.text, source.format === 'pdf' ? 'fonts' : 'bytes');
  if (quality === 'garbled') throw new ReadFault('file-garbled');
  if (quality === 'blank')
    throw new ReadFault(emptyWithoutText.has(source.format) ? 'file-empty' : 'file-no-text');
  return source;
}

function withName(thrown: unknown, file: string): JiannuoError {
  if (thrown instanceof JiannuoError) return thrown;
  if (thrown instanceof ReadFault) {
    return new JiannuoError(thrown.code, { file, ...thrown.parameters }, thrown.cause);
  }
  const [code, reason] = unforeseen(thrown);
  return new JiannuoError(code, { file, reason }, thrown);
}

function unforeseen(thrown: unknown): [FaultCode, string | Phrase] {
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return ['file-damaged', phrase('内容嵌套过深', 'its content is nested too deeply')];
  if (thrown instanceof RangeError)
    return ['file-damaged', phrase('内容中的长度超出范围', 'a length in its content is out of range')];
  return ['reader-crashed', thrown instanceof Error ? thrown.name : typeof thrown];
}
