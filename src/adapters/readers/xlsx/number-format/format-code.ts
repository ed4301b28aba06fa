/** A piece of a number format (ECMA-376 part 1, 18.8.31). */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'date'; readonly letters: string }
  | { readonly kind: 'elapsed'; readonly letters: string }
  | { readonly kind: 'half'; readonly am: string; readonly pm: string }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'slash' | 'text' | 'general' };

export interface Condition {
  readonly operator: string;
  readonly limit: number;
}

export interface Section {
  readonly tokens: readonly Token[];
  readonly condition: Condition | null;
  /** [DBNum1] 一二三, [DBNum2] 壹贰叁, [DBNum3] １２３. */
  readonly numerals: number;
}

/** Longer ones are no format: Excel allows 255 characters. */
const longestCode = 1_000;

const systemDates: Readonly<Record<string, string>> = { F800: 'yyyy"年"m"月"d"日"', F400: 'h:mm:ss' };
const halves = /^(?:AM\/PM|A\/P|上午\/下午)/i;
const general = /^(?:General|G\/通用格式)/i;
const dateRun = /^(?:y+|m+|d+|h+|s+|e+|a{3,4}|b{2,4}|g+)/i;
const exponent = /^E([+-])/i;

const singles: Readonly<Record<string, Token>> = {
  '.': { kind: 'point' },
  ',': { kind: 'comma' },
  '%': { kind: 'percent' },
  '/': { kind: 'slash' },
  '@': { kind: 'text' },
  '0': { kind: 'digit', sign: '0' },
  '#': { kind: 'digit', sign: '#' },
  '?': { kind: 'digit', sign: '?' },
};

/** Reads a format code into its sections: positive, negative, zero, text; or each with a condition of its own. */
export function parseFormatCode(code: string): Section[] {
  const sections: Section[] = [];
  let rest = code.slice(0, longestCode);
  do {
    const [section, after] = parseSection(rest);
    sections.push(section);
    rest = after;
  } while (rest !== '' && sections.length < 4);
  return sections;
}

function parseSection(code: string): [section: Section, rest: string] {
  const tokens: Token[] = [];
  let condition: Condition | null = null;
  let numerals = 0;
  let at = 0;
  const literal = (text: string) => tokens.push({ kind: 'literal', text });
  while (at < code.length) {
    const c = code.charAt(at);
    const rest = code.slice(at, at + 12);
    if (c === ';') return [{ tokens, condition, numerals }, code.slice(at + 1)];
    if (c === '"') {
      const end = code.indexOf('"', at + 1);
      literal(code.slice(at + 1, end < 0 ? code.length : end));
      at = end < 0 ? code.length : end + 1;
    } else if (c === '\\' || c === '!') {
      literal(code.charAt(at + 1));
      at += 2;
    } else if (c === '_' || c === '*') {
      // The width of a character, a filling: both are white.
      at += 2;
    } else if (c === '[') {
      const end = code.indexOf(']', at);
      const inner = code.slice(at + 1, end < 0 ? code.length : end);
      const bracket = readBracket(inner);
      if (bracket.condition) condition = bracket.condition;
      numerals = bracket.numerals ?? numerals;
      if (bracket.token) tokens.push(bracket.token);
      if (bracket.instead) return [{ ...parseSection(bracket.instead)[0], numerals }, afterSection(code, at)];
      at = end < 0 ? code.length : end + 1;
    } else at += readPlain(c, rest, tokens);
  }
  return [{ tokens, condition, numerals }, ''];
}

function afterSection(code: string, from: number): string {
  const end = code.indexOf(';', from);
  return end < 0 ? '' : code.slice(end + 1);
}

function readPlain(c: string, rest: string, tokens: Token[]): number {
  const word = general.exec(rest)?.[0];
  if (word) {
    tokens.push({ kind: 'general' });
    return word.length;
  }
  const half = halves.exec(rest)?.[0];
  if (half) {
    const [am = '', pm = ''] = half.split('/');
    tokens.push({ kind: 'half', am, pm });
    return half.length;
  }
  const power = exponent.exec(rest);
  if (power && tokens.some(({ kind }) => kind === 'digit')) {
    tokens.push({ kind: 'exponent', plus: power[1] === '+' });
    return 2;
  }
  const run = dateRun.exec(rest)?.[0];
  const letters = run?.match(/^(.)\1*/i)?.[0];
  if (letters) {
    tokens.push({ kind: 'date', letters: letters.toLowerCase() });
    return letters.length;
  }
  tokens.push(singles[c] ?? { kind: 'literal', text: c });
  return 1;
}

interface Bracket {
  readonly condition?: Condition;
  readonly numerals?: number;
  readonly token?: Token;
  readonly instead?: string;
}

/** What stands in brackets: a condition, a currency with its locale, a set of numerals, an elapsed time; else a colour. */
function readBracket(inner: string): Bracket {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inner);
  if (condition) return { condition: { operator: condition[1] ?? '', limit: Number(condition[2]) } };
  const numerals = /^DBNum([1-4])$/i.exec(inner);
  if (numerals) return { numerals: Number(numerals[1]) };
  if (/^(h+|m+|s+)$/i.test(inner)) return { token: { kind: 'elapsed', letters: inner.toLowerCase() } };
  const currency = /^\$([^-]*)(?:-(.*))?$/.exec(inner);
  const instead = systemDates[(currency?.[2] ?? '').toUpperCase()];
  if (instead) return { instead };
  return currency?.[1] ? { token: { kind: 'literal', text: currency[1] } } : {};
}
