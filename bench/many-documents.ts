import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';

const documents = new URL('../fixtures/documents/', import.meta.url);
const fixedDate = new Date('2025-01-01T00:00:00Z');

function originals(format: string, takes: (name: string) => boolean): Uint8Array[] {
  const folder = new URL(`${format}/sources/`, documents);
  return readdirSync(folder)
    .filter(takes)
    .sort()
    .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
}

/** The same pages under another title: another file to the ledger, the same work to a reader. */
async function pdf(source: Uint8Array, n: number): Promise<Uint8Array> {
  const file = await PDFDocument.load(source, { updateMetadata: false });
  file.setTitle(`${n}`);
  file.setModificationDate(fixedDate);
  return file.save();
}

function docx(source: Uint8Array, n: number): Uint8Array {
  const parts = unzipSync(source);
  const main = parts['word/document.xml'];
  if (!main) throw new Error('no word/document.xml');
  parts['word/document.xml'] = strToU8(`${strFromU8(main)}<!-- ${n} -->`);
  return zipSync(parts);
}

const text = (source: Uint8Array, n: number): Uint8Array =>
  new Uint8Array(Buffer.concat([source, Buffer.from(`\n附件${n}\n`)]));

/** Fills a folder with as many different files as are asked for: all of one format, or mixed, of ten six PDFs, two DOCX, two texts. */
export async function makeDocuments(
  folder: string,
  count: number,
  mix: 'pdf' | 'docx' | 'txt' | 'mixed',
): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true });
  const sources = {
    pdf: originals('pdf', (name) => name.endsWith('.pdf')),
    docx: originals('docx', (name) => name.endsWith('.docx')),
    txt: originals('text', (name) => name.endsWith('.txt') && !name.includes('.gb18030.')),
  };
  const made = { pdf: 0, docx: 0, txt: 0 };
  const vary = { pdf, docx, txt: text };
  for (let n = 0; n < count; n++) {
    const kind = mix !== 'mixed' ? mix : n % 10 < 6 ? 'pdf' : n % 10 < 8 ? 'docx' : 'txt';
    const source = sources[kind][made[kind] % sources[kind].length];
    if (!source) throw new Error(`no ${kind} among the fixtures`);
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}.${kind}`), await vary[kind](source, n));
    made[kind]++;
  }
  return made;
}
