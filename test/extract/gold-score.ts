import type { DocumentMeta } from '../../src/domain/document.js';
import type { Item } from '../../src/domain/item.js';
import type { Span } from '../../src/domain/source-text.js';
import { extractText } from './corpus.js';

export interface GoldItem {
  readonly stance: string;
  readonly kind: string;
  readonly quote: string;
  readonly value_text: string | null;
  readonly value: number | null;
  readonly value_max: number | null;
  readonly unit: string | null;
  readonly comparator: string | null;
  readonly per: string | null;
  readonly change: string | null;
  readonly indicator: string;
  readonly deadline: { readonly text: string; readonly date: string | null; readonly scope: string } | null;
  readonly responsible: readonly string[];
  readonly hedged: boolean;
  readonly optional?: boolean;
}

export interface Gold {
  readonly doc: string;
  readonly meta: Pick<DocumentMeta, 'title' | 'issuer' | 'addressees' | 'date' | 'kind' | 'period'> & {
    readonly doc_number: string | null;
    readonly proposal_number: string | null;
  };
  readonly items: readonly GoldItem[];
}

/** Shares of what is right, by name: `f1` of finding items with their stance, each field of those found, each `meta.` field. */
export type Figures = Readonly<Record<string, number>>;

const squash = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');
const isMilestone = ({ kind }: { readonly kind: string }): boolean => kind === 'milestone';
const same = (a: string | null, b: string | null): boolean => squash(a) === squash(b);

/** Wordings of one thing: they share at least half of their characters. */
function alike(a: string | null, b: string | null): boolean {
  const [left, right] = [[...squash(a)], [...squash(b)]];
  const rest = [...right];
  const shared = left.filter((character) => {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return 4 * shared.length >= left.length + right.length;
}

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
  readonly #fields = new Map<string, { right: number; of: number }>();

  add(prefix: string, fields: Readonly<Record<string, boolean>>): void {
    for (const [name, right] of Object.entries(fields)) {
      const count = this.#fields.get(prefix + name) ?? { right: 0, of: 0 };
      this.#fields.set(prefix + name, { right: count.right + (right ? 1 : 0), of: count.of + 1 });
    }
  }

  figures(): Figures {
    const shares = [...this.#fields].map(([name, { right, of }]) => [name, right / of] as const);
    const f1 = (2 * this.hits) / Math.max(1, 2 * this.hits + this.missed + this.extra);
    return { f1, ...Object.fromEntries(shares) };
  }
}

/** The likest item of the same stance and family, if it is like enough. */
function found(wanted: GoldItem & { readonly at: Span }, items: ReadonlySet<Item>): Item | undefined {
  let best: Item | undefined;
  let least = isMilestone(wanted) ? 0.15 : 0.3;
  for (const item of items) {
    const like = likeness(spanOf(item), wanted.at);
    if (item.stance !== wanted.stance || isMilestone(item) !== isMilestone(wanted) || like < least) continue;
    best = item;
    least = like;
  }
  return best;
}

function compareItems(
  gold: readonly (GoldItem & { readonly at: Span })[],
  items: readonly Item[],
  tally: Tally,
): void {
  const left = new Set(items);
  for (const wanted of gold) {
    const item = found(wanted, left);
    if (item) left.delete(item);
    if (wanted.optional) continue;
    if (!item) {
      tally.missed++;
      continue;
    }
    tally.hits++;
    if (!isMilestone(wanted))
      tally.add('', {
        kind: item.kind === wanted.kind,
        value:
          item.value === wanted.value && item.valueMax === wanted.value_max && same(item.unit, wanted.unit),
        valueText: same(item.valueText, wanted.value_text),
        comparator: item.comparator === wanted.comparator,
        per: alike(item.per, wanted.per),
        change: item.change === wanted.change,
      });
    tally.add('', {
      indicator: alike(item.indicator, wanted.indicator),
      deadline: (item.deadline?.date ?? null) === (wanted.deadline?.date ?? null),
      deadlineScope: item.deadline?.scope === wanted.deadline?.scope,
      responsible: item.responsible.join('、') === wanted.responsible.join('、'),
      hedged: item.hedged === wanted.hedged,
    });
  }
  tally.extra += left.size;
}

function compareMeta({ meta }: Gold, got: DocumentMeta, tally: Tally): void {
  tally.add('meta.', {
    title: same(got.title, meta.title),
    docNumber: same(got.docNumber, meta.doc_number),
    proposalNumber: same(got.proposalNumber, meta.proposal_number),
    issuer: same(got.issuer, meta.issuer),
    addressees: got.addressees.map(squash).join('、') === meta.addressees.map(squash).join('、'),
    date: got.date === meta.date,
    kind: got.kind === meta.kind,
    period: got.period?.start === meta.period?.start && got.period?.end === meta.period?.end,
  });
}

/** The engine over documents with gold. Stricter than other scorers in places; good for a floor, not for comparing. */
export function scoreGold(documents: Iterable<{ readonly gold: Gold; readonly text: string }>): Figures {
  const tally = new Tally();
  for (const { gold, text } of documents) {
    const { items, meta } = extractText(text);
    compareItems(placed(gold.items, text), items, tally);
    compareMeta(gold, meta, tally);
  }
  return tally.figures();
}
