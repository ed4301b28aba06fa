import { type Phrase, phrase } from '../../domain/phrase.js';
import type { ContainerType, ReadableType } from './reader.js';
import { readZipDirectory } from './shared/zip-directory.js';

/** What a zip holds. */
export interface ZipContent {
  readonly type: ReadableType | ContainerType | null;
  readonly label: Phrase;
  readonly saveAs?: string | Phrase;
  readonly locked: boolean;
}

interface Kind extends Omit<ZipContent, 'locked'> {
  /** Parts that must all be there: a folder called `word` in an archive makes no Word file. */
  readonly parts: readonly RegExp[];
}

const contentTypes = /^\[content_types\]\.xml$/i;
const word = { type: 'docx', label: phrase('Word 文档（DOCX）', 'a Word document (DOCX)') } as const;
const excel = { type: 'xlsx', label: phrase('Excel 表格（XLSX）', 'an Excel workbook (XLSX)') } as const;

/** Ordered: the first whose parts are there tells the type. */
const kinds: readonly Kind[] = [
  { parts: [contentTypes, /^word\//i], ...word },
  { parts: [/^word\/document\.xml$/i], ...word },
  {
    parts: [/^xl\/workbook\.bin$/i],
    type: null,
    label: phrase('Excel 二进制表格（XLSB）', 'a binary Excel workbook (XLSB)'),
    saveAs: 'XLSX',
  },
  { parts: [contentTypes, /^xl\//i], ...excel },
  { parts: [/^xl\/workbook\.xml$/i], ...excel },
  {
    parts: [contentTypes, /^ppt\//i],
    type: null,
    label: phrase('PowerPoint 演示文稿（PPTX）', 'a PowerPoint presentation (PPTX)'),
    saveAs: 'PDF',
  },
  {
    parts: [/^([^\\/]+[\\/])?ofd\.xml$/i],
    type: 'ofd',
    label: phrase('版式文档（OFD）', 'a fixed-layout document (OFD)'),
  },
  {
    parts: [/^mimetype$/, /^META-INF\/container\.xml$/i],
    type: null,
    label: phrase('电子书（EPUB）', 'an e-book (EPUB)'),
  },
  {
    parts: [/^mimetype$/, /^content\.xml$/i],
    type: null,
    label: phrase('OpenDocument 文档（ODT/ODS）', 'an OpenDocument file (ODT/ODS)'),
    saveAs: phrase('DOCX 或 XLSX', 'DOCX or XLSX'),
  },
  {
    parts: [contentTypes, /^_rels\/\.rels$/i],
    type: null,
    label: phrase(
      '没有 Word、Excel 正文的 Office 文件',
      'an Office file without the main part of Word or Excel',
    ),
  },
];

const archive: Kind = { parts: [], type: 'zip', label: phrase('压缩包（ZIP）', 'an archive (ZIP)') };

/** Tells a zip's type by the parts it has. A directory that cannot be read throws `file-damaged`. */
export function sniffZip(bytes: Uint8Array): ZipContent {
  const entries = [...readZipDirectory(bytes).values()];
  const has = (part: RegExp) => entries.some(({ name }) => part.test(name));
  const { parts: _, ...kind } = kinds.find(({ parts }) => parts.every(has)) ?? archive;
  return { ...kind, locked: entries.some(({ encrypted }) => encrypted) };
}
