import type { AbstractList, Level, ListDefinitions, StyleLists } from './list-model.js';
import { formatNumber } from './list-number-format.js';

/** Private-use characters of symbol fonts, which bullets are made of. */
const symbolFont = /[\ue000-\uf8ff]/g;

/** Counts the lists of a document on, paragraph by paragraph, as Word does while it lays out. */
export class ListNumbers {
  readonly #part: ListDefinitions;
  readonly #styles: StyleLists;
  /** Lists that share an abstract list share its counters. */
  readonly #counters = new Map<AbstractList, Map<number, number>>();
  readonly #overridden = new Set<string>();

  constructor(part: ListDefinitions, styles: StyleLists) {
    this.#part = part;
    this.#styles = styles;
  }

  /** The level of a list that a paragraph style is tied to. */
  levelOfStyle(numId: string, style: string): number | null {
    for (const [index, level] of this.#abstract(numId)?.levels ?? []) if (level.style === style) return index;
    return null;
  }

  /** The label of the next paragraph of a list, with the blank that parts it from the text; empty for what is no list. */
  next(numId: string, index: number): string {
    const abstract = this.#abstract(numId);
    const level = abstract && this.#level(numId, abstract, index);
    if (!abstract || !level) return '';
    const counters = this.#counters.get(abstract) ?? new Map<number, number>();
    this.#counters.set(abstract, counters);
    this.#applyOverride(numId, index, counters);
    counters.set(index, counters.has(index) ? (counters.get(index) ?? 0) + 1 : level.start);
    for (const [deeper, { restart }] of abstract.levels) {
      if (deeper > index && index < (restart ?? deeper)) counters.delete(deeper);
    }
    return withSuffix(this.#label(numId, abstract, level, counters), level);
  }

  #label(numId: string, abstract: AbstractList, level: Level, counters: ReadonlyMap<number, number>): string {
    if (level.format === 'bullet') return level.text.replace(symbolFont, '•');
    return level.text.replace(/%(\d)/g, (_whole, digit: string) => {
      const index = Number(digit) - 1;
      const named = this.#level(numId, abstract, index);
      return formatNumber(
        counters.get(index) ?? named?.start ?? 1,
        level.legal ? 'decimal' : (named?.format ?? 'decimal'),
      );
    });
  }

  #applyOverride(numId: string, index: number, counters: Map<number, number>): void {
    const start = this.#part.lists.get(numId)?.startOverrides.get(index);
    const key = `${numId}/${index}`;
    if (start === undefined || this.#overridden.has(key)) return;
    this.#overridden.add(key);
    counters.set(index, start - 1);
  }

  #level(numId: string, abstract: AbstractList, index: number): Level | undefined {
    return this.#part.lists.get(numId)?.levelOverrides.get(index) ?? abstract.levels.get(index);
  }

  #abstract(numId: string): AbstractList | undefined {
    const abstract = this.#part.abstractLists.get(this.#part.lists.get(numId)?.abstractId ?? '');
    if (!abstract?.styleLink) return abstract;
    const linked = this.#styles.list(abstract.styleLink)?.numId ?? '';
    return this.#part.abstractLists.get(this.#part.lists.get(linked)?.abstractId ?? '') ?? abstract;
  }
}

// "1." and "5万元" must not run into 1.5万元, whatever the file says stands between.
function withSuffix(label: string, level: Level): string {
  if (label === '') return '';
  return level.suffix === 'nothing' && !/[\d.．]$/.test(label) ? label : `${label} `;
}
