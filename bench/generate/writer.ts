import type { DocumentMeta } from '../../src/domain/document.js';
import type { Fact, When } from './fact.js';

/** As the gold of the fixtures is written. */
export interface GoldItem {
  readonly stance: 'commitment' | 'achievement';
  readonly kind: 'quantity' | 'coverage' | 'milestone';
  readonly quote: string;
  readonly value_text: string | null;
  readonly indicator: string;
  readonly comparator: string | null;
  readonly value: number | null;
  readonly value_max: number | null;
  readonly unit: string | null;
  readonly per: string | null;
  readonly change: 'increase' | 'decrease' | null;
  readonly deadline: { readonly text: string; readonly date: string; readonly scope: string } | null;
  readonly responsible: readonly string[];
  readonly hedged: boolean;
  readonly optional: boolean;
}

export interface GoldMeta
  extends Pick<
    DocumentMeta,
    'title' | 'issuer' | 'addressees' | 'date' | 'kind' | 'period' | 'body' | 'session'
  > {
  readonly doc_number: string | null;
  readonly proposal_number: string | null;
}

/** An item and where it stands in the text. */
export interface Marked {
  readonly item: Omit<GoldItem, 'quote' | 'value_text'>;
  readonly start: number;
  readonly end: number;
  readonly value: readonly [start: number, end: number] | null;
}

/** Words put one after another, with the places of those that gold knows. */
export class Writer {
  text = '';
  readonly marks: Marked[] = [];
  /** Words of completion: evidence, but no items. */
  readonly completions: { readonly start: number; readonly end: number }[] = [];

  say(words: string): this {
    this.text += words;
    return this;
  }

  /** @param figure the words of the value in the quote; null for what has none. */
  mark(quote: string, figure: string | null, item: Marked['item']): this {
    const start = this.text.length;
    const at = figure === null ? 0 : quote.indexOf(figure);
    if (at < 0) throw new Error(`${figure} is not in ${quote}`);
    const value = figure === null ? null : ([start + at, start + at + figure.length] as const);
    this.marks.push({ item, start, end: start + quote.length, value });
    return this.say(quote);
  }

  complete(quote: string): this {
    this.completions.push({ start: this.text.length, end: this.text.length + quote.length });
    return this.say(quote);
  }
}

const kinds = {
  rate: 'quantity',
  limit: 'quantity',
  work: 'quantity',
  coverage: 'coverage',
  rule: 'milestone',
} as const;

export interface Wording {
  /** Before the figure, with its comma; empty in the further parts of a sentence. */
  readonly lead: string;
  /** 全县, 全市; only before shares. */
  readonly all: string;
  readonly responsible: readonly string[];
  readonly scope: 'clause' | 'document';
}

/** Puts a promise into words; gives the quote and its figure. */
function promised(fact: Fact, { lead, all }: Wording): [quote: string, figure: string | null] {
  const { sort, verb, thing, value, unit, comparator } = fact;
  const hedge = fact.hedged ? '力争' : '';
  if (sort === 'rate') {
    const figure = `${value}%${comparator === '>=' ? '以上' : ''}`;
    return [`${lead}${hedge}${all}${thing}达到${figure}`, figure];
  }
  if (sort === 'limit') return [`${lead}${all}${thing}控制在${value}%以内`, `${value}%以内`];
  if (sort === 'coverage') return [`${lead}实现${thing}全覆盖`, '全覆盖'];
  if (sort === 'rule') return [`${lead}出台${thing}`, null];
  if (comparator === '>=')
    return [`${lead}${hedge}${verb}${thing}不少于${value}${unit}`, `不少于${value}${unit}`];
  return [`${lead}${hedge}${verb}${thing}${value}${unit}`, `${value}${unit}`];
}

export function writePromise(writer: Writer, fact: Fact, wording: Wording): void {
  const [quote, figure] = promised(fact, wording);
  const { sort, thing, verb, value, unit, comparator, when, hedged } = fact;
  const isRule = sort === 'rule';
  writer.mark(quote, figure, {
    ...{ stance: 'commitment', kind: kinds[sort], indicator: sort === 'work' ? `${verb}${thing}` : thing },
    ...{ comparator, value: isRule ? null : value, value_max: null, unit: isRule ? null : unit, per: null },
    change: verb === '新增' ? 'increase' : null,
    deadline: { text: when.text, date: when.date, scope: wording.scope },
    ...{ responsible: wording.responsible, hedged, optional: false },
  });
}

export interface ResultWording {
  readonly asOf: When;
  /** The year from which amounts are added up. */
  readonly since: number;
  readonly all: string;
}

/** A result of the same thing; what ends in a word of completion has no figure and is no item. */
export function writeResult(
  writer: Writer,
  { sort, verb, thing, unit }: Fact,
  value: number,
  { asOf, since, all }: ResultWording,
): void {
  const lead = `${asOf.text}，`;
  const item = {
    ...({ stance: 'achievement', comparator: '=', value_max: null, per: null } as const),
    deadline: { text: asOf.text, date: asOf.date, scope: 'clause' },
    ...{ responsible: [], hedged: false, optional: false, change: null },
  };
  if (sort === 'rule') writer.complete(`${lead}${thing}已印发实施`);
  else if (sort === 'coverage')
    writer.mark(`${lead}已实现${thing}全覆盖`, '全覆盖', {
      ...{ ...item, kind: 'coverage', indicator: thing, value: 100, unit: '%' },
    });
  else if (sort === 'work')
    writer.mark(`${since}年以来，累计${verb}${thing}${value}${unit}`, `${value}${unit}`, {
      ...{ ...item, kind: 'quantity', indicator: `${verb}${thing}`, value, unit },
      change: verb === '新增' ? 'increase' : null,
      deadline: null,
    });
  else
    writer.mark(`${lead}${all}${thing}达到${value}%`, `${value}%`, {
      ...{ ...item, kind: 'quantity', indicator: thing, value, unit: '%' },
    });
}
