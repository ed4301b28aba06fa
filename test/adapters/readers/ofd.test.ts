import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { makeOfd, type OfdParts, text } from './support/make-ofd.js';

const sources = new URL('../../../fixtures/documents/', import.meta.url);
const fixture = (format: string, name: string) =>
  readFileSync(new URL(`${format}/sources/${name}.${format === 'text' ? 'txt' : format}`, sources));
const read = (bytes: Uint8Array) => readInProcess({ name: '答复.ofd', bytes });
const readParts = (parts: OfdParts) => read(makeOfd(parts));
const textOf = async (...objects: string[]) => (await readParts({ pages: [objects.join('')] })).text;
const codeOf = (bytes: Uint8Array) =>
  read(bytes).then(
    ({ text: found }) => expect.fail(`read ${found}`),
    (fault) => fault.code,
  );
const squash = (characters: string) => characters.replace(/\s/g, '');
const picture = '<ImageObject ID="7" Boundary="0 0 210 297" ResourceID="3"/>';
const outline =
  '<PathObject ID="8" Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 9</AbbreviatedData></PathObject>';

describe('the OFD fixtures', () => {
  it('say what the texts of their names say, page by page', async () => {
    for (const name of ['hetang-2025-npc-reply-8', 'luzhu-2025-housing-renewal-plan']) {
      const source = await read(fixture('ofd', name));
      expect(source).toMatchObject({ format: 'ofd', warnings: [] });
      const words = squash(source.text.replace(/— \d —/g, '').replace('禾塘市水利局文件', ''));
      expect(words).toBe(squash(fixture('text', name).toString('utf8').replace('\ufeff', '')));
      expect(source.text).not.toContain('内部测算');
      for (const { number, start, end } of source.pages)
        expect(source.text.slice(start, end)).toMatch(new RegExp(`\\n— ${number} —$`));
    }
  });

  it('have the table that goes on over a page whole', async () => {
    const { text, tables } = await read(fixture('ofd', 'luzhu-2025-housing-renewal-plan'));
    expect(tables.map(({ cells }) => cells.length)).toEqual([35]);
    const cells = tables[0]?.cells.map(({ row, column, start, end }) => [
      row,
      column,
      text.slice(start, end),
    ]);
    expect(cells).toContainEqual([3, 3, '市住建局、市市场监管局']);
    expect(cells).toContainEqual([5, 4, '2025年9月底']);
  });

  it('have a box for each line, within the page and from above', async () => {
    const source = await read(fixture('ofd', 'hetang-2025-npc-reply-8'));
    let last = { page: 0, bottom: 0 };
    for (const { start, end, page, box } of source.lines) {
      expect(source.text.slice(start, end)).not.toMatch(/[\n\f]|^$/);
      const [x0, y0, x1, y1] = box;
      expect([x0 >= 60, x1 <= 540, y0 < y1, y1 < 842]).toEqual([true, true, true, true]);
      if (page === last.page) expect(y1).toBeGreaterThanOrEqual(last.bottom - 1);
      last = { page, bottom: y1 };
    }
    const [first] = source.lines;
    // 12 mm type at 62, 26: its base line is 26 mm from above.
    expect(first?.box.map(Math.round)).toEqual([176, 44, 448, 78]);
  });
});

