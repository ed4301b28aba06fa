import { z } from 'zod';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { ledgerQuerySchema } from '../query/ledger-query.js';
import { columnKeys, type ExportColumn, exportColumns } from './export-columns.js';

export const exportFormats = ['xlsx', 'csv', 'json', 'jsonl', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** 督办单: a sheet for each unit to fill in · 通报: one circular with a table of all units. */
export const noticeKinds = ['urge', 'circular'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The filters and the order of `list`, and what is to be made of the rows. */
export const exportQuerySchema = ledgerQuerySchema.omit({ limit: true, cursor: true, count: true }).extend({
  format: z.enum(exportFormats),
  /** Comma-separated keys of columns; all of them where it is absent. */
  columns: z.string().max(1_000).optional(),
  /** Comma-separated ids: these rows in this order, whatever the filters say. */
  ids: z.string().min(1).max(12_000).optional(),
  notice: z.enum(noticeKinds).default('urge'),
  lang: z.enum(['zh', 'en']).default('zh'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/** The columns named, in the order named. Fault: `query-invalid` with the name that no column has. */
export function chosenColumns(names: string | undefined): readonly ExportColumn[] {
  if (names === undefined) return exportColumns;
  const keys = [...new Set(names.split(',').map((name) => name.trim()))];
  return keys.map((key) => {
    const found = exportColumns.find((column) => column.key === key);
    if (found) return found;
    const known = columnKeys.join(', ');
    const reason = phrase(`没有这一列：${key}。可选：${known}`, `no column ${key}; there are ${known}`);
    throw new JiannuoError('query-invalid', { parameter: 'columns', reason });
  });
}
