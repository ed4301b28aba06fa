import { type ReadableType, ReadFault } from './reader.js';
import { guessUtf16 } from './shared/utf16.js';
import { sniffOle } from './sniff-ole.js';
import { sniffZip } from './sniff-zip.js';

/**
 * What the content is. `type` is null where no reader takes it; `label` names it for the user, `saveAs` the format that
 * the program it comes from can save it in.
 */
export interface Sniffed {
  readonly type: ReadableType | null;
  readonly label: string;
  readonly saveAs?: string;
}

const headLength = 4096;
const pdfWithin = 1024;

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

/** Magic bytes at the start, with what they are called. */
const magics: readonly (readonly [bytes: readonly number[], label: string, saveAs?: string])[] = [
  [ascii('{\\rtf'), 'RTF 文档', 'DOCX'],
  [[0x89, ...ascii('PNG')], '图片（PNG）'],
  [[0xff, 0xd8, 0xff], '图片（JPEG）'],
  [ascii('GIF8'), '图片（GIF）'],
  [ascii('II*\0'), '图片（TIFF）'],
  [ascii('MM\0*'), '图片（TIFF）'],
  [[0x1f, 0x8b], '压缩包（GZIP）'],
  [ascii('7z\xbc\xaf'), '压缩包（7Z）'],
  [ascii('Rar!'), '压缩包（RAR）'],
  [ascii('BZh91AY&SY'), '压缩包（BZIP2）'],
  [[0xfd, ...ascii('7zXZ')], '压缩包（XZ）'],
  [[0xdb, 0xa5, 0x2d, 0x00], '早期 Word 文档（DOC）', 'DOCX'],
  [[0x31, 0xbe, 0x00, 0x00], '早期 Write 文档（WRI）', 'DOCX'],
  [[...ascii('MZ'), 0x90, 0x00], 'Windows 程序（EXE）'],
  [[0x7f, ...ascii('ELF')], 'Linux 程序（ELF）'],
  [ascii('SQLite format 3'), '数据库文件（SQLite）'],
  [ascii('%!PS'), 'PostScript 文件'],
];

interface Markup {
  readonly opening: RegExp;
  readonly type: ReadableType | null;
  readonly label: string;
  readonly saveAs?: string;
}

/** What a text file's opening says that it is, when it is not meant to be read as plain text. */
const markups: readonly Markup[] = [
  {
    opening: /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|table)\b/i,
    type: 'html',
    label: '网页（HTML）',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<\w+:wordDocument\b/i,
    type: null,
    label: 'Word 2003 XML 文档',
    saveAs: 'DOCX',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<pkg:package\b/i,
    type: null,
    label: '单文件 Word XML 文档',
    saveAs: 'DOCX',
  },
  {
    opening: /^\s*<\?xml[\s\S]*?<(\w+:)?Workbook\b/,
    type: null,
    label: 'Excel 2003 XML 表格',
    saveAs: 'XLSX',
  },
  { opening: /^\s*<\?xml[\s\S]*?<html\b/i, type: 'html', label: '网页（XHTML）' },
  { opening: /^\s*<\?xml\b/i, type: null, label: 'XML 文件' },
  {
    opening: /^(From|MIME-Version|Received|Content-Type):[\s\S]*?^Content-(Type|Transfer-Encoding):/im,
    type: null,
    label: '网页归档或邮件（MHT/EML）',
  },
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte);

const isOle = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const isZip = (bytes: Uint8Array) =>
  startsWith(bytes, [0x50, 0x4b]) &&
  [0x0403, 0x0605, 0x0807].includes(((bytes[3] ?? 0) << 8) | (bytes[2] ?? 0));

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
  if (isPdf(bytes, head)) return { type: 'pdf', label: 'PDF' };
  const magic = magics.find(([start]) => startsWith(bytes, start));
  if (magic) return named(null, magic[1], magic[2]);
  const words = wordsOf(bytes.subarray(0, headLength)) ?? head;
  const markup = markups.find(({ opening }) => opening.test(words));
  if (markup) return named(markup.type, markup.label, markup.saveAs);
  return { type: 'text', label: '纯文本' };
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

const named = (type: ReadableType | null, label: string, saveAs: string | undefined): Sniffed =>
  saveAs === undefined ? { type, label } : { type, label, saveAs };

function refuseLocked({ locked, ...content }: Sniffed & { readonly locked: boolean }): Sniffed {
  if (locked) throw new ReadFault('file-encrypted');
  return content;
}
