import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import { phrase } from '../../../domain/phrase.js';
import { drained } from '../shared/paced.js';
import { packageParts } from './package-parts.js';
import { rowXml, sheetFoot, sheetHead } from './sheet-xml.js';

/** A sheet takes 1,048,576 rows, one of which is the heading. */
const rowsOfSheet = 1_048_575;
const sheetName = phrase('台账', 'Ledger');

/** A part of the package that is packed as it is written. */
function addPart(zip: Zip, path: string): (xml: string, isLast?: boolean) => void {
  const part = new ZipDeflate(path, { level: 4 });
  zip.add(part);
  return (xml, isLast = false) => part.push(strToU8(xml), isLast);
}

/**
 * A workbook with one sheet, or more where the rows do not fit one. Each page is packed and handed on before the next is
 * asked for: a library that packs on its own turns lets a fast store run ahead of it by hundreds of megabytes.
 * @param most rows of a sheet
 */
export async function writeXlsx(
  pages: AsyncIterable<readonly LedgerRow[]>,
  out: Writable,
  options: ExportOptions,
  most = rowsOfSheet,
): Promise<void> {
  const zip = new Zip((fault, chunk) => {
    if (fault) out.destroy(fault);
    else if (!out.destroyed) out.write(chunk);
  });
  const names: string[] = [];
  const begin = () => {
    names.push(`${sheetName[options.language]}${names.length === 0 ? '' : names.length + 1}`);
    const push = addPart(zip, `xl/worksheets/sheet${names.length}.xml`);
    push(sheetHead(options));
    return push;
  };
  let sheet = begin();
  let rows = 0;
  const end = () => sheet(sheetFoot(rows, options.columns.length), true);
  for await (const page of pages) {
    let text = '';
    for (const row of page) {
      if (rows === most) {
        sheet(text);
        text = '';
        end();
        rows = 0;
        sheet = begin();
      }
      rows += 1;
      text += rowXml(rows + 1, row, options);
    }
    sheet(text);
    await drained(out);
    await setImmediate();
  }
  end();
  for (const [path, xml] of Object.entries(packageParts(names))) addPart(zip, path)(xml, true);
  zip.end();
}
