import { formatDateSection, isDateSection } from './date-section.js';
import { generalNumber } from './decimal.js';
import { type Condition, parseFormatCode, type Section } from './format-code.js';
import { formatNumberSection } from './number-section.js';

const meets = (value: number, { operator, limit }: Condition) =>
  ({
    '<': value < limit,
    '>': value > limit,
    '<=': value <= limit,
    '>=': value >= limit,
    '=': value === limit,
    '<>': value !== limit,
  })[operator] ?? false;

/** A number format, read once and used for many cells. */
export class NumberFormat {
  readonly #sections: readonly Section[];
  readonly #numeric: readonly Section[];

  constructor(code: string) {
    this.#sections = parseFormatCode(code);
    const [last] = this.#sections.slice(-1);
    const lastIsText = this.#sections.length > 1 && last?.tokens.some(({ kind }) => kind === 'text');
    this.#numeric = this.#sections.slice(0, lastIsText ? -1 : 3);
  }

  /** A number as Excel shows it. */
  number(value: number, date1904: boolean): string {
    const [section, ownSign] = this.#sectionFor(value);
    if (!section) return generalNumber(value);
    if (isDateSection(section)) return formatDateSection(value, section, date1904) ?? generalNumber(value);
    if (section.tokens.length === 0) return '';
    const shown = formatNumberSection(Math.abs(value), section);
    return value < 0 && !ownSign && shown !== '' ? `-${shown}` : shown;
  }

  /** A text as Excel shows it: formats may put words around it. */
  text(value: string): string {
    const section = this.#sections.find(({ tokens }) => tokens.some(({ kind }) => kind === 'text'));
    if (!section)
      return this.#sections.length === 4 ? (this.#sections[3]?.tokens.map(literal).join('') ?? '') : value;
    return section.tokens.map((token) => (token.kind === 'text' ? value : literal(token))).join('');
  }

  /** The section for a value, and whether it writes the minus of its own. */
  #sectionFor(value: number): [section: Section | undefined, ownSign: boolean] {
    const sections = this.#numeric;
    const conditional = sections.findIndex(({ condition }) => condition && meets(value, condition));
    if (conditional >= 0) return [sections[conditional], false];
    if (sections.some(({ condition }) => condition)) {
      const other = sections.filter(({ condition }) => !condition);
      return value < 0 && other.length > 1 ? [other[0], true] : [other.at(-1), false];
    }
    if (value < 0 && sections.length > 1) return [sections[1], true];
    return [value === 0 && sections.length > 2 ? sections[2] : sections[0], false];
  }
}

const literal = (token: Section['tokens'][number]) => (token.kind === 'literal' ? token.text : '');