describe('parts are found', () => {
  const pages = [text('答复', 30, 40)];
  it.each<[string, Partial<OfdParts>]>([
    ['in the namespace of 2016', {}],
    ['in another namespace', { namespace: 'http://www.ofdspec.org' }],
    ['without a prefix', { prefix: '', namespace: 'http://www.ofdspec.org/2016' }],
    ['without a namespace', { prefix: '', namespace: '' }],
    [
      'by Windows paths in any case',
      { path: (path) => path.replaceAll('/', '\\').replace('Doc_0', 'DOC_0') },
    ],
    ['from the root where they say so', { path: (path) => path.replace(/^(Pages|Tpls)/, '/Doc_0/$1') }],
  ])('%s', async (_what, parts) => {
    expect((await readParts({ pages, ...parts })).text).toBe('答复');
  });

  it('in a folder of the archive, and from the root where they should be from their own', async () => {
    const parts = { pages, path: (path: string) => (path.startsWith('Pages') ? `Doc_0/${path}` : path) };
    expect((await readParts(parts)).text).toBe('答复');
    const files = Object.fromEntries(
      ['OFD.xml', 'Doc_0/Document.xml', 'Doc_0/Pages/0/Content.xml'].map((name) => [
        `答复/${name}`,
        strToU8(
          {
            'OFD.xml': '<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>',
            'Doc_0/Document.xml':
              '<Document><Pages><Page ID="1" BaseLoc="Pages/0/Content.xml"/></Pages></Document>',
          }[name] ?? `<Page><Content>${text('内层', 1, 9)}</Content></Page>`,
        ),
      ]),
    );
    expect((await read(zipSync(files))).text).toBe('内层');
  });

  it('of the version that is current, and of every document in the file', async () => {
    const version =
      '<Versions><Version ID="1" Current="false" BaseLoc="v1.xml"/><Version ID="2" Current="true" BaseLoc="Doc_0/v2.xml"/></Versions>';
    const page = (words: string) => `<Page><Content>${text(words, 1, 9)}</Content></Page>`;
    const document = (path: string) => `<Document><Pages><Page ID="1" BaseLoc="${path}"/></Pages></Document>`;
    const source = await readParts({
      pages: [text('旧稿', 30, 40)],
      body: `<DocBody>${version}<DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>Doc_1/D.xml</DocRoot></DocBody>`,
      files: {
        'Doc_0/v2.xml': '<DocVersion><DocRoot>New.xml</DocRoot></DocVersion>',
        'Doc_0/New.xml': document('p.xml'),
        'Doc_0/p.xml': page('新稿'),
        'Doc_1/D.xml': document('q.xml'),
        'Doc_1/q.xml': page('附件'),
      },
    });
    expect(source.text).toBe('新稿\f附件');
    expect(source.pages.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('text objects', () => {
  it.each([
    ['X="0" Y="0" DeltaX="g 3 5"', '四个汉字'],
    ['X="0" Y="0" DeltaX="5 5 5"', '四个汉字'],
    ['X="0" Y="0" DeltaX="g 99999999999 5"', '四个汉字'],
    ['X="0" Y="0"', '四个汉字'],
    ['X="0" Y="0" DeltaX="g 1"', '四个汉字'],
    ['X="0" Y="0" DeltaX="9 9 9"', '四个汉字'],
    ['X="0" Y="0" DeltaX="5 9 5"', '四个 汉字'],
    ['X="0" Y="0" DeltaX="5 40 5"', '四个\t汉字'],
    ['X="0" Y="0" DeltaX="5 -5 5" DeltaY="0 8 0"', '四个\n汉字'],
    ['X="0" Y="0" DeltaY="6 6 6"', '四个汉字'],
  ])('with steps %j', async (code, expected) => {
    expect(await textOf(text('四个汉字', 30, 40, { code }))).toBe(expected);
  });

  it('with a place left out stand where the one before does', async () => {
    const two = text('一', 30, 40).replace('</TextObject>', '<TextCode X="5">二</TextCode></TextObject>');
    expect(await textOf(two)).toBe('一二');
  });

  it.each([
    ['as it is', '', [85, 101, 142, 116]],
    ['in points', 'CTM="0.3528 0 0 0.3528 0 0"', [85, 108, 105, 114]],
    ['turned right', 'CTM="0 1 -1 0 0 0"', [83, 113, 98, 170]],
  ])('have a box on the page: %s', async (_what, object, expected) => {
    const { lines } = await readParts({ pages: [text('四个汉字', 30, 40, { object })] });
    const scaled = lines[0]?.box.map(Math.round);
    expect(scaled?.map((n, i) => Math.abs(n - (expected[i] ?? 0)) <= 1)).toEqual([true, true, true, true]);
  });

  it('count their places from the corner of the page, wherever the page begins', async () => {
    const box = '<Area><PhysicalBox>10 20 200 200</PhysicalBox></Area>';
    const { lines } = await readParts({ pages: [text('四', 30, 40)], pageHead: box });
    expect(lines[0]?.box.map(Math.round)).toEqual([57, 44, 71, 58]);
  });

  it.each(['Visible="false"', 'Alpha="0"', 'Fill="false"'])(
    'are left out where they are %s',
    async (object) => {
      expect(await textOf(text('看得见', 30, 40), text('看不见', 30, 60, { object }))).toBe('看得见');
    },
  );

  it('are left out where their colour is, kept where only their outline is drawn', async () => {
    const clear = text('看不见', 30, 60).replace('<TextCode', '<FillColor Alpha="0"/><TextCode');
    const stroked = text('空心字', 30, 80, { object: 'Fill="false" Stroke="true"' });
    expect(await textOf(text('看得见', 30, 40), clear, stroked)).toBe('看得见\n空心字');
  });

  it('come in the order of their places', async () => {
    const drawn = [
      text('第二行', 30, 50),
      text('第三行', 30, 60),
      text('页脚', 100, 280),
      text('第一行', 30, 40),
    ];
    expect(await textOf(...drawn)).toBe('第一行\n第二行\n第三行\n页脚');
  });

  it('in composites stand where these do', async () => {
    const source = await readParts({
      pages: [
        `${text('前', 30, 40)}<CompositeObject ID="8" Boundary="20 50 9 9" CTM="2 0 0 2 0 0" ResourceID="33"/>`,
      ],
      common: '<DocumentRes>Res.xml</DocumentRes>',
      files: {
        'Doc_0/Res.xml': `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="33"><Content>${text('组合', 5, 5)}<CompositeObject ResourceID="33" Boundary="9 9 9 9"/></Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`,
      },
    });
    expect(source.text.startsWith('前\n组合')).toBe(true);
    expect(source.lines[1]?.box.map(Math.round)).toEqual([85, 145, 142, 174]);
  });
});

describe('templates', () => {
  const head = '<Template TemplateID="t0" ZOrder="Background"/>';
  it('stand on every page that names them', async () => {
    const parts = { pages: [text('一', 30, 40), text('二', 30, 40)], templates: [text('红头', 60, 20)] };
    expect((await readParts({ ...parts, pageHead: head })).text).toBe('红头\n一\f红头\n二');
    expect((await readParts(parts)).text).toBe('一\f二');
    const without = await readParts({ ...parts, templates: [], pageHead: head });
    expect(without.text).toBe('一\f二');
    expect(without.warnings.map(({ code, page }) => [code, page])).toEqual([
      ['template-missing', 1],
      ['template-missing', 2],
    ]);
  });

  it('have the answers behind their labels', async () => {
    const labels = [text('案由：', 20, 40), text('承办单位：', 110, 40), text('答复时间：', 20, 50)];
    const answers = [text('2025年6月', 46, 50), text('养老服务', 36, 40), text('民政局', 136, 40)];
    const source = await readParts({
      pages: [answers.join('')],
      templates: [labels.join('')],
      pageHead: head,
    });
    expect(source.text).toBe('案由：养老服务\t承办单位：民政局\n答复时间：2025年6月');
  });
});

describe('ruled tables', () => {
  const stroke = (x: number, y: number, width: number, height: number) =>
    `<PathObject ID="8" Boundary="${x} ${y} ${width} ${height}"><AbbreviatedData>M 0 0 L ${width} ${height}</AbbreviatedData></PathObject>`;
  const grid = [20, 40, 60]
    .flatMap((at) => [stroke(20, at, 80, 0), stroke(20 + (at - 20) * 2, 20, 0, 40)])
    .join('');
  const words = text('任务', 25, 30) + text('目标', 65, 30) + text('食堂', 25, 50) + text('5所', 65, 50);

  it('are found by their lines, also where these belong to the template and the words to the page', async () => {
    for (const parts of [
      { pages: [text('清单', 20, 15) + words + grid + text('完', 20, 75)] },
      {
        pages: [text('清单', 20, 15) + words + text('完', 20, 75)],
        templates: [grid],
        pageHead: '<Template TemplateID="t0" ZOrder="Background"/>',
      },
    ]) {
      const source = await read(makeOfd(parts));
      expect(source.text).toBe('清单\n任务\t目标\n食堂\t5所\n完');
      expect(source.tables.map(({ cells }) => cells.length)).toEqual([4]);
    }
  });

  it.each(['Visible="false"', 'Stroke="false"'])('have no lines that are not drawn: %s', async (hidden) => {
    const unseen = grid.replaceAll('<PathObject ID="8"', `<PathObject ID="8" ${hidden}`);
    expect((await read(makeOfd({ pages: [words + unseen] }))).tables).toEqual([]);
  });

  it.each(['M 0 0 L', 'M 0 0 L x y', 'X 1', 'M 1e999 0 L 1 1', 'C C C', ''])(
    'forgive a path that is none: %j',
    async (data) => {
      const path = `<PathObject ID="8" Boundary="0 0 9 9"><AbbreviatedData>${data}</AbbreviatedData></PathObject>`;
      expect((await read(makeOfd({ pages: [words + path] }))).tables).toEqual([]);
    },
  );
});

describe('what has no text', () => {
  it('is said to need character recognition, the file or the page', async () => {
    for (const pages of [[picture], [outline], [picture, outline]])
      expect(await codeOf(makeOfd({ pages }))).toBe('file-no-text');
    const mixed = await readParts({ pages: [text('答复', 30, 40), picture, '', outline] });
    expect(mixed.warnings.map(({ code, page }) => [code, page])).toEqual([
      ['page-no-text', 2],
      ['page-no-text', 4],
    ]);
    expect(mixed.pages).toHaveLength(4);
  });

  it('is garbled where fonts have no map', async () => {
    expect(await codeOf(makeOfd({ pages: [text('\ue001\ue002\ue003\ue004', 30, 40)] }))).toBe('file-garbled');
  });

  it('beside the pages is told: attached files and notes, but no watermarks', async () => {
    const annotation = (type: string) =>
      `<Annot Type="${type}"><Appearance>${text('批注', 1, 1)}</Appearance></Annot>`;
    const source = await readParts({
      pages: [text('答复', 30, 40)],
      document: '<Annotations>Annots.xml</Annotations><Attachments>Atts.xml</Attachments>',
      files: {
        'Doc_0/Annots.xml':
          '<Annotations><Page PageID="1"><FileLoc>Annots/1.xml</FileLoc></Page></Annotations>',
        'Doc_0/Annots/1.xml': `<PageAnnot>${annotation('Watermark')}${annotation('Highlight')}${annotation('Stamp')}</PageAnnot>`,
        'Doc_0/Atts.xml': '<Attachments><Attachment Name="1"/><Attachment Name="2"/></Attachments>',
      },
    });
    expect(source.text).toBe('答复');
    expect(source.warnings).toMatchObject([
      { code: 'part-not-read', parameters: { count: 2 } },
      { code: 'notes-not-read', parameters: { count: 1 } },
    ]);
  });
});

describe('bad files', () => {
  const good = text('答复', 30, 40);

  it('lose no more than their bad pages', async () => {
    const source = await readParts({ pages: [good, null, '<TextObject'] });
    expect(source.text).toBe('答复\f\f');
    expect(source.warnings.map(({ code, page }) => [code, page])).toEqual([
      ['page-damaged', 2],
      ['page-damaged', 3],
    ]);
    expect(await codeOf(makeOfd({ pages: [null, null] }))).toBe('file-damaged');
  });

  it('are refused by what is wrong with them', async () => {
    const body = '<DocBody><DocRoot>Elsewhere.xml</DocRoot></DocBody>';
    expect(await codeOf(makeOfd({ pages: [good], body }))).toBe('file-damaged');
    expect(await codeOf(makeOfd({ pages: [] }))).toBe('file-no-text');
    const sealed = makeOfd({ pages: [good], files: { 'Encryptions.xml': '<Encryptions></Encryptions>' } });
    expect(await codeOf(sealed)).toBe('file-encrypted');
    expect(await codeOf(makeOfd({ pages: Array(2_001).fill(null) }))).toBe('file-unpacked-too-large');
    expect(await codeOf(makeOfd({ pages: [good, ' '.repeat(12_000_000)] }))).toBe('file-unpacked-too-large');
    const entity = '<!DOCTYPE OFD [<!ENTITY a SYSTEM "file:///etc/passwd">]><OFD>&a;</OFD>';
    expect(await codeOf(zipSync({ 'OFD.xml': strToU8(entity) }))).toBe('file-damaged');
  });
});
