/** Characters of which every match holds at least one. */
type Need = ReadonlySet<string>;

/** More characters than this tell nothing: nearly every sentence has one of them. */
const most = 48;
/** Kept of a sequence: the two that tell most. */
const kept = 2;
/** Characters that stand in every other clause tell less than others. */
const common = new Set('0123456789，、。的年一二三四五六七八九十建设工作完成实施全市县区项目');
const costOf = (need: Need): number => {
  let cost = 0;
  for (const c of need) cost += common.has(c) ? 6 : 1;
  return cost;
};

const best = (needs: readonly Need[]): Need[] =>
  needs.length <= kept ? [...needs] : [...needs].sort((a, b) => costOf(a) - costOf(b)).slice(0, kept);

/** What all of some alternatives need together: nothing where one needs nothing. */
function either(alternatives: readonly (readonly Need[])[]): Need[] {
  const [only] = alternatives;
  if (alternatives.length === 1 && only) return [...only];
  const joined = Array.from({ length: kept }, (_, nth) => {
    const union = new Set<string>();
    for (const needs of alternatives) {
      const need = needs[nth] ?? needs[0];
      if (!need) return null;
      for (const c of need) union.add(c);
    }
    return union.size <= most ? union : null;
  });
  return joined.filter((need) => need !== null);
}

const digits = '0123456789';

/** Reads a regex's source from left to right; syntax that it does not know needs nothing. */
class NeedReader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Need[] {
    const found: Need[][] = [];
    do found.push(this.sequence());
    while (this.takes('|'));
    return either(found);
  }

  private takes(words: string): boolean {
    if (!this.source.startsWith(words, this.at)) return false;
    this.at += words.length;
    return true;
  }

  private sequence(): Need[] {
    const needs: Need[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const own = this.atom();
      if (!this.mayBeAbsent()) needs.push(...own);
    }
    return best(needs);
  }

  /** Whether the quantifier that stands here, if any, lets its atom be left out. */
  private mayBeAbsent(): boolean {
    const [written, least] =
      /^(?:[*?]|\+|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12)) ?? [];
    if (written === undefined) return false;
    this.at += written.length;
    return least === undefined ? !written.startsWith('+') : Number(least) === 0;
  }

  private atom(): Need[] {
    const c = this.source.charAt(this.at++);
    if (c === '(') return this.group();
    if (c === '[') return this.characterClass();
    if (c === '\\') return this.escaped().map((each) => new Set(each));
    return '^$.'.includes(c) ? [] : [new Set([c])];
  }

  private group(): Need[] {
    const denies = this.takes('?!') || this.takes('?<!');
    if (!denies) {
      const opened = /^\?(?::|=|<=|<\w+>)/.exec(this.source.slice(this.at, this.at + 40));
      this.at += opened?.[0].length ?? 0;
    }
    const needs = this.alternatives();
    this.at++;
    return denies ? [] : needs;
  }

  /** The characters that an escape stands for, in one string; none where they are many. */
  private escaped(): string[] {
    const c = this.source.charAt(this.at++);
    if (c === 'd') return [digits];
    if (c === 'u' || c === 'x') {
      const [code] = /^[\da-fA-F]+/.exec(this.source.slice(this.at, this.at + (c === 'u' ? 4 : 2))) ?? [''];
      this.at += code.length;
      return [String.fromCharCode(Number.parseInt(code, 16))];
    }
    const control = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[c];
    if (control !== undefined) return [control];
    // \s, \w, \p{…}, \b, \1: many characters, none, or those of another place.
    if (c === 'p' || c === 'P') this.at = this.source.indexOf('}', this.at) + 1;
    if (c === 'k') this.at = this.source.indexOf('>', this.at) + 1;
    return /[A-Za-z\d]/.test(c) ? [] : [c];
  }

  private characterClass(): Need[] {
    const denied = this.takes('^');
    const found = new Set<string>();
    let isMany = denied;
    while (this.at < this.source.length && !this.takes(']')) {
      const from = this.classCharacters();
      if (from === null) isMany = true;
      else if (
        from.length === 1 &&
        this.source.charAt(this.at) === '-' &&
        this.source.charAt(this.at + 1) !== ']'
      ) {
        this.at++;
        const last = this.classCharacters()?.charCodeAt(0) ?? 0;
        const first = from.charCodeAt(0);
        if (last - first > most) isMany = true;
        else for (let code = first; code <= last; code++) found.add(String.fromCharCode(code));
      } else for (const c of from) found.add(c);
    }
    return isMany || found.size === 0 || found.size > most ? [] : [found];
  }

  private classCharacters(): string | null {
    const c = this.source.charAt(this.at++);
    return c === '\\' ? (this.escaped()[0] ?? null) : c;
  }
}

/**
 * Sets of characters of each of which every string that a regex matches holds at least one: the two that tell most, fewer
 * where the regex asks for less, none where nothing can be told. A string without them need not be tried.
 */
export function neededCharacters({ source, ignoreCase }: RegExp): readonly Need[] {
  // Beyond the BMP a character is two code units, in another case it is another one: neither is read here.
  if (ignoreCase || /[\ud800-\udfff]|\\u\{|\(\?[a-z-]+:/u.test(source)) return [];
  return new NeedReader(source).alternatives();
}
