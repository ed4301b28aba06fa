import { jsonLine } from '../../adapters/export/json/json-line.js';
import type { TrackedRow } from '../../app/track/track-documents.js';
import type { JiannuoError } from '../../domain/errors.js';
import { type Verdict, verdicts } from '../../domain/tracking.js';
import type { Context } from '../context.js';
import type { Messages } from '../messages/index.js';
import { deadlineWords, valueWords } from './item-columns.js';
import { note, write } from './stdout.js';
import { type Column, renderTable } from './table.js';

export type TrackFormat = 'table' | 'jsonl';

export interface TrackPrinter {
  failed(file: string, fault: JiannuoError): Promise<void>;
  rows(rows: readonly TrackedRow[], asOf: string): Promise<void>;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function columns(t: Messages): Column<TrackedRow>[] {
  return [
    { title: t.columns.verdict, cell: (row) => t.verdicts[row.verdict], max: 14 },
    { title: t.columns.indicator, cell: ({ item }) => flat(item.indicator), max: 30 },
    { title: t.columns.target, cell: ({ item }) => valueWords(item), max: 20 },
    { title: t.columns.deadline, cell: ({ item }) => deadlineWords(item), max: 12 },
    { title: t.columns.reported, cell: ({ evidence }) => flat(evidence[0]?.quote ?? ''), max: 36 },
    { title: t.columns.reasons, cell: ({ reasons }) => reasons.map(flat).join(t.reasonSeparator), max: 120 },
  ];
}

function count(rows: readonly TrackedRow[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}

/** A table of one plan after another with what was found of each verdict, or one object a line. */
export function trackPrinter(format: TrackFormat, context: Context): TrackPrinter {
  const { t } = context;
  const failed = async (file: string, fault: JiannuoError) => {
    if (format === 'jsonl')
      await write(
        `${jsonLine({ file, error: { code: fault.code, message: fault.in(context.language) } })}\n`,
      );
    note(t.fault(context.tell(fault)));
  };
  if (format === 'jsonl')
    return {
      failed,
      rows: async (rows) => {
        for (const row of rows) await write(`${jsonLine(row)}\n`);
      },
    };
  return {
    failed,
    rows: async (rows, asOf) => {
      await write(rows.length === 0 ? `${t.noRows}\n` : `${renderTable(columns(t), rows)}\n`);
      const told = verdicts.map((verdict) => `${t.verdicts[verdict]} ${count(rows, verdict)}`);
      await write(`${t.trackSummary(asOf, rows.length, told.join(t.listSeparator))}\n`);
    },
  };
}
