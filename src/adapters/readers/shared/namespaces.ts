const known: readonly (readonly [uri: RegExp, prefix: string])[] = [
  [/\/wordprocessingml\/(2006\/)?main$/, 'w'],
  [/\/spreadsheetml\/(2006\/)?main$/, 's'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(2006\/)?math$/, 'm'],
  [/\/package\/(2006\/)?relationships$/, 'r'],
];

/** Gives elements one name each, whatever prefixes a file chose. The parser's own namespace handling costs twice the time. */
export class Namespaces {
  /** File's prefix to ours, and whole names once made. */
  #prefixes = new Map<string, string>();
  #names = new Map<string, string>();
  readonly #outer: { readonly depth: number; readonly prefixes: Map<string, string> }[] = [];

  /** Takes an element's declarations in. */
  declare(attributes: Readonly<Record<string, string>>, depth: number): void {
    let inner: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      if (name.length > 5 && name[5] !== ':') continue;
      inner ??= new Map(this.#prefixes);
      const uri = attributes[name] ?? '';
      inner.set(name.slice(6), known.find(([pattern]) => pattern.test(uri))?.[1] ?? '?');
    }
    if (!inner) return;
    this.#outer.push({ depth, prefixes: this.#prefixes });
    this.#prefixes = inner;
    this.#names = new Map();
  }

  /** Leaves an element and forgets what it declared. */
  leave(depth: number): void {
    const outer = this.#outer.at(-1);
    if (outer?.depth !== depth) return;
    this.#outer.pop();
    this.#prefixes = outer.prefixes;
    this.#names = new Map();
  }

  nameOf(tag: string): string {
    const found = this.#names.get(tag);
    if (found !== undefined) return found;
    const colon = tag.indexOf(':');
    const name = `${this.#prefixes.get(tag.slice(0, Math.max(colon, 0))) ?? '?'}:${tag.slice(colon + 1)}`;
    this.#names.set(tag, name);
    return name;
  }
}
