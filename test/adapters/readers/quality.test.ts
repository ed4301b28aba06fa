import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/adapters/readers/shared/quality.js';
import { encodeGb18030 } from './support/gb18030.js';

const reply = '您提出的关于加快县域医共体建设的建议收悉，现答复如下：到2025年底，县域就诊率达到92%以上。';
const asLatin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const gbAsLatin = asLatin(encodeGb18030(reply) ?? new Uint8Array());

describe('judge', () => {
  it.each([
    ['a reply', reply],
    [
      'traditional Chinese',
      '您提出的關於加快縣域醫共體建設的建議收悉，現答覆如下：就診率達到百分之九十二以上。',
    ],
    ['Japanese', '標準マーケットモデルは二次元で説明する。取引できない商品がマクロ経済変数などである。'],
    ['French', 'Le succès de cette année a été précédé d’une période très agitée à Orléans.'],
    ['figures', '92.5% 1,234 56.7 (12) 2025-12-31 3/4 100 200 300'],
    ['Uyghur', 'ئۇيغۇر ئاپتونوم رايونى خەلق ھۆكۈمىتى'],
    ['a short page number', '- 3 -'],
    ['ticked boxes of a symbol font', `\uf0fe满意 \uf0a8基本满意 \uf0a8不满意 ${reply}`],
    ['rare names', '㐀𠮷镕䶮㙍堃喆赟翀頔'],
  ])('lets %s pass', (_what, text) => {
    expect(judge(text, 'fonts')).toBe('good');
  });

  it.each([
    ['GBK under a Latin font', gbAsLatin],
    ['the same among good headings', `${reply}\n${gbAsLatin}`],
    ['UTF-8 read as Latin', asLatin(Buffer.from(reply))],
    ['UTF-8 read as GBK', new TextDecoder('gbk').decode(Buffer.from(reply))],
    ['replacement characters', '�����建设�����'],
    ['control characters', [...reply].map((c, i) => (i % 3 ? String.fromCharCode(i % 8) : c)).join('')],
    ['private use', '\ue123\ue456\ue789\ue0ab建设'],
  ])('calls %s garbled', (_what, text) => {
    expect(judge(text, 'bytes')).toBe('garbled');
  });

  it('knows glyph numbers taken for characters, from fonts only', () => {
    const glyphs = 'ȯҧӔԱݖࠄঅಋกሀᐁᎠᚠដ'.repeat(4);
    expect(judge(glyphs, 'fonts')).toBe('garbled');
    expect(judge(glyphs, 'bytes')).toBe('good');
    expect(judge('!"#$%&\'*+;<=>?@[]^`{|}~ !"#$%&\'*', 'fonts')).toBe('garbled');
  });

  it('calls blanks blank', () => {
    expect(judge(' \n\t\f　\u00a0\u200b', 'fonts')).toBe('blank');
  });
});
