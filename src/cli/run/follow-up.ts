import { z } from 'zod';
import { dueCalendar } from '../../adapters/export/ics/due.calendar.js';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import type { LedgerStore } from '../../app/ports/ledger-store.js';
import { parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { auditReplies } from '../../app/standing/audit.js';
import { duePromises } from '../../app/standing/due.js';
import { dueShares } from '../../app/standing/due-shares.js';
import { history } from '../../app/track/history.js';
import type { Config } from '../../config.js';
import { answerableFor } from '../../domain/ledger.js';
import { unknownYears, workdaysFrom } from '../../domain/work-calendar.js';
import type { Context } from '../context.js';
import { valueWords } from '../output/item-columns.js';
import { note, write } from '../output/stdout.js';
import { type Column, renderTable } from '../output/table.js';
import { type Reading, readingOf } from '../reading.js';

export interface FollowUpOptions {
  readonly days?: string;
  readonly asOf?: string;
  readonly place?: string;
  readonly format: 'table' | 'jsonl' | 'ics';
  readonly data?: string;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function print<Row>(
  { t }: Context,
  { format }: FollowUpOptions,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<number> {
  if (format === 'jsonl') for (const row of rows) await write(`${jsonLine(row)}\n`);
  else await write(rows.length === 0 ? `${t.noRows}\n` : renderTable(columns, rows));
  return 0;
}

interface Opened {
  readonly store: LedgerStore;
  readonly config: Config;
  readonly reading: Reading;
}

async function opened(context: Context, { data, asOf }: FollowUpOptions): Promise<Opened> {
  const composition = await context.compose(data === undefined ? {} : { data });
  const { config } = composition;
  const reading = await readingOf(context, composition, asOf);
  return { store: await readyStore(composition.store)(), config, reading };
}

const daysSchema = z.object({ days: z.coerce.number().pipe(z.int().min(0).max(3660)) });

export async function runDue(context: Context, options: FollowUpOptions): Promise<number> {
  const { t } = context;
  const { days: within } = parseQuery(daysSchema, { days: options.days });
  const { store, config, reading } = await opened(context, options);
  const workCalendar = loadWorkCalendar(config.holidays);
  if (options.format === 'ics') {
    const { language } = reading;
    const shares = await dueShares(store, config.tenant, { ...reading, within });
    await write(dueCalendar(shares, { language, linkBase: config.publicUrl, workCalendar, now: new Date() }));
    return 0;
  }
  const rows = await duePromises(store, config.tenant, { ...reading, within });
  const workdays = workdaysFrom(reading.today, workCalendar);
  const unknown = unknownYears(
    rows.map(({ due }) => due),
    reading.today,
    workCalendar,
  );
  if (unknown.length > 0) note(t.holidaysUnknown(unknown.join(t.listSeparator)));
  return print(
    context,
    options,
    [
      { title: t.columns.id, cell: ({ row }) => row.id, max: 20 },
      { title: t.columns.deadline, cell: ({ due }) => due, max: 12 },
      { title: t.columns.days, cell: ({ days }) => String(days), max: 8 },
      { title: t.columns.workdays, cell: ({ workdays }) => String(workdays), max: 8 },
      { title: t.columns.indicator, cell: ({ row }) => flat(row.indicator), max: 30 },
      { title: t.columns.target, cell: ({ row }) => valueWords(row), max: 20 },
      { title: t.columns.responsible, cell: ({ row }) => answerableFor(row).join(t.listSeparator), max: 24 },
      { title: t.columns.quote, cell: ({ row }) => flat(row.quote), max: 80 },
    ],
    rows.map((each) => ({ ...each, workdays: workdays(each.days) })),
  );
}

export async function runHistory(
  context: Context,
  indicator: string,
  options: FollowUpOptions,
): Promise<number> {
  const { t } = context;
  const { store, config } = await opened(context, options);
  const points = await history(store, config.tenant, indicator, options.place ?? null);
  return print(
    context,
    options,
    [
      { title: t.columns.at, cell: ({ at }) => at ?? '', max: 12 },
      { title: t.columns.kind, cell: ({ what }) => t.history[what], max: 10 },
      { title: t.columns.value, cell: ({ valueText }) => flat(valueText), max: 20 },
      { title: t.columns.indicator, cell: (point) => flat(point.indicator), max: 30 },
      { title: t.columns.place, cell: ({ place }) => place ?? '', max: 12 },
      { title: t.columns.document, cell: ({ file }) => flat(file), max: 60 },
    ],
    points,
  );
}

export async function runAudit(context: Context, options: FollowUpOptions): Promise<number> {
  const { t } = context;
  const { store, config, reading } = await opened(context, options);
  const findings = await auditReplies(store, config.tenant, reading);
  return print(
    context,
    options,
    [
      { title: t.columns.problem, cell: ({ kind }) => t.audit[kind], max: 40 },
      { title: t.columns.resultClass, cell: ({ resultClass }) => resultClass, max: 6 },
      { title: t.columns.id, cell: ({ row, document }) => row?.id ?? document.id, max: 24 },
      { title: t.columns.document, cell: ({ document }) => flat(document.name), max: 30 },
      { title: t.columns.quote, cell: ({ row }) => flat(row?.quote ?? ''), max: 80 },
    ],
    findings,
  );
}
