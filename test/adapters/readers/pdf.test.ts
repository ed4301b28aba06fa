import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { encodeGb18030 } from './support/gb18030.js';
import { assemblePdf, linesOf, makePdf, type Piece } from './support/make-pdf.js';

const read = (bytes: Uint8Array) => readInProcess({ name: 'a.pdf', bytes });
const codeOf = async (bytes: Uint8Array) => read(bytes).catch((fault: { code: string }) => fault.code);
const gb = (text: string) => encodeGb18030(text) ?? new Uint8Array();

const heading = '关于第13号建议的答复';
const body = '到2025年底，县域就诊率达到92％以上。';

describe('text of a PDF', () => {
  it('needs the character maps for fonts without their own', async () => {
    expect((await read(makePdf([linesOf(heading, body)]))).text).toBe(`${heading}\n${body}`);
    const gbk = makePdf([linesOf(heading)], { encoding: 'GBK-EUC-H', encode: gb });
    expect((await read(gbk)).text).toBe(heading);
  });

  it('parts lines by a line feed and pages by a form feed, and says where each is', async () => {
    const source = await read(
      makePdf([linesOf(heading, body), linesOf('二、下一步')], { flate: deflateSync }),
    );
    expect(source.text).toBe(`${heading}\n${body}\f二、下一步`);
    expect(source.pages.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      `${heading}\n${body}`,
      '二、下一步',
    ]);
    expect(source.lines.map(({ start, end, page }) => [source.text.slice(start, end), page])).toEqual([
      [heading, 1],
      [body, 1],
      ['二、下一步', 2],
    ]);
    expect(source).toMatchObject({ format: 'pdf', warnings: [], reader: 'pdf@4' });
  });

  it('gives boxes in points from the upper left corner', async () => {
    const box = (await read(makePdf([[{ text: '答复', x: 100, y: 742 }]]))).lines[0]?.box ?? [];
    expect(box[0]).toBe(100);
    expect(box[2]).toBe(124);
    expect(box[1]).toBeGreaterThan(842 - 742 - 13);
    expect(box[1]).toBeLessThan(842 - 742 - 8);
    expect(box[3]).toBeGreaterThan(842 - 742);
    expect(box[3]).toBeLessThan(842 - 742 + 4);
  });

  it('reads turned pages and turned text upright', async () => {
    const turned = await read(makePdf([linesOf(heading, body)], { rotate: 90 }));
    expect(turned.text).toBe(`${heading}\n${body}`);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = turned.lines[0]?.box ?? [];
    expect(y1 - y0).toBeGreaterThan(x1 - x0);
    const sideways = makePdf([
      [
        { text: heading, x: 100, y: 100, turned: 1 },
        { text: body, x: 120, y: 100, turned: 1 },
      ],
    ]);
    expect((await read(sideways)).text).toBe(`${heading}\n${body}`);
  });
});

describe('reading order', () => {
  const textOf = async (...pieces: Piece[]) => (await read(makePdf([pieces]))).text;
  const at = (text: string, x: number, y: number): Piece => ({ text, x, y });

  it('joins pieces of a line, cells by a tab', async () => {
    expect(await textOf(at('到2025', 72, 700), at('年底', 132, 700), at('附件', 400, 700))).toBe(
      '到2025年底\t附件',
    );
  });

  it('puts what is drawn late into its place', async () => {
    expect(
      await textOf(
        at('—1—', 280, 50),
        at('正文一', 72, 700),
        at('正文二', 72, 680),
        at('标题题题题题', 72, 760),
      ),
    ).toBe('标题题题题题\n正文一\n正文二\n—1—');
  });

  it('keeps cells of several lines and columns together', async () => {
    const cells = [
      at('甲一', 72, 700),
      at('甲二', 72, 680),
      at('乙一', 300, 700),
      at('乙二', 300, 680),
      at('末行末行', 72, 650),
    ];
    expect(await textOf(...cells)).toBe('甲一\n甲二\n乙一\n乙二\n末行末行');
  });

  it('reads bold made by drawing twice once', async () => {
    expect(await textOf(at('答复', 72, 700), at('答复', 72.4, 700), at('如下', 96, 700))).toBe('答复如下');
  });
});

describe('forms', () => {
  it('reads what was filled in', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    page.drawText('No.', { x: 72, y: 700, size: 12 });
    const field = document.getForm().createTextField('number');
    field.setText('A-13');
    field.addToPage(page, { x: 110, y: 695, width: 100, height: 16 });
    expect((await read(await document.save())).text).toMatch(/^No\.\s+A-13$/);
  });
});

describe('bad files', () => {
  const mojibake = { encoding: 'WinAnsiEncoding', encode: gb } as const;

  it('never takes garbled text for text', async () => {
    expect(await codeOf(makePdf([linesOf(heading, body)], mojibake))).toBe('file-garbled');
  });

  it('warns of pages without text, with their place', async () => {
    const source = await read(makePdf([linesOf(heading), [], linesOf(body)]));
    expect(source.text).toBe(`${heading}\f\f${body}`);
    expect(source.warnings).toMatchObject([
      { code: 'page-no-text', page: 2, message: expect.stringContaining('第 2 页') },
    ]);
    expect(await codeOf(makePdf([[], []]))).toBe('file-no-text');
  });

  it('does not take page numbers and scanner marks for a text layer', async () => {
    const scan = makePdf([linesOf('—1—', '扫描全能王 创建'), linesOf('第2页 共2页')]);
    expect(await codeOf(scan)).toBe('file-no-text');
    const mixed = await read(makePdf([linesOf(heading), linesOf('- 2 -')]));
    expect(mixed.warnings.map(({ code, page }) => [code, page])).toEqual([['page-no-text', 2]]);
  });

  it('survives a damaged page', async () => {
    const pages = makePdf([linesOf(heading, body), linesOf(body)]);
    const file = Buffer.from(
      Buffer.from(pages)
        .toString('latin1')
        .replace(/(\/Kids\[\d+ 0 R) \d+ 0 R/, '$1 99 0 R'),
      'latin1',
    );
    const source = await read(file);
    expect(source.text).toBe(`${heading}\n${body}\f`);
    expect(source.warnings.map(({ code, page }) => [code, page])).toEqual([['page-damaged', 2]]);
  });

  it('names a password, and what is cut', async () => {
    const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>'];
    const key = '00'.repeat(32);
    const locked = `/ID[<${key}><${key}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
    expect(await codeOf(assemblePdf(objects, locked))).toBe('file-encrypted');
    expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('file-damaged');
    const whole = makePdf([linesOf(heading)]);
    expect(await codeOf(whole.subarray(0, 200))).toBe('file-damaged');
  });

  it('refuses more pages than the limit before reading any', async () => {
    const many = makePdf(Array.from({ length: 2_001 }, () => []));
    expect(await codeOf(many)).toBe('file-unpacked-too-large');
  });
});
