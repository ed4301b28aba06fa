import type { ExportOptions, LedgerExporter } from '../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../domain/ledger.js';
import { csvTexts } from './csv/csv.export.js';
import { jsonLineTexts, jsonTexts } from './json/json.export.js';
import { ended, writePaced } from './shared/paced.js';

type Pages = AsyncIterable<readonly LedgerRow[]>;

const texts: Readonly<
  Record<'csv' | 'json' | 'jsonl', (pages: Pages, options: ExportOptions) => AsyncIterable<string>>
> = { csv: csvTexts, json: jsonTexts, jsonl: jsonLineTexts };

/** Files of the ledger; the libraries of a format are loaded when it is first asked for. */
export function createLedgerExporter(): LedgerExporter {
  return {
    async write(format, pages, out, options) {
      try {
        if (format === 'xlsx') {
          const { writeXlsx } = await import('./xlsx/xlsx.export.js');
          await writeXlsx(pages, out, options);
        } else if (format === 'docx') {
          const { writeNotice } = await import('./docx/notice.export.js');
          await writeNotice(pages, out, options);
        } else {
          for await (const text of texts[format](pages, options)) await writePaced(out, text);
        }
        await ended(out);
      } catch (thrown) {
        out.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
        throw thrown;
      }
    },
  };
}
