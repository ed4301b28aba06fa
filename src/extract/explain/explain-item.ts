import type { Item } from '../../domain/item.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { Span } from '../../domain/source-text.js';
import { clauseCues, strengthCues } from '../lexicon/cues.js';
import { hedgeWords } from '../lexicon/hedge-words.js';
import { ruleTable } from './rule-table.js';

/** Why a field reads as it does: one rule, in a sentence. */
export interface Reason {
  readonly rule: string;
  readonly says: Phrase;
  /** The words of the source that the rule went by, where they stand in the item's quote. */
  readonly words: (Span & { readonly text: string }) | null;
}

export interface FieldReasons {
  readonly field: string;
  readonly reasons: readonly Reason[];
}

/** The order in which a reader asks. `left out` is for what is no item. */
const order = Object.keys(ruleTable);

/** What a rule's name means for a field; the name itself where the table does not know it. */
export function sayRule(field: string, rule: string): Phrase {
  const lines = ruleTable[field] ?? [];
  const exact = lines.find(({ name }) => name === rule);
  if (exact) return exact.says;
  // The longest front that fits: comparator:distant:* before any shorter one.
  const open = lines
    .filter(({ name }) => name.endsWith('*') && rule.startsWith(name.slice(0, -1)))
    .reduce<(typeof lines)[number] | null>(
      (best, line) => (best && best.name.length >= line.name.length ? best : line),
      null,
    );
  // Whole from the item before it: 国家级 of 农业产业化龙头企业.
  if (!open)
    return field === 'whole' ? phrase(`整体是“${rule}”`, `the whole is ${rule}`) : phrase(rule, rule);
  const words = rule.slice(open.name.length - 1);
  return phrase(open.says.zh.replace('{words}', words), open.says.en.replace('{words}', words));
}

/** What in the quote a rule of words found: its cue, or the words that its name ends in. */
function wordsOf(rule: string, item: Item): Reason['words'] {
  const cue =
    clauseCues.find((each) => each.rule === rule)?.regex ??
    (rule.startsWith('strength:')
      ? strengthCues.find(({ strength }) => rule === `strength:${strength}`)?.regex
      : null) ??
    null;
  const said = /^(?:comparator-(?:before|after)|comparator:distant|change|deliverable|coverage):(.+)$/u.exec(
    rule,
  )?.[1];
  const match = cue ? cue.exec(item.quote) : null;
  const at = match ? match.index : said ? item.quote.indexOf(said) : -1;
  const text = match ? match[0] : (said ?? '');
  if (at < 0 || text === '') return null;
  return { start: item.start + at, end: item.start + at + text.length, text };
}

/** Reasons of every field, in the order in which a reader asks. */
export function explainItem(item: Item): FieldReasons[] {
  const fields = Object.keys(item.rules).sort((a, b) => rank(a) - rank(b));
  const reasons = fields.map((field) => ({
    field,
    reasons: (item.rules[field] ?? []).map((rule) => ({
      rule,
      says: sayRule(field, rule),
      words: wordsOf(rule, item),
    })),
  }));
  if (!item.hedged) return reasons;
  const hedge = hedgeWords.exec(item.quote);
  const words = hedge && {
    start: item.start + hedge.index,
    end: item.start + hedge.index + hedge[0].length,
    text: hedge[0],
  };
  const says = phrase('本句或其前文有力争、争取、逐步一类词', 'a hedging word governs it');
  return [...reasons, { field: 'hedged', reasons: [{ rule: 'hedged', says, words }] }];
}

const rank = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
