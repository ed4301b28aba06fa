import { jsonLine } from '../../adapters/export/json/json-line.js';
import type { Anchor } from '../../app/query/anchor.js';
import type { Passage } from '../../app/query/passage.js';
import { showRow } from '../../app/query/query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { toldStanding } from '../../app/standing/told-standing.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { Context } from '../context.js';
import type { Messages } from '../messages/index.js';
import { oneLine } from '../output/escape.js';
import { missingWords, valueWords } from '../output/item-columns.js';
import { reasonLines } from '../output/reasons.js';
import { standingLines } from '../output/standing-lines.js';
import { write } from '../output/stdout.js';
import { displayWidth, padEnd } from '../output/width.js';
import { readingOf } from '../reading.js';

export interface ShowOptions {
  readonly asOf?: string;
  readonly format: 'text' | 'json';
  readonly data?: string;
}

function deadlineText({ deadline }: LedgerRow, t: Messages): string {
  if (deadline === null) return '';
  const scope = deadline.scope === 'document' ? t.words.inDocument : t.words[deadline.scope];
  const inferred = deadline.inferred.map((part) => t.words[part]).join(t.listSeparator);
  return `${t.show.deadline(deadline.text, deadline.date ?? t.show.noDate, scope)}${inferred && t.show.inferred(inferred)}`;
}

/** Its cell, its page or paragraph, and the characters of the text. */
function placeText({ start, end, page }: LedgerRow, anchor: Anchor | null, t: Messages): string {
  const { paragraph = null, cell = null } = anchor ?? {};
  const parts = [
    cell === null ? '' : t.show.cell(cell),
    paragraph === null || cell?.sheet ? '' : t.show.paragraph(paragraph),
    t.show.place(start, end, page),
  ];
  return parts.filter((part) => part !== '').join(t.show.placeSeparator);
}

/** How sure the engine is, part by part, in percent; empty where an older one read the row. */
const sureWords = ({ confidence }: LedgerRow, t: Messages): string =>
  (['row', 'item', 'stance', 'deadline', 'indicator'] as const)
    .flatMap((part) => (confidence ? [`${t.sure[part]} ${Math.round(confidence[part] * 100)}%`] : []))
    .join(t.listSeparator);

/** What is shown, line by line; the empty ones are left out. */
function linesOf(row: LedgerRow, anchor: Anchor | null, t: Messages): [string, string][] {
  const f = t.show.fields;
  return [
    [f.stance, t.words[row.stance]],
    [f.kind, t.words[row.kind]],
    [f.indicator, row.indicator],
    [f.value, valueWords(row)],
    [f.comparator, row.comparator ?? ''],
    [f.per, row.per ?? ''],
    [f.change, row.change === null ? '' : t.words[row.change]],
    [f.deadline, deadlineText(row, t)],
    [f.responsible, row.responsible.join(t.listSeparator)],
    [f.strength, t.words[row.strength]],
    [f.hedged, row.hedged ? t.words.yes : t.words.no],
    [f.missing, missingWords(row, t)],
    [f.doubtful, row.doubtful?.join(t.listSeparator) ?? ''],
    [f.confidence, sureWords(row, t)],
    [f.section, row.section.join(' / ')],
    [f.document, `${row.document.title ?? row.document.name}  ${row.documentId}`],
    [f.authority, row.document.issuer ?? ''],
    [f.proposal, row.document.proposalNumber ?? ''],
    [f.place, placeText(row, anchor, t)],
  ];
}

/** The quote between 【 and 】; in colour at a terminal. */
function marked({ before, quote, after }: Passage): string {
  const [on, off] = process.stdout.isTTY ? ['\u001b[1;33m', '\u001b[0m'] : ['', ''];
  const flat = (text: string) => oneLine(text.replace(/[\r\n\f\t]+/g, ' '));
  return `${flat(before)}${on}【${flat(quote)}】${off}${flat(after)}`;
}

/** One row with its rules and the passage of its source. */
export async function runShow(context: Context, id: string, options: ShowOptions): Promise<number> {
  const { t } = context;
  const composition = await context.compose(options);
  const { row, passage, anchor, standing } = await showRow(
    await readyStore(composition.store)(),
    composition.config.tenant,
    id,
  );
  const told = standing && toldStanding(standing, await readingOf(context, composition, options.asOf));
  if (options.format === 'json') {
    await write(`${jsonLine({ ...row, passage, anchor, standing: told })}\n`);
    return 0;
  }
  const lines = linesOf(row, anchor, t).filter(([, value]) => value !== '');
  const width = Math.max(...lines.map(([label]) => displayWidth(label)));
  const out = lines.map(([label, value]) => `${padEnd(label, width)}  ${oneLine(value)}`);
  const reasons = reasonLines(row, context).map(oneLine);
  if (told) out.push('', ...standingLines(told, t, composition.config.timeZone).map(oneLine));
  if (reasons.length > 0) out.push('', t.show.rules, ...reasons);
  if (passage) out.push('', t.show.passage, `  ${marked(passage)}`);
  await write(`${out.join('\n')}\n`);
  return 0;
}
