import { gramsOf } from '../indicator/canonical.js';

/** How much of the shorter name a candidate must share to be looked at. */
const share = 0.5;

interface Kept<Entry> {
  readonly entry: Entry;
  readonly grams: readonly string[];
}

/**
 * An inverted index over pairs of neighbouring characters: a query looks at what shares enough of them, never at all.
 * Entries of one place are apart from those of another; those whose place is unknown are looked at for every query.
 */
export class CandidateIndex<Entry> {
  private readonly entries: Kept<Entry>[] = [];
  private readonly byPlace = new Map<string, Map<string, number[]>>();
  /** Entries that queries have looked at so far, for measuring. */
  looked = 0;

  add(name: string, place: string | null, entry: Entry): void {
    const grams = gramsOf(name);
    const id = this.entries.push({ entry, grams }) - 1;
    const postings = this.byPlace.get(place ?? '') ?? new Map<string, number[]>();
    this.byPlace.set(place ?? '', postings);
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list) list.push(id);
      else postings.set(gram, [id]);
    }
  }

  get size(): number {
    return this.entries.length;
  }

  /**
   * Entries that share half of the shorter name's pairs, in the order they were added. Only the rarest pairs of the
   * query are followed: a name that shares half of them holds one of those.
   * @param within a `clause` holds a name among other words, so all its pairs are followed
   */
  find(name: string, place: string | null, within: 'name' | 'clause' = 'name'): Entry[] {
    const grams = gramsOf(name);
    const near = new Set<number>();
    for (const postings of this.of(place)) {
      const lists = grams
        .flatMap((gram) => {
          const list = postings.get(gram);
          return list ? [list] : [];
        })
        .sort((a, b) => a.length - b.length);
      const spared = within === 'name' ? Math.ceil(share * lists.length) - 1 : 0;
      for (const list of lists.slice(0, Math.max(1, lists.length - spared)))
        for (const id of list) near.add(id);
    }
    this.looked += near.size;
    const wanted = new Set(grams);
    return [...near]
      .sort((a, b) => a - b)
      .flatMap((id) => {
        const found = this.entries[id];
        if (!found) return [];
        const common = found.grams.reduce((sum, gram) => sum + (wanted.has(gram) ? 1 : 0), 0);
        return common >= share * Math.min(grams.length, found.grams.length) ? [found.entry] : [];
      });
  }

  private of(place: string | null): Iterable<Map<string, number[]>> {
    if (place === null) return this.byPlace.values();
    return [place, ''].flatMap((each) => this.byPlace.get(each) ?? []);
  }
}
