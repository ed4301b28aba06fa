import type { ReadableType } from './reader.js';
import { readZipDirectory } from './shared/zip-directory.js';

/** What a zip container holds. */
export interface ZipContent {
  readonly type: ReadableType | null;
  readonly label: string;
  readonly locked: boolean;
}

/** Ordered: the first part that is there tells the type. */
const markers: readonly (readonly [part: RegExp, label: string])[] = [
  [/^word\//i, 'Word 文档（DOCX）'],
  [/^xl\//i, 'Excel 表格（XLSX）'],
  [/^ppt\//i, 'PowerPoint 演示文稿（PPTX）'],
  [/^(.*[\\/])?ofd\.xml$/i, '版式文档（OFD）'],
  [/^META-INF\/container\.xml$/i, '电子书（EPUB）'],
  [/^content\.xml$/i, 'OpenDocument 文档（ODT/ODS）'],
];

/** Tells a zip's type by the parts it has. A directory that cannot be read throws `file-damaged`. */
export function sniffZip(bytes: Uint8Array): ZipContent {
  const directory = readZipDirectory(bytes);
  const names = [...directory.keys()];
  const locked = [...directory.values()].some((entry) => entry.encrypted);
  const label = markers.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? '压缩包（ZIP）';
  return { type: label.includes('DOCX') ? 'docx' : null, label, locked };
}
