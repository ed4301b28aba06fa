import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { decodeText } from '../../../src/adapters/readers/text/decode.js';
import { encodeGb18030 } from './support/gb18030.js';

const gb = (text: string) => encodeGb18030(text) ?? new Uint8Array();
const read = (bytes: Uint8Array, name = 'a.txt') => readInProcess({ name, bytes });
const codeOf = async (bytes: Uint8Array) => read(bytes).catch((fault: { code: string }) => fault.code);

/** Characters of texts: printable ones of all planes, and line ends. */
const character = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.integer({ min: 0x3400, max: 0x4dbf }),
    fc.integer({ min: 0xff01, max: 0xff5e }),
    fc.integer({ min: 0x20000, max: 0x2a6df }),
    fc.constantFrom(10, 13, 9, 12),
  )
  .map((point) => String.fromCodePoint(point));
const characters = fc.array(character, { maxLength: 60 }).map((all) => all.join(''));

describe('decodeText', () => {
  it('gives back any string from UTF-8', () => {
    const any = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^\ufeff|[\x00-\x08\x0e-\x1f\x7f-\x9f]/.test(text));
    fc.assert(
      fc.property(fc.oneof(characters, any), (text) => decodeText(new TextEncoder().encode(text)) === text),
    );
  });

  it('gives back any string from GB18030 that is not UTF-8 by chance', () => {
    fc.assert(
      fc.property(characters, (text) => {
        const bytes = encodeGb18030(text);
        fc.pre(bytes !== null && !isUtf8(bytes));
        return decodeText(bytes) === text;
      }),
    );
  });

  it('keeps what GBK mangles', () => {
    expect(decodeText(gb('㐀𠮷镕䶮，到2025年底'))).toBe('㐀𠮷镕䶮，到2025年底');
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeff答复\r\n', 'utf8')],
    ['UTF-16LE', Buffer.from('\ufeff答复\r\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeff答复\r\n', 'utf16le').swap16()],
    ['GB18030', gb('\ufeff答复\r\n')],
  ])('leaves the mark of %s out and the line ends in', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe('答复\r\n');
  });

  it('refuses what is no text', async () => {
    expect(await codeOf(Uint8Array.of(0x41, 0, 0x42))).toBe('file-type-unknown');
    expect(await codeOf(Uint8Array.of(0x80, 0x81, 0xff, 0xfe))).toBe('file-type-unknown');
    expect(await codeOf(Uint8Array.from({ length: 64 }, (_v, i) => (i % 8) + 1))).toBe('file-type-unknown');
  });
});

describe('the text reader', () => {
  it('keeps the characters exactly', async () => {
    const text = ' 一、总体要求\r\n\r\n　到2025年 底，达到92%以上。\n';
    expect(await read(Buffer.from(text))).toEqual({
      format: 'text',
      text,
      pages: [],
      lines: [],
      tables: [],
      warnings: [],
      reader: 'text@1',
    });
  });

  it('counts pages by form feeds', async () => {
    const { text, pages } = await read(Buffer.from('第一页\f第二页'));
    expect(pages.map(({ start, end }) => text.slice(start, end))).toEqual(['第一页', '第二页']);
    expect(pages.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('labels Markdown by its marks or its name', async () => {
    const markdown = '# 答复\n\n| 指标 | 值 |\n| --- | --- |\n';
    expect((await read(Buffer.from(markdown))).format).toBe('markdown');
    expect((await read(Buffer.from('答复'), '答复.MD')).format).toBe('markdown');
    expect((await read(Buffer.from('# 号楼 3 栋'))).format).toBe('text');
  });

  it('calls nothing, and nothing but blanks, empty', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file-empty');
    expect(await codeOf(Buffer.from('\ufeff'))).toBe('file-empty');
    expect(await codeOf(Buffer.from(' \r\n　\f'))).toBe('file-empty');
  });

  it('does not take another encoding for Chinese', async () => {
    const big5 = Buffer.from('a4a4b5d8a5c1b0eab0eabb77c1a4c4b9b0dba7b4aeb0a5c1b3d5c2e5c0f8ab4f', 'hex');
    expect(await codeOf(Buffer.concat([big5, big5]))).toBe('file-garbled');
    const cut = Buffer.from('关于加快推进县域医疗卫生共同体建设的建议收悉，现答复如下');
    expect(await codeOf(cut.subarray(0, cut.length - 1))).toBe('file-damaged');
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
