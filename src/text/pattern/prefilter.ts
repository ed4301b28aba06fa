import { neededCharacters } from './needed-characters.js';

/**
 * Tells by one look at each character of a string which of many regexes may match it: a regex that never does costs nothing.
 * What it names may still fail; what it leaves out cannot match.
 */
export class Prefilter {
  /** By character code the place of its bits in `first` and `second`, 0 for a character that nobody needs. */
  private readonly places = new Uint16Array(65_536);
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly always: Int32Array;
  private readonly seenFirst: Int32Array;
  private readonly seenSecond: Int32Array;

  constructor(regexes: readonly RegExp[]) {
    const words = Math.ceil(regexes.length / 32);
    const needs = regexes.map(neededCharacters);
    const characters = [...new Set(needs.flatMap((sets) => sets.flatMap((need) => [...need])))];
    for (const [i, c] of characters.entries()) this.places[c.charCodeAt(0)] = i + 1;
    this.first = new Int32Array((characters.length + 1) * words);
    this.second = new Int32Array((characters.length + 1) * words);
    this.always = new Int32Array(words);
    this.seenFirst = new Int32Array(words);
    this.seenSecond = new Int32Array(words);
    for (const [i, [one, two = one]] of needs.entries()) {
      if (!one || !two) this.set(this.always, 0, i);
      for (const c of one ?? []) this.set(this.first, this.places[c.charCodeAt(0)] ?? 0, i);
      for (const c of two ?? []) this.set(this.second, this.places[c.charCodeAt(0)] ?? 0, i);
    }
  }

  private set(bits: Int32Array, place: number, regex: number): void {
    const at = place * this.always.length + (regex >> 5);
    bits[at] = (bits[at] ?? 0) | (1 << (regex & 31));
  }

  /** Indexes of the regexes that may match, ascending. */
  possible(text: string): number[] {
    const { places, first, second, seenFirst, seenSecond, always } = this;
    const words = always.length;
    seenFirst.fill(0);
    seenSecond.fill(0);
    for (let i = 0; i < text.length; i++) {
      const place = places[text.charCodeAt(i)] as number;
      if (place === 0) continue;
      for (let word = 0, at = place * words; word < words; word++, at++) {
        seenFirst[word] = (seenFirst[word] as number) | (first[at] as number);
        seenSecond[word] = (seenSecond[word] as number) | (second[at] as number);
      }
    }
    const found: number[] = [];
    for (let word = 0; word < words; word++) {
      let bits = ((seenFirst[word] as number) & (seenSecond[word] as number)) | (always[word] as number);
      for (; bits !== 0; bits &= bits - 1) found.push(word * 32 + 31 - Math.clz32(bits & -bits));
    }
    return found;
  }
}

/** Whether a string holds what one of some regexes needs: where not, none matches. For those that look through a long string. */
export function mayMatch(...regexes: readonly RegExp[]): (text: string) => boolean {
  const filter = new Prefilter(regexes);
  return (text) => filter.possible(text).length > 0;
}

/** Gives of some entries, in their order, those whose regex may match a string. */
export function prefiltered<T>(entries: readonly T[], regexOf: (entry: T) => RegExp): (text: string) => T[] {
  const filter = new Prefilter(entries.map(regexOf));
  return (text) => filter.possible(text).map((i) => entries[i] as T);
}

/** Takes out of words what each of some regexes matches, one after the other. */
export function removing(regexes: readonly RegExp[]): (text: string) => string {
  const filter = new Prefilter(regexes);
  // What is taken out brings no character in: what could not match before cannot match then.
  return (text) => {
    let rest = text;
    for (const i of filter.possible(text)) rest = rest.replace(regexes[i] as RegExp, '');
    return rest;
  };
}
