import { scanned } from './noise.js';
import type { Chooser } from './random.js';
import type { GoldItem, GoldMeta, Writer } from './writer.js';

interface Quote {
  readonly quote: string;
  readonly value_text: string | null;
}

/** A document and what a careful reader finds in it, as the fixtures' gold is written. */
export interface Generated {
  readonly name: string;
  readonly text: string;
  readonly gold: { readonly doc: string; readonly meta: GoldMeta; readonly items: readonly GoldItem[] };
  /** How the writer's marks stand in the text, in order, and its words of completion. */
  readonly quotes: readonly Quote[];
  readonly completions: readonly Quote[];
}

/** @param noise where given, the text comes out as a scan gives it back */
export function finished(writer: Writer, name: string, meta: GoldMeta, noise: Chooser | null): Generated {
  const noisy = noise ? scanned(writer.text, noise) : { text: writer.text, at: (offset: number) => offset };
  const slice = (start: number, end: number) => noisy.text.slice(noisy.at(start), noisy.at(end - 1) + 1);
  const quotes = writer.marks.map(({ start, end, value }) => ({
    quote: slice(start, end),
    value_text: value === null ? null : slice(...value),
  }));
  const items = writer.marks.map(({ item }, i): GoldItem => {
    const { quote = '', value_text = null } = quotes[i] ?? {};
    return { ...item, quote, value_text };
  });
  const completions = writer.completions.map(({ start, end }) => ({
    quote: slice(start, end),
    value_text: null,
  }));
  return { name, text: noisy.text, gold: { doc: name, meta, items }, quotes, completions };
}
