import { type Phrase, phrase } from '../../domain/phrase.js';
import type { ReadableType } from './reader.js';

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

const has = (names: Map<string, number>, ...wanted: string[]) => wanted.some((name) => names.has(name));

/** Names of the streams in the first directory sector, lower case, with their start sectors. Enough to tell the type. */
function streams(data: DataView, sectorSize: number): Map<string, number> {
  const names = new Map<string, number>();
  const start = (data.getUint32(48, true) + 1) * sectorSize;
  for (let i = 0; i < 64; i++) {
    const at = start + i * directoryEntry;
    if (at + directoryEntry > data.byteLength) break;
    const length = Math.min(data.getUint16(at + 64, true), 64) / 2 - 1;
    let name = '';
    for (let c = 0; c < length; c++) name += String.fromCharCode(data.getUint16(at + c * 2, true));
    if (name !== '') names.set(name.toLowerCase(), data.getUint32(at + 116, true));
  }
  return names;
}

function wordContent(data: DataView, at: number): OleContent {
  const known = at + 12 <= data.byteLength;
  if (known && data.getUint16(at, true) === word95Magic)
    return {
      type: null,
      label: phrase('Word 6.0/95 文档（DOC）', 'a Word 6.0/95 document (DOC)'),
      saveAs: 'DOCX',
      locked: false,
    };
  const isWord = known && data.getUint16(at, true) === wordMagic;
  const locked = isWord && (data.getUint16(at + 10, true) & wordEncryptedFlag) !== 0;
  return { type: 'doc', label: phrase('旧版 Word 文档（DOC）', 'an old Word document (DOC)'), locked };
}

/** Tells an OLE file's type by the names of its streams. */
export function sniffOle(bytes: Uint8Array): OleContent {
  const unknown = { type: null, label: phrase('OLE 复合文档', 'an OLE compound file'), locked: false };
  if (bytes.length < 512) return unknown;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << (data.getUint16(30, true) & 15);
  const names = streams(data, sectorSize);
  if (has(names, 'encryptedpackage'))
    return { type: null, label: phrase('加密的 Office 文档', 'an encrypted Office document'), locked: true };
  if (has(names, '\tdrmcontent', '\u0006dataspaces'))
    return {
      type: null,
      label: phrase('受权限保护的 Office 文档', 'an Office document under rights management'),
      locked: true,
    };
  const word = names.get('worddocument');
  if (word !== undefined) return wordContent(data, (word + 1) * sectorSize);
  if (has(names, 'workbook', 'book'))
    return {
      type: null,
      label: phrase('旧版 Excel 表格（XLS）', 'an old Excel workbook (XLS)'),
      saveAs: 'XLSX',
      locked: false,
    };
  if (has(names, 'powerpoint document'))
    return {
      type: null,
      label: phrase('旧版 PowerPoint 演示文稿（PPT）', 'an old PowerPoint presentation (PPT)'),
      saveAs: 'PDF',
      locked: false,
    };
  return unknown;
}
