import { readdirSync, readFileSync } from 'node:fs';
import { degrees, PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { PdfPages } from '../../../src/adapters/readers/pdf/pdf-pages.js';
import { openPdfium } from '../../../src/adapters/readers/pdf/pdfium/pdfium-document.js';
import { openWithPdfium } from '../../../src/adapters/readers/pdf/pdfium/pdfium-pages.js';
import { renderPage } from '../../../src/adapters/readers/pdf/pdfium/render-page.js';
import { openWithPdfParse } from '../../../src/adapters/readers/pdf/pdfjs/pdfjs-pages.js';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { linesOf as linesOfPieces } from '../../../src/adapters/readers/shared/layout/lines-of.js';
import { encodeGb18030 } from './support/gb18030.js';
import { linesOf, makePdf, type PdfOptions, type Piece } from './support/make-pdf.js';

const fixtures = new URL('../../../fixtures/documents/pdf/sources/', import.meta.url);
const at = (text: string, x: number, y: number): Piece => ({ text, x, y });

async function linesWith(open: (bytes: Uint8Array) => Promise<PdfPages>, bytes: Uint8Array) {
  const pages = await open(bytes);
  const lines = [];
  for (let number = 1; number <= pages.count; number++)
    lines.push(linesOfPieces((await pages.read(number)).pieces));
  await pages.close();
  return lines;
}

/** The same lines, each within so many points of the other's place. */
async function expectAgreement(bytes: Uint8Array, points: number) {
  const [pdfium, pdfParse] = [
    await linesWith(openWithPdfium, bytes),
    await linesWith(openWithPdfParse, bytes),
  ];
  expect(pdfium.map((page) => page.map(({ text }) => text))).toEqual(
    pdfParse.map((page) => page.map(({ text }) => text)),
  );
  const [boxes, others] = [pdfium, pdfParse].map((pages) => pages.flat().flatMap(({ box }) => box));
  const apart = (boxes ?? []).map((edge, i) => Math.abs(edge - (others?.[i] ?? Number.NaN)));
  expect(Math.max(...apart)).toBeLessThan(points);
}

describe('PDFium and pdf-parse', () => {
  it.each(readdirSync(fixtures))('read the same lines of %s', async (name) => {
    await expectAgreement(readFileSync(new URL(name, fixtures)), 1);
  });

  const texts = ['关于第13号建议的答复', '到2025年底，县域就诊率达到92％以上。', 'GDP growth of 5.5% a year'];
  it.each<[string, readonly Piece[], PdfOptions]>([
    ['a page', linesOf(...texts), {}],
    [
      'GBK-EUC-H',
      linesOf(...texts.slice(0, 2)),
      { encoding: 'GBK-EUC-H', encode: (t) => encodeGb18030(t) ?? new Uint8Array() },
    ],
    ['a page turned by 90', linesOf(...texts), { rotate: 90 }],
    ['a page turned by 180', linesOf(...texts), { rotate: 180 }],
    ['a page turned by 270', linesOf(...texts), { rotate: 270 }],
    [
      'turned text',
      [
        { ...at(texts[0] ?? '', 100, 100), turned: 1 },
        { ...at(texts[1] ?? '', 120, 100), turned: 1 },
      ],
      {},
    ],
    ['cells', [at('到2025', 72, 700), at('年底', 132, 700), at('附件', 400, 700)], {}],
  ])('place %s alike', async (_what, pieces, options) => {
    await expectAgreement(makePdf([pieces], options), 2);
  });
});

describe('a PDF that PDFium misreads', () => {
  const read = async (bytes: Uint8Array) => (await readInProcess({ name: 'a.pdf', bytes })).text;

  it('has turned text of a font without outlines read by pdf-parse', async () => {
    const pieces = ['关于建议的答复', '到2025年'].map((text, i) => ({
      ...at(text, 100 + 20 * i, 100),
      turned: 1,
    }));
    expect((await linesWith(openWithPdfium, makePdf([pieces]))).flat()).toHaveLength(1);
    expect(await read(makePdf([pieces]))).toBe('关于建议的答复\n到2025年');
  });

  it('has characters that are drawn one by one in such a font read by pdf-parse', async () => {
    const pieces = [...'到2025年底新建五所'].map((text, i) => at(text, 72 + 12 * i, 700));
    expect(await read(makePdf([pieces]))).toMatch(/^到2 ?0 ?2 ?5 ?年底新建五所$/);
    expect(await read(makePdf([[...pieces, at('县域就诊率达到92%', 72, 600)]]))).toContain('新建五所');
  });
});

describe('renderPage', () => {
  const inkOf = async (bytes: Uint8Array, dpi: number) => {
    const document = await openPdfium(bytes);
    const { width, height, data, scale } = renderPage(document, 1, dpi);
    document.close();
    const ink = [];
    for (let i = 0; i < width * height; i++)
      if ((data[i * 4] ?? 255) < 128) ink.push([i % width, Math.floor(i / width)]);
    const [xs, ys] = [ink.map(([x]) => x ?? 0), ink.map(([, y]) => y ?? 0)];
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
    return { width, height, box: box.map((edge) => Math.round(edge / scale)) };
  };
  /** A page with one black block of 100 by 50 points, its lower left corner at (72, 600). */
  const block = async (change: (page: ReturnType<PDFDocument['addPage']>) => void = () => undefined) => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    page.drawRectangle({ x: 72, y: 600, width: 100, height: 50 });
    change(page);
    return document.save();
  };

  it('draws what is on the page at the wanted resolution', async () => {
    expect(await inkOf(await block(), 144)).toEqual({ width: 1190, height: 1684, box: [72, 192, 172, 242] });
  });

  it('draws the page as it is looked at: turned and cut', async () => {
    const turned = await block((page) => page.setRotation(degrees(90)));
    expect(await inkOf(turned, 72)).toEqual({ width: 842, height: 595, box: [600, 72, 650, 172] });
    const cut = await block((page) => page.setCropBox(50, 500, 300, 200));
    expect(await inkOf(cut, 72)).toEqual({ width: 300, height: 200, box: [22, 50, 122, 100] });
  });

  it('draws a huge page smaller rather than not at all', async () => {
    const { width, height } = await inkOf(await block((page) => page.setSize(14_400, 14_400)), 300);
    expect(width * height).toBeLessThan(9.1e6);
    expect(width).toBe(height);
  });
});
