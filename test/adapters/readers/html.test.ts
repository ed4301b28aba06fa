import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../bench/generate/random.js';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { encodeBig5 } from './support/big5.js';
import { encodeGb18030 } from './support/gb18030.js';
import { mutate } from './support/mutate.js';

const read = (page: string | Uint8Array) =>
  readInProcess({ name: 'a.html', bytes: typeof page === 'string' ? Buffer.from(page) : page });
const textOf = async (body: string) => (await read(`<!DOCTYPE html><html><body>${body}</body></html>`)).text;
const codeOf = async (page: string) => read(page).catch((fault: { code: string }) => fault.code);

const reply = [
  '李代表：',
  '您提出的关于加快社区养老服务的建议收悉，现答复如下：',
  '一、主要做法',
  '到2025年底，新建社区食堂5所，改造食堂3所，受益老人800人。',
  '二、下一步打算',
  '力争2026年底前社区养老服务覆盖率达到92%以上。',
];
const paragraphs = reply.map((line) => `<p>　　${line}</p>`).join('\n');
const around = {
  before:
    '<div class="header"><h2>鹿渚市人民政府</h2><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/a">建议提案</a></div>',
  after:
    '<div class="related"><ul><li><a href="/1">关于新建30所幼儿园的通知</a></li><li><a href="/2">关于新增500张床位的公告</a></li><li><a href="/3">更多</a></li></ul></div><div class="footer">版权所有 鹿渚市人民政府办公室 备案号12345678号 技术支持：8个单位</div>',
};
const page = (article: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${around.before}${article}${around.after}</body></html>`;
const words = (lines: readonly string[]) => lines.map((line) => `　　${line}`).join('\n');

describe('the article', () => {
  it.each([
    [
      'in the container of a known system',
      `<div class="con"><div class="TRS_Editor">${paragraphs}</div></div>`,
    ],
    ['in a container of another name', `<div class="box"><div class="aa">${paragraphs}</div></div>`],
    [
      'laid out by tables',
      `<table width="960"><tr><td class="bt8"><table><tr><td>${paragraphs}</td></tr></table></td></tr></table>`,
    ],
  ])('%s is read, what stands around it is not', async (_where, article) => {
    expect((await read(page(article))).text).toBe(words(reply));
  });

  it('has its title above it, from the page where the text does not begin with it', async () => {
    const article = `<div id="zoom">${paragraphs}</div>`;
    const title = '关于市十六届人大四次会议第21号建议的答复';
    const expected = `${title}\n${words(reply)}`;
    expect((await read(page(article, `<meta name="ArticleTitle" content="${title}">`))).text).toBe(expected);
    expect((await read(page(article, `<title>${title}_建议提案_鹿渚市人民政府</title>`))).text).toBe(
      expected,
    );
    expect((await read(page(`<h1>${title}</h1>${article}`))).text).toBe(expected);
    const inside = `<div id="zoom"><p>关于市十六届人大四次会议<br>第21号建议的答复</p>${paragraphs}</div>`;
    expect((await read(page(inside, `<meta name="ArticleTitle" content="${title}">`))).text).toBe(
      `关于市十六届人大四次会议\n第21号建议的答复\n${words(reply)}`,
    );
  });

  it('loses no paragraph when the known container holds only a part', async () => {
    const article = `<div class="TRS_Editor"><p>摘要：见下。</p></div><div class="text">${paragraphs}</div>`;
    const { text } = await read(page(article));
    for (const line of reply) expect(text).toContain(line);
    expect(text).not.toContain('30所幼儿园');
  });

  it('is a table alone, as offices save sheets and name them .xls', async () => {
    const source = await read('<table><tr><th>任务<th>时限<tr><td>新建食堂5所<td>2025年底</table>');
    expect(source.text).toBe('任务\t时限\n新建食堂5所\t2025年底');
    expect(source.tables).toHaveLength(1);
  });
});

describe('text', () => {
  it('is parted by blocks and line breaks, without the blanks of the markup', async () => {
    expect(
      await textOf(
        '<div>\n  甲<b>乙</b>\n <i>丙 </i> 丁</div>戊<br/>己<p>庚</p><ul><li>辛</li></ul><pre>壬\n 癸</pre>&nbsp;&nbsp;子&#x4E11;',
      ),
    ).toBe('甲乙 丙 丁\n戊\n己\n庚\n辛\n壬\n 癸\n\u00a0\u00a0子丑');
  });

  it('leaves out what is not seen, and programs do nothing', async () => {
    const body =
      '<p>新建<span style="display:none">100</span>5所<span hidden>3</span></p><script>document.write("<p>改造9所</p>")</script><style>p{}</style><noscript>请开启脚本</noscript><!-- 旧版：6所 --><div style="visibility: hidden">7所</div><p>增加<del>2</del>床位8张</p><ruby>鹿<rt>lù</rt></ruby><p onclick="x()">完<img src="http://203.0.113.1/x.png" onerror="y()"></p>';
    expect(await textOf(body)).toBe('新建5所\n增加床位8张\n鹿\n完');
  });

  it('keeps raised digits apart from the number before them', async () => {
    expect(await textOf('<p>绿地5000m<sup>2</sup>，达标率92<sup>1</sup>%，见<sup>[3]</sup></p>')).toBe(
      '绿地5000m²，达标率92¹%，见[³]',
    );
  });

  it('numbers ordered lists as browsers do', async () => {
    const list =
      '<ol start="3"><li>甲</li><li>乙</li></ol><ol type="a"><li>丙</li></ol><ol><li>一、丁</li></ol><ol style="list-style:none"><li>戊</li></ol>';
    expect(await textOf(list)).toBe('3. 甲\n4. 乙\na. 丙\n一、丁\n戊');
  });

  it('reads what was filled into a form', async () => {
    const form =
      '<p>满意度：<input type="radio" checked>满意<input type="radio">不满意 电话<input value="8"><input type="hidden" value="x"><select><option>甲<option selected>乙</select><textarea>同意\n答复</textarea></p>';
    expect(await textOf(form)).toBe('满意度：☑满意□不满意 电话8乙\n同意\n答复');
  });
});

describe('tables', () => {
  const cellsOf = async (body: string) => {
    const { text, tables } = await read(`<html><body><p>任务清单</p>${body}</body></html>`);
    return {
      text,
      cells: tables[0]?.cells.map((cell) => [
        text.slice(cell.start, cell.end),
        cell.row,
        cell.column,
        cell.rowSpan,
        cell.columnSpan,
      ]),
    };
  };

  it('know merged cells and lines within cells', async () => {
    const table =
      '<table><caption>表1</caption><thead><tr><th rowspan="2">任务</th><th colspan="2">目标</th></tr><tr><th>2024年</th><th>2025年</th></tr></thead><tbody><tr><td><p>1.食堂</p><p>2.床位</p></td><td>5所</td><td>8<br>所</td></tr></tbody></table>';
    expect(await cellsOf(table)).toEqual({
      text: '任务清单\n表1\n任务\t目标\n\t2024年\t2025年\n1.食堂\n2.床位\t5所\t8\n所',
      cells: [
        ['任务', 0, 0, 2, 1],
        ['目标', 0, 1, 1, 2],
        ['2024年', 1, 1, 1, 1],
        ['2025年', 1, 2, 1, 1],
        ['1.食堂\n2.床位', 2, 0, 1, 1],
        ['5所', 2, 1, 1, 1],
        ['8\n所', 2, 2, 1, 1],
      ],
    });
  });

  it('are read in spite of careless markup', async () => {
    const table =
      '<table><tr><form><td>甲<td>乙</tr><tr><td><font>丙<td>丁</font></tr><tr style="display:none"><td>旧<td>旧</tr>说明<tr><td>戊</td><td>己</td></table>';
    expect((await cellsOf(table)).text).toBe('任务清单\n说明\n甲\t乙\n丙\t丁\n戊\t己');
  });

  it('that claim huge spans cost little', async () => {
    const wide = `<table><tr>${'<td colspan="1000" rowspan="65534">甲</td>'.repeat(10)}</tr><tr><td>乙</td></tr></table>`;
    expect((await cellsOf(wide)).text.length).toBeLessThan(40_000);
    const wider = `<table><tr>${'<td colspan="1000">甲</td>'.repeat(20)}</tr></table>`;
    expect(await codeOf(wider)).toBe('file-unpacked-too-large');
  });
});

describe('charsets', () => {
  const html = (charset: string, text: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>答复</title></head><body><p>${text}</p></body></html>`;
  const line = '到2025年底，县域就诊率达到92%以上，新建社区食堂5所。';
  const traditional = '到2025年底，縣域就診率達到92%以上，新建社區食堂5所。';
  const gb = (text: string) => encodeGb18030(text) ?? new Uint8Array();

  it.each([
    ['GBK, said so', gb(html('gb2312', line)), line],
    ['GBK, said UTF-8', gb(html('utf-8', line)), line],
    ['GBK, not said', gb(html('', line)), line],
    ['UTF-8, said GBK', Buffer.from(html('gbk', line)), line],
    ['UTF-8, said nonsense', Buffer.from(html('x-unknown', line)), line],
    ['UTF-16 with a mark, said UTF-8', Buffer.from(`\ufeff${html('utf-8', line)}`, 'utf16le'), line],
  ])('%s', async (_what, bytes, text) => {
    const source = await read(bytes);
    expect(source.text).toBe(text);
    expect(source.warnings).toEqual([]);
  });

  it('Big5, said so or not or GBK', async () => {
    for (const charset of ['big5', '', 'gb2312'])
      expect((await read(encodeBig5(html(charset, traditional).replace('复', '覆')))).text).toBe(traditional);
  });

  it('forgives a stray byte, and tells', async () => {
    const bytes = Buffer.from(html('utf-8', line.repeat(40)));
    bytes[bytes.length - 30] = 0xff;
    const source = await read(bytes);
    expect(source.text).toContain('县域就诊率达到92%以上');
    expect(source.warnings.map(({ code }) => code)).toEqual(['characters-broken']);
  });
});

