import type { Writable } from 'node:stream';
import type { LedgerRow } from '../../domain/ledger.js';
import type { Language } from '../../domain/phrase.js';
import type { Standing } from '../../domain/standing.js';
import type { ExportColumn, ExportReading } from '../export/export-columns.js';
import type { ExportFormat, NoticeKind } from '../export/export-query.js';

export interface ExportOptions extends ExportReading {
  readonly columns: readonly ExportColumn[];
  readonly language: Language;
  /** Where the service is asked for, without a slash at the end: links lead there. */
  readonly linkBase: string;
  /** Where a promise stands, with the figures reported for it; asked for by a notice, which tells them. */
  standing(itemId: string): Promise<Standing | null>;
  readonly notice: NoticeKind;
}

/** Rows of the ledger as a file. */
export interface LedgerExporter {
  /**
   * Writes the pages as they come, no faster than `out` takes them, and ends it. Holds no more than a few pages, but for
   * `docx`, which is made whole. Faults: `export-too-many`, and what the pages throw; `out` is destroyed then.
   */
  write(
    format: ExportFormat,
    pages: AsyncIterable<readonly LedgerRow[]>,
    out: Writable,
    options: ExportOptions,
  ): Promise<void>;
}
