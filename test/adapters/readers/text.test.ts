import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { decodeText } from '../../../src/adapters/readers/shared/decode.js';
import { plainSource } from '../../support/plain-source.js';
import fc from '../../support/seeded.js';
import { encodeBig5 } from './support/big5.js';
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
const characters = fc.string({ unit: character, maxLength: 60 });

describe('decodeText', () => {
  it('gives back any string from UTF-8', () => {
    const any = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^\ufeff|[\x00-\x08\x0e-\x1f\x7f-\x9f]/.test(text));
    fc.assert(
      fc.property(
        fc.oneof(characters, any),
        (text) => decodeText(new TextEncoder().encode(text)).text === text,
      ),
    );
  });

  // A character or two may be Big5 as well: among words of an office none is.
  it('gives back any string among Chinese words from GB18030', () => {
    fc.assert(
      fc.property(characters, (any) => {
        const text = `关于加强城乡公共服务的答复，${any}，请各单位认真落实。`;
        const bytes = encodeGb18030(text);
        fc.pre(bytes !== null && !isUtf8(bytes));
        return decodeText(bytes).text === text;
      }),
    );
  });

  it('keeps what GBK mangles', () => {
    expect(decodeText(gb('㐀𠮷镕䶮，到2025年底')).text).toBe('㐀𠮷镕䶮，到2025年底');
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeff答复\r\n', 'utf8')],
    ['UTF-16LE', Buffer.from('\ufeff答复\r\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeff答复\r\n', 'utf16le').swap16()],
    ['GB18030', gb('\ufeff答复\r\n')],
  ])('leaves the mark of %s out and the line ends in', (_encoding, bytes) => {
    expect(decodeText(bytes).text).toBe('答复\r\n');
  });

  it('calls UTF-8 that was taken for Latin and written as UTF-8 again garbled, not binary', async () => {
    const text =
      '关于加快推进县域医疗卫生共同体建设的建议收悉，现答复如下：到2025年底，县域就诊率达到92%以上。';
    for (const encoding of ['latin1', 'windows-1252']) {
      const bytes = Buffer.from(text);
      const taken =
        encoding === 'latin1' ? bytes.toString('latin1') : new TextDecoder(encoding).decode(bytes);
      expect(await codeOf(Buffer.from(taken)), encoding).toBe('file-garbled');
    }
    expect(await codeOf(Buffer.from(Buffer.from(gb(text)).toString('latin1')))).toBe('file-garbled');
  });

  it('refuses what is no text', async () => {
    expect(await codeOf(Uint8Array.of(0x41, 0, 0x42))).toBe('file-type-unknown');
    expect(await codeOf(Uint8Array.of(0x80, 0x81, 0xff, 0xfe))).toBe('file-type-unknown');
    expect(await codeOf(Uint8Array.from({ length: 64 }, (_v, i) => (i % 8) + 1))).toBe('file-type-unknown');
  });
});

describe('encodings without a mark', () => {
  const simplified = '关于加快县域医共体建设的答复\r\n到2025年底，县域就诊率达到92%以上。\r\n';
  const traditional = '關於加快縣域醫共體建設的答覆\r\n到2025年底，縣域就診率達到92%以上。\r\n';
  const pure = '到二〇二五年底县域就诊率达到百分之九十二以上';

  it.each([
    ['utf-8', simplified, Buffer.from(simplified)],
    ['gb18030', simplified, gb(simplified)],
    ['gb18030', pure, gb(pure)],
    ['gb18030', '答复', gb('答复')],
    ['big5', traditional, encodeBig5(traditional)],
    ['big5', '關於建議的答覆', encodeBig5('關於建議的答覆')],
    ['utf-16le', simplified, Buffer.from(simplified, 'utf16le')],
    ['utf-16be', traditional, Buffer.from(traditional, 'utf16le').swap16()],
    ['utf-16le', pure, Buffer.from(pure, 'utf16le')],
    ['utf-16be', pure, Buffer.from(pure, 'utf16le').swap16()],
    ['utf-16le', 'Plan 2025', Buffer.from('Plan 2025', 'utf16le')],
  ])('finds %s in %j', (encoding, text, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('tells GB18030 from Big5 for any dozen frequent characters', () => {
    const characters = [
      ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
    ];
    const text = fc.string({ unit: fc.constantFrom(...characters), minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(text, (words) => decodeText(gb(words)).text === words),
      { numRuns: 500 },
    );
  });
});

describe('the text reader', () => {
  it('keeps the characters exactly', async () => {
    const text = ' 一、总体要求\r\n\r\n　到2025年 底，达到92%以上。\n';
    expect(await read(Buffer.from(text))).toEqual(plainSource(text, 'text@2'));
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
    const shiftJis = Buffer.from('82b182cc8e7382c582cd95db88e78f8a82f0918882b582dc82b7', 'hex');
    expect(await codeOf(shiftJis)).toBe('file-garbled');
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
