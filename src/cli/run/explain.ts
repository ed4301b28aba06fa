import { jsonLine } from '../../adapters/export/json/json-line.js';
import { examineFile } from '../../app/ingest/extract-file.js';
import type { Examination } from '../../app/ports/extractor.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import { phrase } from '../../domain/phrase.js';
import { explainItem, sayRule } from '../../extract/explain/explain-item.js';
import type { Context } from '../context.js';
import { documentsIn } from '../files/documents-in.js';
import { expandPaths } from '../files/expand-paths.js';
import { oneLine } from '../output/escape.js';
import { deadlineWords, valueWords } from '../output/item-columns.js';
import { reasonLines } from '../output/reasons.js';
import { note, write } from '../output/stdout.js';

export interface ExplainOptions {
  readonly item?: string;
  readonly format: 'text' | 'json';
}

const leftOut = 'left out';

/** Running numbers from 1; null for all of them. */
function wanted({ item }: ExplainOptions): number | null {
  if (item === undefined) return null;
  const number = Number(item);
  if (Number.isInteger(number) && number > 0) return number;
  const reason = phrase('要写条目的序号，从 1 起', "give an item's running number, from 1 on");
  throw new JiannuoError('query-invalid', { parameter: 'item', reason });
}

function itemText(item: Item, number: number, context: Context): string {
  const { t } = context;
  const head = [
    `[${number}] ${t.words[item.stance]}`,
    item.indicator,
    valueWords(item),
    deadlineWords(item),
    item.responsible.join(t.listSeparator),
  ];
  const place = t.show.place(item.start, item.end, item.page);
  const quote = `  ${place}${t.check.says}${item.quote.replace(/\s+/gu, ' ')}`;
  const lines = [head.filter((words) => words !== '').join('  '), quote, ...reasonLines(item, context)];
  return `${lines.map(oneLine).join('\n')}\n\n`;
}

async function tellText(
  name: string,
  result: Examination,
  only: number | null,
  context: Context,
): Promise<void> {
  const { t, language } = context;
  const { items, considered } = result;
  if (only === null)
    await write(`${oneLine(t.explain.file(name, items.length, considered.dropped.length))}\n\n`);
  for (const [n, item] of items.entries())
    if (only === null || only === n + 1) await write(itemText(item, n + 1, context));
  if (only !== null) return;
  if (considered.dropped.length > 0) await write(`${t.explain.left}\n`);
  for (const { rule, quote, start, end, page } of considered.dropped) {
    const place = t.show.place(start, end, page);
    const words = quote.replace(/\s+/gu, ' ');
    await write(
      `${oneLine(`  ${place}${t.check.says}${words}  ${sayRule(leftOut, rule)[language]} [${rule}]`)}\n`,
    );
  }
  await write(`${t.explain.intentions(result.intentions)}\n`);
}

async function tellJson(
  name: string,
  result: Examination,
  only: number | null,
  { language }: Context,
): Promise<void> {
  const { items, considered, meta, engine, intentions } = result;
  const reasons = (item: Item) =>
    explainItem(item).map(({ field, reasons: all }) => ({
      field,
      reasons: all.map(({ rule, says, words }) => ({ rule, says: says[language], words })),
    }));
  const told = items
    .map((item, n) => ({ number: n + 1, item, reasons: reasons(item) }))
    .filter(({ number }) => only === null || number === only);
  const dropped = considered.dropped.map((place) => ({
    ...place,
    says: sayRule(leftOut, place.rule)[language],
  }));
  const whole = only === null ? { dropped, intentions, intentionSentences: considered.intentions } : {};
  await write(`${jsonLine({ file: name, document: meta, items: told, ...whole, engine })}\n`);
}

/** Why each item is there and each field reads as it does, and what was looked at and left out. */
export async function runExplain(context: Context, name: string, options: ExplainOptions): Promise<number> {
  const only = wanted(options);
  const { config, ...ports } = await context.compose();
  const [reader, extractor] = await Promise.all([ports.reader(), ports.extractor()]);
  let failed = 0;
  for await (const input of documentsIn(expandPaths([name]), reader, config.maxFileBytes)) {
    try {
      if ('error' in input) throw input.error;
      const { result } = await examineFile(reader, extractor, input.file);
      if (only !== null && only > result.items.length)
        throw new JiannuoError('not-found', { what: 'commitment', id: String(only) });
      await (options.format === 'json' ? tellJson : tellText)(input.name, result, only, context);
    } catch (thrown) {
      failed += 1;
      note(context.t.fault(context.tell(asJiannuoError(thrown))));
    }
  }
  return failed > 0 ? 1 : 0;
}
