import type { SourceText } from '../../domain/source-text.js';
import { normalize } from '../normalize/normalize.js';
import { asWritten } from '../normalize/traditional.js';
import type { Block, Outline } from './block.js';
import { classify } from './classify.js';
import { indicatorRows } from './indicator-table.js';
import { documentMeta } from './meta/document-meta.js';
import { placeRows } from './place-table.js';
import { assignResponsibility } from './responsibility.js';
import { rowColumns } from './task-table.js';

/** The heading words of a block, marker left out. */
export function headingText(outline: Outline, block: Block): string {
  return outline.clean.text.slice(block.start, block.headingEnd).replace(/[。：:]$/, '');
}

/** SourceText to Outline: paragraphs, headings, responsibility, and what the document says of itself. */
export function outline(source: SourceText): Outline {
  const { clean, paragraphs } = normalize(source.text, source.tables, source.lines);
  const classified = classify(clean.text, paragraphs);
  const responsibilities = assignResponsibility(clean.text, classified);
  const columns = rowColumns(clean.text, classified);
  const indicators = indicatorRows(clean.text, classified);
  const places = placeRows(clean.text, classified);
  const path: { level: number; index: number }[] = [];
  const blocks = classified.map((block, index): Block => {
    const { level } = block;
    while (level !== null && path.length > 0 && (path.at(-1)?.level ?? -1) >= level) path.pop();
    const governing = path.map((entry) => entry.index);
    if (level !== null && block.headingEnd > block.start) path.push({ level, index });
    return {
      ...block,
      index,
      path: governing,
      responsibility: responsibilities[index] ?? null,
      columns: columns[index] ?? null,
      indicator: indicators[index] ?? places[index] ?? null,
    };
  });
  const meta = documentMeta(clean.text, blocks);
  const written = asWritten(source.text);
  if (written === null) return { clean, blocks, meta };
  return {
    clean,
    blocks,
    meta: {
      ...meta,
      title: meta.title && written(meta.title),
      docNumber: meta.docNumber && written(meta.docNumber),
      issuer: meta.issuer && written(meta.issuer),
      addressees: meta.addressees.map(written),
    },
  };
}
