import type { FaultCode, FaultParameters } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { SourceText } from '../../domain/source-text.js';
import { limits } from './limits.js';
import type { Recognition } from './shared/recognition/recognition.js';

/** The types of content that a reader takes; readers.ts says which reader takes which. */
export type ReadableType =
  | 'text'
  | 'csv'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'ofd'
  | 'image'
  | 'tiff';

/** The types of content that hold documents instead of being one; see containers/. */
const containerTypes = ['zip', 'gzip', 'mail'] as const;
export type ContainerType = (typeof containerTypes)[number];

export const isContainer = (type: string | null): type is ContainerType =>
  containerTypes.some((container) => container === type);

/** One format: a folder with one of these, and a line in readers.ts for each type of content that it takes. */
export interface FormatReader {
  /** `name@version`; raise the version when the same bytes would give another text. */
  readonly id: string;
  /** Throws ReadFault for what the file is to blame for. `name` is a hint for labels only. */
  read(bytes: Uint8Array, name: string, recognition: Recognition): Promise<SourceText>;
}

/** A fault of the file, thrown where its name is not known; read-file.ts adds the name. */
export class ReadFault extends Error {
  readonly code: FaultCode;
  readonly parameters: FaultParameters;

  constructor(code: FaultCode, parameters: FaultParameters = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'ReadFault';
    this.code = code;
    this.parameters = parameters;
  }
}

/** A damaged file with what is wrong with it, in words for the user. */
export function damaged(reason: Phrase, cause?: unknown): ReadFault {
  return new ReadFault('file-damaged', { reason }, cause);
}

/** A file that unfolds beyond a limit. */
export function tooMuch(reason: Phrase): ReadFault {
  return new ReadFault('file-unpacked-too-large', { reason });
}

/** A container, or several inside one another, of more files than the limit. */
export function tooManyEntries(): ReadFault {
  const { entries } = limits;
  return tooMuch(phrase(`里面超过 ${entries} 个文件`, `more than ${entries} files in it`));
}

/** A text of more characters than the limit. */
export function tooLong(): ReadFault {
  return tooMuch(phrase(`超过 ${limits.characters} 字`, `more than ${limits.characters} characters`));
}
