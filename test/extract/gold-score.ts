import { readdirSync, readFileSync } from 'node:fs';
import type { Item } from '../../src/domain/item.js';
import type { Span } from '../../src/domain/source-text.js';
import { extractText } from './corpus.js';

interface GoldItem {
  readonly stance: string;
  readonly kind: string;
  readonly quote: string;
  readonly value_text: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly deadline: { readonly date: string | null } | null;
  readonly responsible: readonly string[];
  readonly optional?: boolean;
}

export interface Figures {
  /** Of finding what gold has, with the right stance. */
  readonly f1: number;
  /** Among those found, for measured ones value and unit, for all the date and the units. */
  readonly value: number;
  readonly deadline: number;
  readonly responsible: number;
}

const goldFolder = new URL('../../fixtures/gold/', import.meta.url);
const textFolder = new URL('../../fixtures/documents/text/sources/', import.meta.url);

const squash = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');
const isMilestone = ({ kind }: { readonly kind: string }): boolean => kind === 'milestone';

/** The value's place, or a milestone's: found from the quote before it on, as gold stands in reading order. */
function placed(gold: readonly GoldItem[], text: string): (GoldItem & { readonly at: Span })[] {
  let from = 0;
  return gold.map((item) => {
    from = text.indexOf(item.quote, from);
    const start = from + (item.value_text === null ? 0 : item.quote.indexOf(item.value_text));
    return { ...item, at: { start, end: start + (item.value_text ?? item.quote).length } };
  });
}

/** Shared part of two spans over both together. */
function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
}

const spanOf = (item: Item): Span => ({
  start: item.valueStart ?? item.start,
  end: item.valueEnd ?? item.end,
});

class Tally {
  hits = 0;
  missed = 0;
  extra = 0;
  private readonly fields = { value: [0, 0], deadline: [0, 0], responsible: [0, 0] };

  field(name: 'value' | 'deadline' | 'responsible', right: boolean): void {
    this.fields[name][0] = (this.fields[name][0] ?? 0) + (right ? 1 : 0);
    this.fields[name][1] = (this.fields[name][1] ?? 0) + 1;
  }

  figures(): Figures {
    const share = ([right = 0, of = 0]: readonly number[]) => (of === 0 ? 1 : right / of);
    return {
      f1: (2 * this.hits) / Math.max(1, 2 * this.hits + this.missed + this.extra),
      value: share(this.fields.value),
      deadline: share(this.fields.deadline),
      responsible: share(this.fields.responsible),
    };
  }
}

function compare(
  gold: readonly (GoldItem & { readonly at: Span })[],
  items: readonly Item[],
  tally: Tally,
): void {
  const left = new Set(items);
  for (const wanted of gold) {
    const least = isMilestone(wanted) ? 0.15 : 0.3;
    let best: Item | undefined;
    for (const item of left)
      if (
        item.stance === wanted.stance &&
        isMilestone(item) === isMilestone(wanted) &&
        likeness(spanOf(item), wanted.at) >= Math.max(least, best ? likeness(spanOf(best), wanted.at) : 0)
      )
        best = item;
    if (best) left.delete(best);
    if (wanted.optional) continue;
    if (!best) {
      tally.missed++;
      continue;
    }
    tally.hits++;
    if (!isMilestone(wanted))
      tally.field('value', best.value === wanted.value && squash(best.unit) === squash(wanted.unit));
    tally.field('deadline', (best.deadline?.date ?? null) === (wanted.deadline?.date ?? null));
    tally.field('responsible', best.responsible.join('、') === wanted.responsible.join('、'));
  }
  tally.extra += left.size;
}

/** The engine over all gold of the fixtures. Stricter than the shared scorer in places; good for a floor, not for comparing. */
export function scoreFixtures(): Figures {
  const tally = new Tally();
  for (const name of readdirSync(goldFolder).filter((each) => each.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(new URL(name, goldFolder), 'utf8')) as {
      readonly doc: string;
      readonly items: readonly GoldItem[];
    };
    const text = new TextDecoder().decode(readFileSync(new URL(gold.doc, textFolder)));
    compare(placed(gold.items, text), extractText(text).items, tally);
  }
  return tally.figures();
}
