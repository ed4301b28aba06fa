/** Separators in the order in which they win a draw. */
const delimiters = [',', '\t', ';', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

/**
 * Splits a text into records as RFC 4180 says: a field that begins with a quotation mark goes to the next single one, line
 * ends and separators among it. `quoted: false` takes quotation marks for plain characters. Ends early where a quotation
 * is never closed, and gives false then.
 */
export function eachRecord(
  text: string,
  delimiter: Delimiter,
  quoted: boolean,
  onRecord: (fields: readonly string[]) => void,
): boolean {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (quoted && text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return false;
      field = text.slice(at + 1, end).replace(/""/g, '"');
      at = end + 1;
    }
    const stop = fieldEnd(text, at, delimiter);
    fields.push(field + text.slice(at, stop));
    const c = text[stop];
    at = stop + 1;
    if (c === delimiter) {
      if (at === text.length) fields.push('');
    } else {
      if (c === '\r' && text[at] === '\n') at++;
      onRecord(fields);
      fields = [];
    }
  }
  if (fields.length > 0) onRecord(fields);
  return true;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function fieldEnd(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text[at];
    if (c === delimiter || c === '\n' || c === '\r') break;
  }
  return at;
}

const sampledCharacters = 64 * 1024;
const enoughRecords = 20;
/** Titles and notes above the header, and records that may have another number of fields than the rest. */
const headRecords = 3;
const evenShare = 0.8;
/** 1,200 in each line is a column of numbers. */
const thousands = /^\s*[-+¥￥$]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/;

interface Shape {
  readonly fields: number;
  /** How many of them are blank before the first word. */
  readonly indent: number;
}

/** The shape of each record that is not blank. */
function shapesOf(sample: string, delimiter: Delimiter): Shape[] {
  const shapes = (quoted: boolean) => {
    const found: Shape[] = [];
    const closed = eachRecord(sample, delimiter, quoted, (fields) => {
      const indent = fields.findIndex((field) => field.trim() !== '');
      if (indent >= 0) found.push({ fields: fields.length, indent });
    });
    return { found, closed };
  };
  const { found, closed } = shapes(true);
  // Cut inside a quotation, the sample has enough whole records; a mark that was never one opens before them.
  return closed || found.length >= enoughRecords ? found : shapes(false).found;
}

function columnsOf(sample: string, delimiter: Delimiter): number {
  const shapes = shapesOf(sample, delimiter);
  for (let skipped = 0; skipped <= headRecords; skipped++) {
    const rest = shapes.slice(skipped);
    const fields = rest[0]?.fields ?? 0;
    // What is blank in every record is no column: paragraphs begin with a tab.
    const columns = fields - Math.min(fields, ...rest.map(({ indent }) => indent));
    const even = rest.filter((shape) => shape.fields === fields).length;
    const isTable = columns >= 3 ? rest.length >= 2 : columns === 2 && rest.length >= 4;
    if (isTable && even >= rest.length * evenShare) return columns;
  }
  return 0;
}

/** The separator of a text that is a table: nearly every line has the same number of fields. Null for running words. */
export function findDelimiter(text: string): Delimiter | null {
  const declared = /^sep=([,;|\t])\r?\n/.exec(text)?.[1];
  if (declared) return declared as Delimiter;
  const cut = text.length > sampledCharacters ? text.lastIndexOf('\n', sampledCharacters) : text.length;
  const sample = text.slice(0, cut < 0 ? sampledCharacters : cut);
  // JSON, Markdown and numbers with thousands have as many commas or bars in each line too.
  const lines = sample.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isOther = /^\s*[[{|#]/.test(lines[0] ?? '') || lines.every((line) => thousands.test(line));
  if (isOther) return null;
  let best: { delimiter: Delimiter; columns: number } | null = null;
  for (const delimiter of delimiters) {
    const columns = columnsOf(sample, delimiter);
    if (columns > (best?.columns ?? 1)) best = { delimiter, columns };
  }
  return best?.delimiter ?? null;
}
