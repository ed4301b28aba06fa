import { type Phrase, phrase } from '../../domain/phrase.js';
import { type ReadableType, ReadFault } from './reader.js';
import { CompoundFile } from './shared/compound-file.js';

/** What an OLE container (the shell of Word, Excel and PowerPoint before 2007, and of protected newer files) holds. */
export interface OleContent {
  readonly type: ReadableType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
  readonly locked: boolean;
}

const directoryEntry = 128;
const wordMagic = 0xa5ec;
const word95Magic = 0xa5dc;
const wordEncryptedFlag = 0x0100;

/** What the container shows of itself: names at its root, lower case, and the beginning of the Word stream. */
interface Glance {
  readonly names: ReadonlySet<string>;
  readonly word: Uint8Array | null;
  /** Why the container could not be opened as a whole. */
  readonly fault: ReadFault | null;
}

function glance(bytes: Uint8Array): Glance {
  try {
    const file = new CompoundFile(bytes);
    return { names: new Set(file.names), word: file.stream('WordDocument'), fault: null };
  } catch (thrown) {
    if (!(thrown instanceof ReadFault)) throw thrown;
    return { names: firstNames(bytes), word: null, fault: thrown };
  }
}

/** Names in the first directory sector: of a damaged container too its type should be told. */
function firstNames(bytes: Uint8Array): Set<string> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = (data.getUint32(48, true) + 1) * (1 << (data.getUint16(30, true) & 15));
  const names = new Set<string>();
  for (
    let at = start;
    at + directoryEntry <= Math.min(bytes.length, start + 64 * directoryEntry);
    at += directoryEntry
  ) {
    const length = Math.min(Math.max(data.getUint16(at + 64, true) - 2, 0), 62);
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)).toLowerCase());
  }
  return names;
}

function wordContent(stream: Uint8Array | null): OleContent {
  const short = (at: number) => (stream?.[at] ?? 0) | ((stream?.[at + 1] ?? 0) << 8);
  if (short(0) === word95Magic)
    return {
      type: null,
      label: phrase('Word 6.0/95 文档（DOC）', 'a Word 6.0/95 document (DOC)'),
      saveAs: 'DOCX',
      locked: false,
    };
  const locked = short(0) === wordMagic && (short(10) & wordEncryptedFlag) !== 0;
  return { type: 'doc', label: phrase('旧版 Word 文档（DOC）', 'an old Word document (DOC)'), locked };
}

/** Tells an OLE file's type by the names of its streams. Throws `file-damaged` for a container that names none. */
export function sniffOle(bytes: Uint8Array): OleContent {
  const unknown = { type: null, label: phrase('OLE 复合文档', 'an OLE compound file'), locked: false };
  const { names, word, fault } = glance(bytes);
  const has = (...wanted: string[]) => wanted.some((name) => names.has(name));
  if (has('encryptedpackage'))
    return { type: null, label: phrase('加密的 Office 文档', 'an encrypted Office document'), locked: true };
  if (has('\tdrmcontent', '\u0006dataspaces'))
    return {
      type: null,
      label: phrase('受权限保护的 Office 文档', 'an Office document under rights management'),
      locked: true,
    };
  if (has('worddocument')) return wordContent(word);
  if (has('workbook', 'book'))
    return {
      type: null,
      label: phrase('旧版 Excel 表格（XLS）', 'an old Excel workbook (XLS)'),
      saveAs: 'XLSX',
      locked: false,
    };
  if (has('powerpoint document'))
    return {
      type: null,
      label: phrase('旧版 PowerPoint 演示文稿（PPT）', 'an old PowerPoint presentation (PPT)'),
      saveAs: 'PDF',
      locked: false,
    };
  if (fault) throw fault;
  return unknown;
}
