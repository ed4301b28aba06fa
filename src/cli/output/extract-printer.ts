import { byteOrderMark, csvRecord } from '../../adapters/export/csv/csv-record.js';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import type { ExtractedFile } from '../../app/ingest/extract-file.js';
import type { JiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { oneLine } from './escape.js';
import { itemColumns, itemCsvHeader, itemCsvValues } from './item-columns.js';
import { note, write } from './stdout.js';
import { renderTable } from './table.js';
import { warningsIn } from './told.js';

export type ExtractFormat = 'table' | 'json' | 'jsonl' | 'csv';

/** Prints one file after another; nothing is kept. */
export interface ExtractPrinter {
  begin(): Promise<void>;
  file(name: string, extracted: ExtractedFile): Promise<void>;
  failed(name: string, fault: JiannuoError): Promise<void>;
  end(): Promise<void>;
}

const fileRecord = (name: string, { source, result }: ExtractedFile, { language }: Context) => ({
  file: name,
  document: result.meta,
  items: result.items,
  intentions: result.intentions,
  characters: source.text.length,
  warnings: warningsIn(source.warnings, language),
  engine: result.engine,
});

const faultRecord = (name: string, fault: JiannuoError, context: Context) => ({
  file: name,
  error: { code: fault.code, message: fault.in(context.language) },
});

/** One object a line, the same bytes for the same input and engine. */
function jsonlPrinter(context: Context): ExtractPrinter {
  return {
    begin: async () => {},
    file: (name, extracted) => write(`${jsonLine(fileRecord(name, extracted, context))}\n`),
    failed: async (name, fault) => {
      await write(`${jsonLine(faultRecord(name, fault, context))}\n`);
      note(context.t.fault(context.tell(fault)));
    },
    end: async () => {},
  };
}

/** The objects of jsonl as one array. */
function jsonPrinter(context: Context): ExtractPrinter {
  let separator = '[\n';
  const element = async (record: unknown) => {
    await write(`${separator}${jsonLine(record)}`);
    separator = ',\n';
  };
  return {
    begin: async () => {},
    file: (name, extracted) => element(fileRecord(name, extracted, context)),
    failed: async (name, fault) => {
      await element(faultRecord(name, fault, context));
      note(context.t.fault(context.tell(fault)));
    },
    end: () => write(separator === '[\n' ? '[]\n' : '\n]\n'),
  };
}

function warn(name: string, { source }: ExtractedFile, context: Context): void {
  for (const { message } of warningsIn(source.warnings, context.language))
    note(oneLine(context.t.warningLine(name, message)));
}

function csvPrinter(context: Context, bom: boolean): ExtractPrinter {
  return {
    begin: () => write(`${bom ? byteOrderMark : ''}${csvRecord(['file', ...itemCsvHeader])}`),
    file: async (name, extracted) => {
      warn(name, extracted, context);
      for (const item of extracted.result.items)
        await write(csvRecord([name, ...itemCsvValues(item, context.t)]));
    },
    failed: async (_name, fault) => note(context.t.fault(context.tell(fault))),
    end: async () => {},
  };
}

function tablePrinter(context: Context): ExtractPrinter {
  const { t } = context;
  const total = { files: 0, commitments: 0, achievements: 0, failed: 0 };
  return {
    begin: async () => {},
    file: async (name, extracted) => {
      const { items, meta } = extracted.result;
      total.files += 1;
      for (const item of items) total[item.stance === 'commitment' ? 'commitments' : 'achievements'] += 1;
      const title = meta.title === null ? '' : `  ${meta.title}`;
      await write(`${oneLine(`${name}${title}`)}\n`);
      warn(name, extracted, context);
      await write(items.length === 0 ? `${t.noRows}\n\n` : `${renderTable(itemColumns(t), items)}\n`);
    },
    failed: async (_name, fault) => {
      total.files += 1;
      total.failed += 1;
      note(t.fault(context.tell(fault)));
    },
    end: () =>
      write(`${t.extractSummary(total.files, total.commitments, total.achievements, total.failed)}\n`),
  };
}

export function extractPrinter(format: ExtractFormat, context: Context, bom: boolean): ExtractPrinter {
  if (format === 'jsonl') return jsonlPrinter(context);
  if (format === 'json') return jsonPrinter(context);
  if (format === 'csv') return csvPrinter(context, bom);
  return tablePrinter(context);
}
