import type { LedgerRow } from '../../../domain/ledger.js';
import { jsonLine } from './json-line.js';

/** As the API gives rows: whose office they are is not told. */
const shown = ({ tenant: _, ...row }: LedgerRow): Omit<LedgerRow, 'tenant'> => row;

export async function* jsonLineTexts(pages: AsyncIterable<readonly LedgerRow[]>): AsyncGenerator<string> {
  for await (const rows of pages) yield rows.map((row) => `${jsonLine(shown(row))}\n`).join('');
}

/** One array, a row a line. */
export async function* jsonTexts(pages: AsyncIterable<readonly LedgerRow[]>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of pages) {
    for (const row of rows) {
      yield `${separator}${jsonLine(shown(row))}`;
      separator = ',\n';
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
