import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { createIsolatedReader } from '../../../src/adapters/readers/isolated/isolated-reader.js';
import { linesIn } from '../../../src/adapters/readers/shared/layout/page-blocks.js';
import { nativeTesseract } from '../../../src/adapters/readers/shared/recognition/engines/native-tesseract.engine.js';
import { decodePicture } from '../../../src/adapters/readers/shared/recognition/image/decode-picture.js';
import { openRecognizer } from '../../../src/adapters/readers/shared/recognition/open-engine.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { assemblePdf, linesOf, makePdf } from './support/make-pdf.js';

const documents = new URL('../../../fixtures/documents/', import.meta.url);
const fixture = (path: string) => ({ name: path, bytes: readFileSync(new URL(path, documents)) });
const mebibyte = 1024 * 1024;
const limits = { maxFileBytes: 20 * mebibyte, seconds: 60, memoryBytes: 512 * mebibyte, processes: 1 };
const recognition = {
  recognizer: 'tesseract.js',
  seconds: 600,
  memoryBytes: 1024 * mebibyte,
  processes: 1,
} as const;
const reader = createIsolatedReader({ ...limits, recognition });
afterAll(() => reader.close());

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'was read',
    (fault: JiannuoError) => fault.code,
  );

const engines = ['tesseract.js', ...(nativeTesseract() === null ? [] : ['tesseract'])] as const;

describe.each(engines)('%s', (name) => {
  it('reads a page that lies on its side, askew, with a seal over its text', async () => {
    const { bytes } = fixture('scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg');
    const { picture, scale } = await decodePicture(bytes);
    const recognizer = await openRecognizer(name as 'tesseract' | 'tesseract.js');
    const { blocks, confidence } = await recognizer.recognize(picture, scale);
    const lines = linesIn(blocks);
    const text = lines.map((line) => line.text).join('');
    for (const words of ['第5号提案的答复', '全长约64公里', '接待观众9.8万人次', '不少于240天'])
      expect(text).toContain(words);
    expect(confidence).toBeGreaterThan(70);
    // On its side: lines stand upright on the page, the first ones at its right.
    for (const { box, words = [], text } of lines) {
      if (text.length > 10) expect(box[3] - box[1]).toBeGreaterThan(box[2] - box[0]);
      expect(box[0]).toBeGreaterThanOrEqual(0);
      expect(box[2]).toBeLessThanOrEqual(picture.width * scale);
      for (const word of words) expect(word.confidence).toBeLessThanOrEqual(100);
    }
    expect(lines[0]?.box[0] ?? 0).toBeGreaterThan((picture.width * scale) / 2);
    expect(recognizer.id).toMatch(/^tesseract(\.js)?@\d/);
  });
});

describe('a document with pages to be recognised', () => {
  it('mixes pages of text with recognised ones, and says which', async () => {
    const mixed = fixture('scan/sources/huaiting-2025-npc-reply-46.mixed.pdf');
    expect(await reader.readWritten(mixed)).toBeNull();
    const source = await reader.read(mixed);
    const written = await reader.read(fixture('pdf/sources/huaiting-2025-npc-reply-46.cid.pdf'));
    const last = source.pages.at(-1);
    expect(source.pages.length).toBe(written.pages.length + 1);
    expect(source.text.slice(0, written.text.length)).toBe(written.text);
    expect(source.text.slice(last?.start)).toContain('咨询服务热线');
    expect(source.warnings.map(({ code, page }) => [code, page])).toContainEqual([
      'page-recognized',
      last?.number,
    ]);
    expect(source.reader).toMatch(/^pdf@\d+\+tesseract\.js@7/);
    // The table's cells, by row and column.
    const cells = source.tables[0]?.cells.map((cell) => source.text.slice(cell.start, cell.end)) ?? [];
    expect(cells).toContain('完成时限');
    expect(cells).toContain('新增停车泊位1500个');
    // Words only of the recognised page, each in its place.
    const words = source.words ?? [];
    expect(words.length).toBeGreaterThan(100);
    expect(words.every(({ start, end }) => start >= (last?.start ?? 0) && end <= source.text.length)).toBe(
      true,
    );
    expect(words.some(({ start, end }) => source.text.slice(start, end) === '2025')).toBe(true);
  });

  it('has no text where there is no print on its pictures, and is told so', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([595, 842]).drawRectangle({ x: 100, y: 100, width: 300, height: 300 });
    expect(await codeOf(reader.read({ name: 'a.pdf', bytes: await pdf.save() }))).toBe('file-no-text');
    expect(await codeOf(reader.read({ name: 'b.pdf', bytes: makePdf([[], []]) }))).toBe('file-no-text');
    const cut = fixture('scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg');
    expect(await codeOf(reader.read({ ...cut, bytes: cut.bytes.subarray(0, 100) }))).toBe('file-damaged');
  });

  it('never keeps a written one waiting, and is ended by limits of its own', async () => {
    const hasty = createIsolatedReader({ ...limits, recognition: { ...recognition, seconds: 1 } });
    const scan = fixture('scan/sources/luzhu-2025-housing-renewal-plan.scan.pdf');
    const order: string[] = [];
    const scans = ['a.pdf', 'b.pdf'].map((name) =>
      codeOf(hasty.read({ ...scan, name })).then((code) => order.push(code)),
    );
    const text = { name: 'c.pdf', bytes: makePdf([linesOf('答复')]) };
    expect((await hasty.read(text)).text).toBe('答复');
    order.push('written');
    await Promise.all(scans);
    expect(order).toEqual(['written', 'file-time-limit', 'file-time-limit']);
    await hasty.close();
  });

  it('that is drawn without end holds a recogniser for the time of one page', async () => {
    // A form is filled with a pattern that is made of the form.
    const stream = (head: string, body: string) =>
      `<<${head}/Length ${body.length}>>\nstream\n${body}\nendstream`;
    const withForm = '/Resources<</XObject<</F 4 0 R>>>>';
    const endless = assemblePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${withForm}/Contents 6 0 R>>`,
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 225 161]/Resources<</Pattern<</P 5 0 R>>>>',
        '/Pattern cs /P scn 0 0 225 160 re f',
      ),
      stream(
        `/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 225 161]/XStep 225/YStep 161${withForm}`,
        '/F Do',
      ),
      stream('', '/F Do'),
    ]);
    const patient = createIsolatedReader({
      ...limits,
      recognition: { ...recognition, stepSeconds: { draws: 3 } },
    });
    const fault = await patient
      .read({ name: 'a.pdf', bytes: endless })
      .catch((thrown: JiannuoError) => thrown);
    expect(fault).toMatchObject({ code: 'file-time-limit', parameters: { file: 'a.pdf', seconds: 3 } });
    const page = fixture('scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg');
    expect((await patient.read(page)).text).toContain('第5号提案的答复');
    await patient.close();
  });

  it('is no text at all where recognition is switched off', async () => {
    const off = createIsolatedReader(limits);
    expect(await codeOf(off.read(fixture('scan/sources/luzhu-2025-housing-renewal-plan.scan.pdf')))).toBe(
      'file-no-text',
    );
    expect(await codeOf(off.read(fixture('scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg')))).toBe(
      'file-no-text',
    );
    await off.close();
  });
});
