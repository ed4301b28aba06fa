import { Document, Footer, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { cell, item, level, makeDocx, numbering, p, row, table } from './support/make-docx.js';

const read = (bytes: Uint8Array) => readInProcess({ name: 'a.docx', bytes });
const textOf = async (body: string) => (await read(makeDocx({ body }))).text;
const codeOf = async (bytes: Uint8Array) => read(bytes).catch((fault: { code: string }) => fault.code);
const run = (inner: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`;
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;

describe('paragraphs and runs', () => {
  it('puts one line feed between paragraphs, empty ones too', async () => {
    expect(await textOf(p('关于建议的答复') + p('') + p('李代表：'))).toBe('关于建议的答复\n\n李代表：');
  });

  it('reads what the docx library writes', async () => {
    const paragraphs = ['一、总体要求', '到2025年底，达到92%以上。'].map(
      (text) => new Paragraph({ children: [new TextRun({ text, bold: true })] }),
    );
    const footers = { default: new Footer({ children: [new Paragraph('页脚')] }) };
    const file = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs, footers }] }));
    const source = await read(file);
    expect(source).toMatchObject({
      format: 'docx',
      text: '一、总体要求\n到2025年底，达到92%以上。',
      pages: [],
      warnings: [],
    });
  });

  it('keeps tabs and line breaks, not page breaks, and blanks only where the file asks for it', async () => {
    const signs = run(
      `${t('联系人')}<w:tab/>${t('张三')}<w:br/>${t('电话')}<w:br w:type="page"/><w:noBreakHyphen/>`,
    );
    expect(await textOf(`<w:p>${signs}${run('<w:t> 8 </w:t>')}</w:p>`)).toBe('联系人\t张三\n电话-8');
  });

  it('leaves hidden text out: it would run into the number', async () => {
    const hidden = run(t('100'), '<w:vanish/>');
    const shown = run(t('5所'), '<w:vanish w:val="0"/>');
    expect(await textOf(`<w:p>${run(t('新建'))}${hidden}${shown}</w:p>`)).toBe('新建5所');
    const styles =
      '<w:style w:type="character" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="h"><w:basedOn w:val="base"/></w:style>';
    const body = `<w:p>${run(t('新建'))}${run(t('100'), '<w:rStyle w:val="h"/>')}${run(t('5所'))}</w:p>`;
    expect((await read(makeDocx({ body, styles }))).text).toBe('新建5所');
  });

  it('takes tracked changes as accepted', async () => {
    const body = `<w:p>${run(t('新建'))}<w:del>${run('<w:delText>3</w:delText>')}</w:del><w:ins>${run(t('5'))}</w:ins>${run(t('所'))}<w:moveFrom>${run(t('旧'))}</w:moveFrom></w:p>`;
    expect(await textOf(body)).toBe('新建5所');
  });

  it('joins paragraphs whose end was struck out, and drops those struck out whole', async () => {
    const endDeleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const gone = `<w:p><w:pPr>${endDeleted}</w:pPr><w:del>${run('<w:delText>删去</w:delText>')}</w:del></w:p>`;
    expect(await textOf(p('到2025年', endDeleted) + p('底') + gone + p('完'))).toBe('到2025年底\n完');
  });

  it('reads alternatives once, text boxes before the paragraph they hang on, and no field codes', async () => {
    const box = (text: string) => `<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`;
    const alternatives = `<mc:AlternateContent><mc:Choice Requires="wps">${box('某市人民政府文件')}</mc:Choice><mc:Fallback>${box('某市人民政府文件')}</mc:Fallback></mc:AlternateContent>`;
    const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>DATE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run(t('2024年'))}`;
    expect(await textOf(`<w:p>${run(alternatives)}${field}</w:p>`)).toBe('某市人民政府文件\n2024年');
  });

  it('reads ticked boxes', async () => {
    const box = (on: string) =>
      run(`<w:fldChar><w:ffData><w:checkBox>${on}</w:checkBox></w:ffData></w:fldChar>`);
    const body = `<w:p>${box('<w:default w:val="0"/><w:checked/>')}${run(t('满意'))}${box('<w:default w:val="0"/>')}${run(t('不满意'))}${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}</w:p>`;
    expect(await textOf(body)).toBe('☑满意□不满意☑');
  });

  it('keeps raised digits apart from the number before them', async () => {
    const raised = run(t('2'), '<w:vertAlign w:val="superscript"/>');
    const mark = run(t('1'), '<w:rStyle w:val="ref"/>');
    const styles =
      '<w:style w:type="character" w:styleId="ref"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const body = `<w:p>${run(t('绿地5000m'))}${raised}${run(t('，达标率92%'))}${mark}${run(t('以上'))}</w:p>`;
    expect((await read(makeDocx({ body, styles }))).text).toBe('绿地5000m²，达标率92%¹以上');
  });

  it('tells of parts in other formats, and reads files with macros as plain ones', async () => {
    const object = (id: string) => `<w:r><w:object><o:OLEObject ProgID="${id}"/></w:object></w:r>`;
    const chart = '<w:r><w:drawing><c:chart/></w:drawing></w:r>';
    const body = `<w:p>${run(t('见附表'))}${object('Excel.Sheet.8')}${object('Equation.3')}${chart}</w:p>`;
    const source = await read(makeDocx({ body }, { 'word/vbaProject.bin': strToU8('x') }));
    expect(source.text).toBe('见附表');
    expect(source.warnings.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['part-not-read', { count: 2 }],
    ]);
  });

  it('puts notes at the end and nothing at their mark', async () => {
    const body = `<w:p>${run(t('新建5'))}${run('<w:footnoteReference w:id="2"/>')}${run(t('所'))}</w:p>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('含改建。')}</w:footnote>`;
    expect((await read(makeDocx({ body, footnotes }))).text).toBe('新建5所\n含改建。');
  });
});

