import { z } from 'zod';
import { JiannuoError } from '../../domain/errors.js';
import type { BoundFilter, LedgerRow } from '../../domain/ledger.js';
import type { LedgerStore, Page } from '../ports/ledger-store.js';

/** How far a rank looks: the newest rows that match. Those beyond follow in the order of documents. */
export const rankedRows = 500;

const weights = { indicator: 4, unit: 2, quote: 1 } as const;

/** 1 where the words stand in the text as they are asked for, else half the share of their pairs of characters that do. */
function presence(words: string, text: string): number {
  if (text.includes(words)) return 1;
  const pairs = words.length - 1;
  if (pairs < 1) return 0;
  let found = 0;
  for (let i = 0; i < pairs; i++) if (text.includes(words.slice(i, i + 2))) found++;
  return found / pairs / 2;
}

/**
 * How near a row comes to the words asked for. Every row found holds all of them somewhere: what counts is whether they
 * are what the row measures, who answers for it, or a word in passing, whether they stand together, and how much else
 * the quote says.
 */
export function relevance(
  row: Pick<LedgerRow, 'indicator' | 'responsible' | 'quote'>,
  asked: string,
): number {
  const words = asked.toLowerCase().split(/\s+/u).filter(Boolean);
  const [indicator, quote] = [row.indicator.toLowerCase(), row.quote.toLowerCase()];
  const units = row.responsible.map((unit) => unit.toLowerCase());
  let score = 0;
  for (const each of words) {
    score += weights.indicator * presence(each, indicator) + weights.quote * presence(each, quote);
    score += weights.unit * Math.max(0, ...units.map((unit) => presence(each, unit)));
  }
  const length = words.reduce((sum, each) => sum + each.length, 0);
  return score / Math.max(1, words.length) + length / Math.max(1, length + quote.length);
}

const markSchema = z.tuple([z.literal('relevance'), z.enum(['after', 'beyond']), z.string()]);

/** Where a page ended: `after` a ranked row, or `beyond` the ranked ones at a cursor of the store. */
function decode(cursor: string): { readonly where: 'after' | 'beyond'; readonly at: string } {
  try {
    const [, where, at] = markSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { where, at };
  } catch {
    throw new JiannuoError('cursor-invalid');
  }
}

const encode = (where: 'after' | 'beyond', at: string): string =>
  Buffer.from(JSON.stringify(['relevance', where, at])).toString('base64url');

function ranked(rows: readonly LedgerRow[], asked: string): LedgerRow[] {
  const scores = new Map(rows.map((row) => [row, relevance(row, asked)]));
  return [...rows].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** Rows that match, nearest first; equally near ones newest first. Fault: `cursor-invalid`. */
export async function rowsByRelevance(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  filter: BoundFilter & { readonly text: string },
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<Page<LedgerRow>> {
  const mark = cursor === undefined ? null : decode(cursor);
  const next = (at: string | null) => at && encode('beyond', at);
  if (mark?.where === 'beyond') {
    const page = await store.rows(tenant, filter, { sort: 'document', limit, cursor: mark.at });
    return { rows: page.rows, nextCursor: next(page.nextCursor) };
  }
  const newest = await store.rows(tenant, filter, { sort: 'document', limit: rankedRows });
  const all = ranked(newest.rows, filter.text);
  const from = mark ? all.findIndex(({ id }) => id === mark.at) + 1 : 0;
  // The row was there when the page before was shown: a new extraction has taken it away.
  if (mark && from === 0) throw new JiannuoError('cursor-invalid');
  const rows = all.slice(from, from + limit);
  const last = rows.at(-1);
  const more = last !== undefined && from + limit < all.length;
  return { rows, nextCursor: more ? encode('after', last.id) : next(newest.nextCursor) };
}
