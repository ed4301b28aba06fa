import type { Writable } from 'node:stream';
import { Document, Packer, PageOrientation, type Paragraph, type Table } from 'docx';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import { dueOf, dueWords, type LedgerRow } from '../../../domain/ledger.js';
import type { Standing } from '../../../domain/standing.js';
import { sourceLink } from '../shared/cells.js';
import { commitmentsByUnit, type UnitRows } from './by-unit.js';
import { dayWords, noticeWords, reportedWords, targetWords } from './notice-words.js';
import { heading, paragraph, ruledTable, signature, title } from './parts.js';

type Block = Paragraph | Table;

/** Of an A4 page lying on its side, in twentieths of a point. */
const widths = [700, 4_300, 2_000, 2_000, 1_500, 1_500, 2_000];
const summaryWidths = [6_000, 2_000, 2_000, 2_000, 2_000];

type Standings = ReadonlyMap<string, Standing>;

/** Of each promise, one at a time: a notice has two thousand at most. */
async function standingsOf(groups: readonly UnitRows[], options: ExportOptions): Promise<Standings> {
  const standings = new Map<string, Standing>();
  for (const { id } of groups.flatMap(({ rows }) => rows)) {
    if (standings.has(id)) continue;
    const standing = await options.standing(id);
    if (standing) standings.set(id, standing);
  }
  return standings;
}

function promises(rows: readonly LedgerRow[], standings: Standings, options: ExportOptions): Table {
  const { language, linkBase } = options;
  const words = noticeWords[language];
  const cells = rows.map((row, n) => {
    const { proposalNumber, title: named, name } = row.document;
    const where = proposalNumber === null ? (named ?? name).slice(0, 24) : words.proposal(proposalNumber);
    return [
      String(n + 1),
      row.quote,
      targetWords(row, language),
      reportedWords(standings.get(row.id), options),
      dueWords(row) ?? words.noDeadline,
      { text: `${where} ${words.source(row.page)}`, link: sourceLink(row, linkBase) },
      '',
    ];
  });
  return ruledTable(widths, words.table, cells);
}

/** A sheet for each unit. */
function urgeBlocks(groups: readonly UnitRows[], standings: Standings, options: ExportOptions): Block[] {
  const words = noticeWords[options.language];
  const day = dayWords(options.day, options.language);
  return groups.flatMap(({ unit, rows }, n) => [
    title(words.urge, n > 0),
    paragraph(words.addressed(unit ?? words.nobody), false),
    paragraph(words.urged(rows.length, day)),
    promises(rows, standings, options),
    paragraph(words.filled, false),
    signature(words.office),
    signature(words.issued(day)),
  ]);
}

function summaryOf({ unit, rows }: UnitRows, { day, language }: ExportOptions): string[] {
  const overdue = rows.map(dueOf).filter((due) => due !== null && due < day).length;
  const open = rows.filter((row) => dueOf(row) === null).length;
  const figures = [rows.length, overdue, rows.length - overdue - open, open];
  return [unit ?? noticeWords[language].nobody, ...figures.map(String)];
}

/** One paper: the numbers of all units side by side, then each unit's promises. */
function circularBlocks(groups: readonly UnitRows[], standings: Standings, options: ExportOptions): Block[] {
  const words = noticeWords[options.language];
  const day = dayWords(options.day, options.language);
  const rows = new Set(groups.flatMap((group) => group.rows.map(({ id }) => id))).size;
  const units = groups.filter(({ unit }) => unit !== null).length;
  return [
    title(words.circular),
    paragraph(words.told(rows, units, day)),
    ruledTable(
      summaryWidths,
      words.summary,
      groups.map((group) => summaryOf(group, options)),
    ),
    ...groups.flatMap((group) => [
      heading(group.unit ?? words.nobody),
      promises(group.rows, standings, options),
    ]),
    signature(words.office),
    signature(words.issued(day)),
  ];
}

/** 督办单 or 通报 as a Word file: the commitments among the rows, by unit. Faults: `export-too-many`. */
export async function writeNotice(
  pages: AsyncIterable<readonly LedgerRow[]>,
  out: Writable,
  options: ExportOptions,
): Promise<void> {
  const groups = await commitmentsByUnit(pages);
  const standings = await standingsOf(groups, options);
  const blocks = options.notice === 'urge' ? urgeBlocks : circularBlocks;
  const children = blocks(groups, standings, options);
  const document = new Document({
    creator: 'jiannuo',
    title: noticeWords[options.language][options.notice],
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1_400, bottom: 1_200, left: 1_400, right: 1_400 },
          },
        },
        children,
      },
    ],
  });
  out.write(await Packer.toBuffer(document));
}
