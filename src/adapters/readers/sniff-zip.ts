import { type Phrase, phrase } from '../../domain/phrase.js';
import type { ReadableType } from './reader.js';
import { readZipDirectory } from './shared/zip-directory.js';

/** What a zip container holds. */
export interface ZipContent {
  readonly type: ReadableType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
  readonly locked: boolean;
}

interface Marker {
  readonly part: RegExp;
  readonly type: ReadableType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
}

/** Ordered: the first part that is there tells the type. */
const markers: readonly Marker[] = [
  { part: /^word\//i, type: 'docx', label: phrase('Word 文档（DOCX）', 'a Word document (DOCX)') },
  {
    part: /^xl\/workbook\.bin$/i,
    type: null,
    label: phrase('Excel 二进制表格（XLSB）', 'a binary Excel workbook (XLSB)'),
    saveAs: 'XLSX',
  },
  { part: /^xl\//i, type: 'xlsx', label: phrase('Excel 表格（XLSX）', 'an Excel workbook (XLSX)') },
  {
    part: /^ppt\//i,
    type: null,
    label: phrase('PowerPoint 演示文稿（PPTX）', 'a PowerPoint presentation (PPTX)'),
    saveAs: 'PDF',
  },
  {
    part: /^(.*[\\/])?ofd\.xml$/i,
    type: null,
    label: phrase('版式文档（OFD）', 'a fixed-layout document (OFD)'),
  },
  { part: /^META-INF\/container\.xml$/i, type: null, label: phrase('电子书（EPUB）', 'an e-book (EPUB)') },
  {
    part: /^content\.xml$/i,
    type: null,
    label: phrase('OpenDocument 文档（ODT/ODS）', 'an OpenDocument file (ODT/ODS)'),
    saveAs: phrase('DOCX 或 XLSX', 'DOCX or XLSX'),
  },
];

const plainZip: Omit<Marker, 'part'> = { type: null, label: phrase('压缩包（ZIP）', 'an archive (ZIP)') };

/** Tells a zip's type by the parts it has. A directory that cannot be read throws `file-damaged`. */
export function sniffZip(bytes: Uint8Array): ZipContent {
  const directory = readZipDirectory(bytes);
  const names = [...directory.keys()];
  const locked = [...directory.values()].some((entry) => entry.encrypted);
  const { type, label, saveAs } =
    markers.find(({ part }) => names.some((name) => part.test(name))) ?? plainZip;
  return { type, label, locked, ...(saveAs ? { saveAs } : {}) };
}