describe('bad pages', () => {
  it('without text of their own say so', async () => {
    expect(await codeOf('<html><body><script>load()</script></body></html>')).toBe('page-no-content');
    expect(await codeOf('<html><frameset><frame src="a.html"></frameset></html>')).toBe('page-no-content');
    expect(
      (await read(page(`<div id="zoom">${paragraphs}<iframe src="b.html"></iframe></div>`))).warnings,
    ).toMatchObject([{ code: 'part-not-read', parameters: { count: 1 } }]);
  });

  it('over which Readability stumbles are read, or said to have no text left', async () => {
    const source = '../../../fixtures/documents/html/sources/luzhu-2025-housing-renewal-plan.html';
    const bytes = readFileSync(new URL(source, import.meta.url));
    for (const seed of [2563, 6531, 7120]) {
      const damaged = { name: 'a.html', bytes: mutate(bytes, seeded(seed)) };
      const end = await readInProcess(damaged).then(
        ({ text }) => text.includes('小区'),
        (fault: JiannuoError) => fault.code,
      );
      expect([true, 'page-no-content']).toContain(end);
    }
  });

  it('nested without end are refused, not fatal', async () => {
    expect(await codeOf(`<html><body>${'<div>'.repeat(5_000)}答复`)).toBe('file-unpacked-too-large');
    expect(await textOf(`${'<font>'.repeat(900)}答复`)).toBe('答复');
  });

  it('with pictures inside are read without them', async () => {
    const picture = `<img src="data:image/png;base64,${'QUJD'.repeat(200_000)}">`;
    expect(await textOf(`<p>答复${picture}如下</p>`)).toBe('答复如下');
  });
});
