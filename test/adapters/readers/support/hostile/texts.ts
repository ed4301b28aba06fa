import { encodeGb18030 } from '../gb18030.js';
import { cut, type HostileCase, hidden, latin, promise, utf8 } from './case.js';

const seen = { ends: ['read'], holds: '92%', lacks: '4321' } as const;
const garbled = ['file-garbled'];
const gb18030Of = (text: string) => Buffer.from(encodeGb18030(text) ?? []);
const paragraph = `${promise}\n`.repeat(8);
const page = (body: string, head = '<meta charset="utf-8">') =>
  `<!DOCTYPE html><html><head>${head}<title>关于第13号建议的答复</title></head><body>${body}</body></html>`;
const html = (body: string) => utf8(page(`<div>${`<p>${promise}</p>`.repeat(3)}${body}</div>`));
const limited = ['file-unpacked-too-large', 'file-memory-limit', 'file-time-limit', 'file-damaged'];

/** Texts, sheets of text and web pages: encodings that lie, bombs of lengths and depths, hidden parts. */
export const texts: readonly HostileCase[] = [
  { file: 'nothing.txt', make: () => new Uint8Array(), ends: ['file-empty'] },
  { file: 'blanks.txt', make: () => utf8(' 　\n\t\r\n'), ends: ['file-empty'] },
  {
    file: 'blanks-without-width.txt',
    make: () => utf8('\u200b\u200c\u200d\ufeff\u2060'.repeat(30)),
    ends: ['file-empty'],
  },
  { file: 'noughts.txt', make: () => new Uint8Array(10_000), ends: ['file-type-unknown', 'file-empty'] },
  {
    file: 'all-255.txt',
    make: () => new Uint8Array(10_000).fill(255),
    ends: ['file-type-unknown', 'file-garbled'],
  },
  {
    file: 'gbk-as-latin.txt',
    make: () => utf8(gb18030Of(paragraph).toString('latin1')),
    ends: garbled,
  },
  { file: 'utf-8-as-latin.txt', make: () => utf8(Buffer.from(paragraph).toString('latin1')), ends: garbled },
  {
    file: 'utf-8-as-gbk.txt',
    make: () => utf8(new TextDecoder('gb18030').decode(utf8(paragraph))),
    ends: garbled,
  },
  {
    file: 'gbk-as-utf-8.txt',
    make: () => utf8(new TextDecoder().decode(gb18030Of(paragraph))),
    ends: garbled,
  },
  {
    file: 'twice-broken.txt',
    make: () => utf8('锟斤拷'.repeat(3) + `2025${'锟斤拷'.repeat(9)}5${'锟斤拷'.repeat(11)}92%`),
    ends: garbled,
  },
  {
    file: 'gbk-behind-a-mark-of-utf-8.txt',
    make: () => Buffer.concat([latin('\xef\xbb\xbf'), gb18030Of(paragraph)]),
    ends: ['read', 'file-type-unknown', ...garbled, 'file-damaged'],
    lacks: '\ufffd',
  },
  {
    file: 'utf-8-cut-within-a-character.txt',
    make: () => cut(utf8(paragraph), 0.4999),
    ends: ['read', 'file-damaged'],
    lacks: '\ufffd',
  },
  {
    file: 'utf-16-of-odd-length.txt',
    make: () => Buffer.concat([latin('\xff\xfe'), Buffer.from(paragraph, 'utf16le'), latin('\x11')]),
    ends: ['read', 'file-type-unknown', 'file-damaged'],
    lacks: '\ufffd',
  },
  {
    file: 'utf-32.txt',
    make: () =>
      Buffer.concat(
        [...`\ufeff${paragraph}`].map((character) => {
          const four = Buffer.alloc(4);
          four.writeUInt32LE(character.codePointAt(0) ?? 0);
          return four;
        }),
      ),
    ends: ['file-type-unknown', ...garbled],
  },
  { file: 'private-use.txt', make: () => utf8('\ue012\ue0a3\ue4b1'.repeat(50)), ends: garbled },
  {
    file: 'question-marks.txt',
    make: () => latin('?2025??,????????5?,??????????92%??\n'.repeat(8)),
    ends: garbled,
  },
  {
    file: 'boxes.txt',
    make: () => utf8('□□2025□□，□□□□□□□□5□，□□□□□□□□□□□92%□□。'.repeat(6)),
    ends: garbled,
  },
  {
    file: 'one-line-of-4-megabytes.txt',
    isHeavy: true,
    make: () => utf8('承诺'.repeat(2_000_000)),
    ends: ['read'],
  },
  {
    file: 'six-million-characters.txt',
    isHeavy: true,
    make: () => utf8('承诺'.repeat(3_000_000)),
    ends: ['file-unpacked-too-large'],
  },
  {
    file: 'terminal-codes.txt',
    make: () => utf8(`${promise}\u001b[2J\u001b]0;x\u0007\n${paragraph}`),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'written-backwards.txt', make: () => utf8(`\u202e${paragraph}\u202c`), ends: ['read'] },
  {
    file: 'in-base64.pdf',
    make: () => latin(Buffer.from('%PDF-1.7 …'.repeat(200)).toString('base64')),
    ends: ['read', 'file-garbled', 'file-type-unknown'],
  },
  { file: 'a-text-in-truth.pdf', make: () => utf8(paragraph), ends: ['read'], holds: '92%' },
  { file: 'a-page-in-truth.doc', make: () => html(''), ends: ['read'], holds: '92%' },

  {
    file: 'a-row-of-a-million-cells.csv',
    isHeavy: true,
    make: () => utf8(`任务,完成时限\n${promise},2025年底前\n${',x'.repeat(1_000_000)}\n`),
    ends: ['read', ...limited],
  },
  {
    file: 'a-million-rows.csv',
    isHeavy: true,
    make: () => utf8(`任务,完成时限\n${promise},2025年底前\n${'建,x\n'.repeat(1_000_000)}`),
    ends: ['read', ...limited],
  },
  {
    file: 'a-quotation-without-end.csv',
    make: () => utf8(`任务,完成时限\n"${promise},2025年底前\n${'建,年内\n'.repeat(1000)}`),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'runs-a-command.csv',
    make: () => utf8(`任务,完成时限\n${promise},2025年底前\n"=cmd|'/c calc'!A1",年内\n`),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'noughts-between.csv',
    make: () => utf8(`任务,完成时限\n${promise}\0,2025年底前\n建\0,年内\n`),
    ends: ['read', 'file-type-unknown'],
  },

  {
    file: 'divisions-100000-deep.html',
    isHeavy: true,
    make: () => html('<div>'.repeat(100_000)),
    ends: ['read', ...limited],
  },
  {
    file: 'never-closed.html',
    isHeavy: true,
    make: () => html(`<table><tr><td>${'<b><i><td>'.repeat(20_000)}`),
    ends: ['read', ...limited],
  },
  {
    file: 'cell-of-a-billion.html',
    make: () =>
      html(`<table><tr><td colspan="1000000000" rowspan="1000000000">甲</td><td>乙</td></tr></table>`),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'a-comment-without-end.html', make: () => html('<!-- 4321'), ...seen },
  {
    file: 'attributes-100000.html',
    isHeavy: true,
    make: () => html(`<p ${Array.from({ length: 100_000 }, (_v, i) => `a${i}=1`).join(' ')}>x</p>`),
    ends: ['read', ...limited],
  },
  {
    file: 'gbk-said-to-be-utf-8.html',
    make: () => Buffer.from(gb18030Of(page(`<p>${promise.repeat(5)}</p>`))),
    ends: ['read'],
    holds: '县域内就诊率',
  },
  {
    file: 'utf-8-said-to-be-gbk.html',
    make: () => utf8(page(`<p>${promise.repeat(5)}</p>`, '<meta charset="gb2312">')),
    ends: ['read'],
    holds: '县域内就诊率',
  },
  {
    file: 'said-to-be-utf-7.html',
    make: () => utf8(page(`<p>${promise.repeat(5)}</p>`, '<meta charset="utf-7">')),
    ends: ['read'],
    holds: '县域内就诊率',
  },
  {
    file: 'reads-a-file.xhtml',
    make: () =>
      utf8(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&x;${promise}</p></body></html>`,
      ),
    ends: ['read'],
    holds: '92%',
    lacks: 'root:',
  },
  {
    file: 'script-alone.html',
    make: () => utf8(page('<div id="app"></div><script>document.write("4321")</script>')),
    ends: ['page-no-content'],
  },
  {
    file: 'frames-a-file.html',
    make: () => html('<iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/4321">'),
    ...seen,
  },
  {
    file: 'hidden-text.html',
    make: () =>
      html(
        `<p style="display:none">${hidden}</p><span style="font-size:0">${hidden}</span><p hidden>${hidden}</p>`,
      ),
    ...seen,
  },
  {
    file: 'text-beside-the-page.html',
    make: () =>
      html(
        `<p style="position:absolute; left:-9999px">${hidden}</p><p style="text-indent:-9999px">${hidden}</p>`,
      ),
    ...seen,
  },
  {
    file: 'tiny-text.html',
    make: () => html(`<p style="font-size:1px">${hidden}</p><p style="font-size: 0.1pt;">${hidden}</p>`),
    ...seen,
  },
  {
    file: 'clear-text.html',
    make: () =>
      html(`<p style="color:transparent">${hidden}</p><p style="color: rgba(0,0,0,0)">${hidden}</p>`),
    ...seen,
  },
  {
    file: 'noughts-between.html',
    make: () => utf8(page(`<p>${promise.repeat(4)}\0\0</p>`)),
    ends: ['read', 'file-type-unknown'],
  },
  {
    file: 'picture-of-10-megabytes.html',
    isHeavy: true,
    make: () => html(`<img src="data:image/png;base64,${'A'.repeat(10_000_000)}">`),
    ends: ['read'],
    holds: '92%',
  },
];
