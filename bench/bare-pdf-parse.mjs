#!/usr/bin/env node
// What the ingest is held against: pdf-parse alone, its text of each PDF in a folder, nothing kept. With the character
// maps, or it would read nothing of some Chinese fonts and be fast at it. Usage: node bench/bare-pdf-parse.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';

const [folder = '.'] = process.argv.slice(2);
const fromPdfParse = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
const pdfjs = dirname(fromPdfParse.resolve('pdfjs-dist/package.json'));
let characters = 0;
let pages = 0;
for (const name of readdirSync(folder).filter((each) => each.endsWith('.pdf'))) {
  const parser = new PDFParse({
    data: new Uint8Array(readFileSync(join(folder, name))),
    cMapUrl: `${join(pdfjs, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/`,
  });
  const { text, total } = await parser.getText({ pageJoiner: '' });
  characters += text.length;
  pages += total;
  await parser.destroy();
}
console.log(JSON.stringify({ characters, pages }));
