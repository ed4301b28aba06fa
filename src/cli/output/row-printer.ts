import { byteOrderMark, csvRecord } from '../../adapters/export/csv/csv-record.js';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { Context } from '../context.js';
import { itemColumns, itemCsvHeader, itemCsvValues } from './item-columns.js';
import { write } from './stdout.js';
import { renderTable } from './table.js';

export type ListFormat = 'table' | 'csv' | 'jsonl';

/** Prints pages of rows as they come. */
interface RowPrinter {
  begin(): Promise<void>;
  rows(rows: readonly LedgerRow[]): Promise<void>;
  end(): Promise<void>;
}

const documentFields: readonly (readonly [string, (row: LedgerRow) => string | null])[] = [
  ['documentId', (row) => row.documentId],
  ['documentName', (row) => row.document.name],
  ['documentTitle', (row) => row.document.title],
  ['documentKind', (row) => row.document.kind],
  ['issuer', (row) => row.document.issuer],
  ['documentDate', (row) => row.document.date],
  ['proposalNumber', (row) => row.document.proposalNumber],
];

function csvPrinter({ t }: Context, bom: boolean): RowPrinter {
  const header = [...itemCsvHeader, ...documentFields.map(([name]) => name)];
  return {
    begin: () => write(`${bom ? byteOrderMark : ''}${csvRecord(header)}`),
    rows: (rows) =>
      write(
        rows
          .map((row) =>
            csvRecord([...itemCsvValues(row, t), ...documentFields.map(([, value]) => value(row))]),
          )
          .join(''),
      ),
    end: async () => {},
  };
}

function tablePrinter({ t }: Context): RowPrinter {
  let printed = 0;
  const columns = [
    { title: t.columns.id, cell: (row: LedgerRow) => row.id, max: 20 },
    ...itemColumns(t).slice(0, -1),
    {
      title: t.columns.document,
      cell: (row: LedgerRow) => row.document.title ?? row.document.name,
      max: 30,
    },
    ...itemColumns(t).slice(-1),
  ];
  return {
    begin: async () => {},
    rows: async (rows) => {
      printed += rows.length;
      if (rows.length > 0) await write(renderTable(columns, rows));
    },
    end: async () => {
      if (printed === 0) await write(`${t.noRows}\n`);
    },
  };
}

const jsonlPrinter: RowPrinter = {
  begin: async () => {},
  rows: (rows) => write(rows.map((row) => `${jsonLine(row)}\n`).join('')),
  end: async () => {},
};

export function rowPrinter(format: ListFormat, context: Context, bom: boolean): RowPrinter {
  if (format === 'csv') return csvPrinter(context, bom);
  return format === 'jsonl' ? jsonlPrinter : tablePrinter(context);
}