describe('tables', () => {
  const cells = (source: Awaited<ReturnType<typeof read>>, index = 0) =>
    source.tables[index]?.cells.map(({ start, end, row: r, column, rowSpan, columnSpan }) => [
      source.text.slice(start, end),
      [r, column],
      [rowSpan, columnSpan],
    ]);

  it('parts cells by a tab and rows by a line feed, and finds merged cells', async () => {
    const body =
      p('办理单') +
      table(
        row(cell('指标', '<w:vMerge w:val="restart"/>'), cell('目标', '<w:gridSpan w:val="2"/>')),
        row(cell('', '<w:vMerge/>'), cell('2024年'), cell('2025年')),
        row(cell('就诊率'), cell('90%'), cell('92%')),
      ) +
      p('完');
    const source = await read(makeDocx({ body }));
    expect(source.text).toBe('办理单\n指标\t目标\n\t2024年\t2025年\n就诊率\t90%\t92%\n完');
    expect(cells(source)).toEqual([
      ['指标', [0, 0], [2, 1]],
      ['目标', [0, 1], [1, 2]],
      ['2024年', [1, 1], [1, 1]],
      ['2025年', [1, 2], [1, 1]],
      ['就诊率', [2, 0], [1, 1]],
      ['90%', [2, 1], [1, 1]],
      ['92%', [2, 2], [1, 1]],
    ]);
    expect(source.text.slice(source.tables[0]?.start, source.tables[0]?.end)).toMatch(/^指标[\s\S]*92%$/);
  });

  it('leaves struck-out rows out and reads tables inside cells', async () => {
    const deleted = row(cell('旧')).replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>');
    const inner = `<w:tc>${p('甲')}${table(row(cell('乙'), cell('丙')))}${p('丁')}</w:tc>`;
    const source = await read(makeDocx({ body: table(deleted, row(inner, cell('戊'))) }));
    expect(source.text).toBe('甲\n乙\t丙\n丁\t戊');
    expect(cells(source, 0)?.map(([text]) => text)).toEqual(['甲\n乙\t丙\n丁', '戊']);
    expect(cells(source, 1)?.map(([text]) => text)).toEqual(['乙', '丙']);
  });
});

describe('list numbers become text', () => {
  const levels = [
    level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>'),
    level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
    level(2, 'decimal', '%3.', '<w:suff w:val="nothing"/>'),
    level(3, 'decimal', '%1.%4', '<w:isLgl/>'),
    level(4, 'bullet', '\uf06c'),
  ];
  const lines = async (body: string, more: { styles?: string; lists?: string[] } = {}) => {
    const parts = {
      body,
      numbering: numbering(levels, more.lists),
      ...(more.styles ? { styles: more.styles } : {}),
    };
    return (await read(makeDocx(parts))).text.split('\n');
  };

  it('counts levels on and starts deeper ones again', async () => {
    const body =
      item('甲', 1) +
      item('乙', 1, 1) +
      item('丙', 1, 1) +
      item('丁', 1) +
      item('戊', 1, 1) +
      item('5万元', 1, 2) +
      item('己', 1, 3) +
      item('庚', 1, 4);
    expect(await lines(body)).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '二、丁',
      '（一）戊',
      '1. 5万元',
      '2.1 己',
      '• 庚',
    ]);
  });

  it('shares counters between lists of one kind, unless one starts anew', async () => {
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3);
    const lists = ['', '', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'];
    expect(await lines(body, { lists })).toEqual(['一、甲', '二、乙', '五、丙', '六、丁']);
  });

  it('takes the list from the style, and list 0 as none', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const body =
      p('甲', '<w:pStyle w:val="b"/>') +
      p('乙', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await lines(body, { styles })).toEqual(['一、甲', '乙']);
  });
});

describe('bad files', () => {
  it('refuses document types and entities', async () => {
    const prolog = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
    expect(await codeOf(makeDocx({ body: p('&x;'), prolog }))).toBe('file-damaged');
    expect(await codeOf(makeDocx({ body: p('&x;') }))).toBe('file-damaged');
  });

  it('refuses cut XML, a missing body, too deep nesting and too many entries', async () => {
    expect(await codeOf(makeDocx({ body: '<w:p>' }))).toBe('file-damaged');
    expect(await codeOf(zipSync({ '[Content_Types].xml': strToU8('x'), 'word/a.xml': strToU8('x') }))).toBe(
      'file-damaged',
    );
    const deep = '<w:sdt>'.repeat(300) + p('答复') + '</w:sdt>'.repeat(300);
    expect(await codeOf(makeDocx({ body: deep }))).toBe('file-unpacked-too-large');
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_v, i) => [`word/${i}.xml`, strToU8('')]));
    expect(await codeOf(makeDocx({ body: p('答复') }, many))).toBe('file-unpacked-too-large');
  });

  it('calls a file without text and without pictures empty', async () => {
    expect(await codeOf(makeDocx({ body: '' }))).toBe('file-empty');
    expect(await codeOf(makeDocx({ body: `${p(' 　')}<w:p/>` }))).toBe('file-empty');
  });

  it('says that a file of pictures only has no text', async () => {
    expect(await codeOf(makeDocx({ body: '<w:p><w:r><w:drawing/></w:r></w:p>' }))).toBe('file-no-text');
  });
});
