import { type Phrase, phrase } from '../../domain/phrase.js';
import { type ContainerType, type ReadableType, ReadFault } from './reader.js';
import { guessUtf16 } from './shared/utf16.js';
import { looksDelimited } from './sniff-csv.js';
import { isMail } from './sniff-mail.js';
import { sniffOle } from './sniff-ole.js';
import { sniffZip } from './sniff-zip.js';

/**
 * What the content is. `type` is null where no reader takes it; `label` names it for the user, `saveAs` the format that
 * the program it comes from can save it in.
 */
export interface Sniffed {
  readonly type: ReadableType | ContainerType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
  /** Packed in a way that cannot be unpacked here. */
  readonly archive?: true;
}

const headLength = 4096;
const pdfWithin = 1024;

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

/** Magic bytes at the start, with what they are called. */
const magics: readonly (readonly [bytes: readonly number[], label: Phrase, saveAs?: string])[] = [
  [ascii('{\\rtf'), phrase('RTF 文档', 'an RTF document'), 'DOCX'],
  [[0xdb, 0xa5, 0x2d, 0x00], phrase('早期 Word 文档（DOC）', 'an early Word document (DOC)'), 'DOCX'],
  [[0x31, 0xbe, 0x00, 0x00], phrase('早期 Write 文档（WRI）', 'an early Write document (WRI)'), 'DOCX'],
  [[...ascii('MZ'), 0x90, 0x00], phrase('Windows 程序（EXE）', 'a Windows program (EXE)')],
  [[0x7f, ...ascii('ELF')], phrase('Linux 程序（ELF）', 'a Linux program (ELF)')],
  [ascii('SQLite format 3'), phrase('数据库文件（SQLite）', 'a database (SQLite)')],
  [ascii('%!PS'), phrase('PostScript 文件', 'a PostScript file')],
];

/** Pictures, which are read as scans of one page. */
const pictures: readonly (readonly [bytes: readonly number[], format: string])[] = [
  [[0x89, ...ascii('PNG')], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [ascii('GIF8'), 'GIF'],
];

/** Archives that are not unpacked here, by the bytes at their place. */
const archives: readonly (readonly [bytes: readonly number[], format: string, at?: number])[] = [
  [ascii('7z\xbc\xaf'), '7Z'],
  [ascii('Rar!'), 'RAR'],
  [ascii('ustar'), 'TAR', 257],
  [ascii('BZh91AY&SY'), 'BZIP2'],
  [[0xfd, ...ascii('7zXZ')], 'XZ'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'ZSTD'],
  [ascii('MSCF'), 'CAB'],
];

const archiveLabel = (format: string) => phrase(`压缩包（${format}）`, `an archive (${format})`);

interface Markup {
  readonly opening: RegExp;
  readonly type: ReadableType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
}

/** What a text file's opening says that it is, when it is not meant to be read as plain text. */
const markups: readonly Markup[] = [
  {
    opening: /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|table)\b/i,
    type: 'html',
    label: phrase('网页（HTML）', 'a web page (HTML)'),
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<\w+:wordDocument\b/i,
    type: null,
    label: phrase('Word 2003 XML 文档', 'a Word 2003 XML document'),
    saveAs: 'DOCX',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<pkg:package\b/i,
    type: null,
    label: phrase('单文件 Word XML 文档', 'a Word document in one XML file'),
    saveAs: 'DOCX',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<(\w+:)?Workbook\b/,
    type: null,
    label: phrase('Excel 2003 XML 表格', 'an Excel 2003 XML workbook'),
    saveAs: 'XLSX',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<html\b/i,
    type: 'html',
    label: phrase('网页（XHTML）', 'a web page (XHTML)'),
  },
  { opening: /^\s*<\?xml\b/i, type: null, label: phrase('XML 文件', 'an XML file') },
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte);

const isOle = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const isZip = (bytes: Uint8Array) =>
  startsWith(bytes, [0x50, 0x4b]) &&
  [0x0403, 0x0605, 0x0807].includes(((bytes[3] ?? 0) << 8) | (bytes[2] ?? 0));

const isGzip = (bytes: Uint8Array) => startsWith(bytes, [0x1f, 0x8b]);

/** Whether a file may hold documents instead of being one; a look at its first bytes, cheap and safe in any process. */
export const mayBeContainer = (bytes: Uint8Array): boolean => isZip(bytes) || isGzip(bytes) || isMail(bytes);

/** Readers of PDF allow junk before the header; a text that only speaks of `%PDF-` has no objects after it. */
function isPdf(bytes: Uint8Array, head: string): boolean {
  const at = head.slice(0, pdfWithin).search(/%PDF-/);
  if (at < 0) return false;
  return at === 0 || /\d+ \d+ obj\b/.test(Buffer.from(bytes.subarray(at)).toString('latin1'));
}

/** Tells the type from the content alone. Throws `file-encrypted` where it can be seen at once, `file-damaged` for a cut zip. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  if (isOle(bytes)) return refuseLocked(sniffOle(bytes));
  if (isZip(bytes)) return refuseLocked(sniffZip(bytes));
  if (isPdf(bytes, head)) return { type: 'pdf', label: phrase('PDF', 'PDF') };
  if (isGzip(bytes)) return { type: 'gzip', label: archiveLabel('GZIP') };
  const archive = archives.find(([start, , at]) => startsWith(bytes.subarray(at), start));
  if (archive) return { type: null, label: archiveLabel(archive[1]), archive: true };
  const picture = pictures.find(([start]) => startsWith(bytes, start));
  if (picture) return { type: 'image', label: phrase(`图片（${picture[1]}）`, `a picture (${picture[1]})`) };
  if ([ascii('II*\0'), ascii('MM\0*')].some((start) => startsWith(bytes, start)))
    return { type: 'tiff', label: phrase('图片（TIFF）', 'a picture (TIFF)') };
  const magic = magics.find(([start]) => startsWith(bytes, start));
  if (magic) return named(null, magic[1], magic[2]);
  if (isMail(bytes))
    return { type: 'mail', label: phrase('邮件或网页归档（EML/MHT）', 'a mail or web archive (EML/MHT)') };
  const words = wordsOf(bytes.subarray(0, headLength)) ?? head;
  const markup = markups.find(({ opening }) => opening.test(words));
  if (markup) return named(markup.type, markup.label, markup.saveAs);
  if (looksDelimited(bytes)) return { type: 'csv', label: phrase('表格文本（CSV）', 'a text table (CSV)') };
  return { type: 'text', label: phrase('纯文本', 'plain text') };
}

/** The opening of a text whose letters are not single bytes, or that begins with a mark; null for others. */
function wordsOf(head: Uint8Array): string | null {
  if (head.length >= 3 && startsWith(head, [0xef, 0xbb, 0xbf]))
    return Buffer.from(head.subarray(3)).toString('latin1');
  const marked = startsWith(head, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(head, [0xfe, 0xff])
      ? 'utf-16be'
      : null;
  const encoding = marked ?? guessUtf16(head);
  return encoding && new TextDecoder(encoding).decode(head);
}

const named = (type: ReadableType | null, label: Phrase, saveAs: string | Phrase | undefined): Sniffed =>
  saveAs === undefined ? { type, label } : { type, label, saveAs };

function refuseLocked({ locked, ...content }: Sniffed & { readonly locked: boolean }): Sniffed {
  if (locked) throw new ReadFault('file-encrypted');
  return content;
}
