import type { ReadableType } from './reader.js';
import { readZipDirectory } from './shared/zip-directory.js';

/** What a zip container holds. */
export interface ZipContent {
  readonly type: ReadableType | null;
  readonly label: string;
  readonly saveAs?: string;
  readonly locked: boolean;
}

interface Marker {
  readonly part: RegExp;
  readonly type: ReadableType | null;
  readonly label: string;
  readonly saveAs?: string;
}

/** Ordered: the first part that is there tells the type. */
const markers: readonly Marker[] = [
  { part: /^word\//i, type: 'docx', label: 'Word 文档（DOCX）' },
  { part: /^xl\/workbook\.bin$/i, type: null, label: 'Excel 二进制表格（XLSB）', saveAs: 'XLSX' },
  { part: /^xl\//i, type: 'xlsx', label: 'Excel 表格（XLSX）' },
  { part: /^ppt\//i, type: null, label: 'PowerPoint 演示文稿（PPTX）', saveAs: 'PDF' },
  { part: /^(.*[\\/])?ofd\.xml$/i, type: null, label: '版式文档（OFD）' },
  { part: /^META-INF\/container\.xml$/i, type: null, label: '电子书（EPUB）' },
  { part: /^content\.xml$/i, type: null, label: 'OpenDocument 文档（ODT/ODS）', saveAs: 'DOCX 或 XLSX' },
];

const plainZip: Omit<Marker, 'part'> = { type: null, label: '压缩包（ZIP）' };

/** Tells a zip's type by the parts it has. A directory that cannot be read throws `file-damaged`. */
export function sniffZip(bytes: Uint8Array): ZipContent {
  const directory = readZipDirectory(bytes);
  const names = [...directory.keys()];
  const locked = [...directory.values()].some((entry) => entry.encrypted);
  const { type, label, saveAs } =
    markers.find(({ part }) => names.some((name) => part.test(name))) ?? plainZip;
  return { type, label, locked, ...(saveAs ? { saveAs } : {}) };
}
