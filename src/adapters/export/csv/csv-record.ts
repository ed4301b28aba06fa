/** What a spreadsheet would take for a formula at the start of a cell. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const harmless = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One CSV record (RFC 4180, CRLF). Cells that start with = + - @ or a tab are defused with an apostrophe; numbers stay. */
export function csvRecord(values: readonly (string | number | boolean | null | undefined)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** Lets Excel read the file as UTF-8. */
export const byteOrderMark = '\ufeff';
