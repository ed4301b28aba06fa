import { strToU8, zipSync } from 'fflate';
import { oleFile } from '../../../../../fixtures/build/raw-ole.mjs';
import { deflateBomb } from '../bombs.js';
import { cell, makeDocx, p, row, table } from '../make-docx.js';
import { c, makeXlsx, n, rowsXml } from '../make-xlsx.js';
import { makeZip } from '../make-zip.js';
import { cut, type HostileCase, hidden, latin, promise } from './case.js';
import { fixture } from './fixture.js';

const docx = makeDocx({ body: p(promise) });
const doc = (): Buffer => fixture('doc/sources/luzhu-2025-housing-renewal-plan.doc');
const run = (text: string, properties: string) =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
const seen = { ends: ['read'], holds: '92%', lacks: '4321' } as const;
const damaged = ['file-damaged'];
const limited = ['file-time-limit', 'file-unpacked-too-large', 'file-memory-limit', 'file-damaged'];

/** A DOCX with other bytes as its main part. */
const withMain = (main: Uint8Array, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': main,
    ...more,
  });
const mainOf = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A DOCX whose main part unpacks to a paragraph over and over. */
function paragraphBomb(times: number): Uint8Array {
  const block = Buffer.from('<w:p><w:r><w:t>承诺</w:t></w:r></w:p>'.repeat(20_000));
  const opening = Buffer.from(mainOf('').replace('</w:body></w:document>', ''));
  const packed = deflateBomb(block, times, opening);
  return makeZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: '_rels/.rels',
      bytes:
        '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', bytes: packed, stored: true, method: 8, claimedSize: 100 },
  ]);
}

/** The DOC fixture with some of its bytes set to others. */
const patched = (...patches: readonly (readonly [at: number, bytes: readonly number[]])[]) => {
  const bytes = Buffer.from(doc());
  for (const [at, values] of patches) bytes.set(values, at);
  return bytes;
};
/** The same with its allocation table filled with one value. */
const withTable = (value: number) => {
  const bytes = Buffer.from(doc());
  const at = (bytes.readUInt32LE(76) + 1) * 512;
  for (let i = 0; i < 128; i++) bytes.writeUInt32LE(value, at + i * 4);
  return bytes;
};

const sheet = (xml: string, strings = '') => makeXlsx({ sheets: [{ name: '任务', xml }], strings });
const goodRows = rowsXml([
  ['任务', '完成时限'],
  [promise, '2025年底前'],
]);

const locked = () => {
  const bytes = Buffer.from(doc());
  // The first stream that is a Word document: its flag word says encrypted.
  const at = bytes.indexOf(Buffer.from([0xec, 0xa5]));
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 10) | 0x0100, at + 10);
  return bytes;
};

/** DOCX, DOC and XLSX: bombs, entities, rings, lies, hidden text, passwords. */
export const office: readonly HostileCase[] = [
  { file: 'cut-at-half.docx', make: () => cut(docx, 0.5), ends: damaged },
  { file: 'cut-before-its-directory.docx', make: () => cut(docx, 0.92), ends: damaged },
  {
    file: 'main-part-missing.docx',
    make: () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/styles.xml': strToU8('<a/>') }),
    ends: ['file-damaged', 'read', 'file-type-unknown', 'file-empty'],
  },
  {
    file: 'main-part-cut.docx',
    make: () => withMain(cut(strToU8(mainOf(p(promise).repeat(20))), 0.6)),
    ends: damaged,
  },
  {
    file: 'main-part-empty.docx',
    make: () => withMain(new Uint8Array()),
    ends: ['file-damaged', 'file-empty'],
  },
  { file: 'main-part-of-noughts.docx', make: () => withMain(new Uint8Array(5000)), ends: damaged },
  { file: 'nothing-in-it.docx', make: () => makeDocx({ body: p('') }), ends: ['file-empty', 'file-no-text'] },
  {
    file: 'main-part-in-gbk.docx',
    make: () =>
      withMain(
        Buffer.concat([
          latin(
            '<?xml version="1.0" encoding="GB2312"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>',
          ),
          Buffer.from([0xb3, 0xd0, 0xc5, 0xb5, 0xb4, 0xf0, 0xb8, 0xb4]),
          latin('</w:t></w:r></w:p></w:body></w:document>'),
        ]),
      ),
    ends: ['read', 'file-damaged', 'file-garbled'],
    lacks: '\ufffd',
  },
  {
    file: 'main-part-in-utf-16.docx',
    make: () =>
      withMain(
        Buffer.from(`\ufeff${mainOf(p(promise), '<?xml version="1.0" encoding="UTF-16"?>')}`, 'utf16le'),
      ),
    ends: ['read', 'file-damaged'],
    lacks: '\ufffd',
  },
  {
    file: 'reads-a-file.docx',
    make: () =>
      withMain(
        strToU8(mainOf(p('&x;') + p(promise), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
      ),
    ends: ['read', 'file-damaged'],
    lacks: 'root:',
  },
  {
    file: 'laughs.docx',
    make: () => {
      const entities = Array.from({ length: 12 }, (_v, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
      return withMain(
        strToU8(mainOf(p('&a12;') + p(promise), `<!DOCTYPE a [<!ENTITY a0 "哈">${entities.join('')}]>`)),
      );
    },
    ends: ['read', ...limited],
  },
  {
    file: 'entity-of-a-megabyte.docx',
    make: () =>
      withMain(
        strToU8(
          mainOf(p('&x;'.repeat(5000)) + p(promise), `<!DOCTYPE a [<!ENTITY x "${'哈'.repeat(300_000)}">]>`),
        ),
      ),
    ends: ['read', ...limited],
  },
  { file: 'paragraph-bomb.docx', isHeavy: true, make: () => paragraphBomb(120), ends: limited },
  {
    file: 'tables-400-deep.docx',
    make: () =>
      makeDocx({
        body: `${'<w:tbl><w:tr><w:tc>'.repeat(400)}${p(promise)}${'</w:tc></w:tr></w:tbl>'.repeat(400)}`,
      }),
    ends: ['read', 'file-damaged', 'file-unpacked-too-large'],
  },
  {
    file: 'cell-of-a-billion-columns.docx',
    make: () => makeDocx({ body: table(row(cell(promise, '<w:gridSpan w:val="999999999"/>'), cell('二'))) }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'row-merged-10000-times.docx',
    isHeavy: true,
    make: () =>
      makeDocx({
        body: table(
          ...Array.from({ length: 10_000 }, (_v, i) =>
            row(cell(i === 0 ? promise : '', `<w:vMerge${i === 0 ? ' w:val="restart"' : ''}/>`), cell('二')),
          ),
        ),
      }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'attribute-of-3-megabytes.docx',
    isHeavy: true,
    make: () => withMain(strToU8(mainOf(`<w:p w:x="${'a'.repeat(3_000_000)}"/>${p(promise)}`))),
    ends: ['read', ...limited],
  },
  {
    file: 'with-macros.docx',
    make: () =>
      makeDocx({ body: p(promise) }, { 'word/vbaProject.bin': oleFile({ VBA: latin('Shell "cmd 4321"') }) }),
    ...seen,
  },
  {
    file: 'fetches-its-template.docx',
    make: () =>
      makeDocx(
        { body: p(promise) },
        {
          'word/_rels/settings.xml.rels': strToU8(
            '<Relationships><Relationship Id="a" Type="attachedTemplate" Target="http://127.0.0.1:9/4321.dotm" TargetMode="External"/></Relationships>',
          ),
        },
      ),
    ...seen,
  },
  {
    file: 'parts-outside.docx',
    make: () =>
      makeDocx(
        { body: p(promise) },
        { '../../../etc/cron.d/x': strToU8('4321'), '/etc/passwd': strToU8('4321') },
      ),
    ends: ['read', 'file-damaged', 'container-path-unsafe'],
    lacks: '4321',
  },
  {
    file: 'vanished-text.docx',
    make: () => makeDocx({ body: p(promise) + run(hidden, '<w:vanish/>') }),
    ...seen,
  },
  {
    file: 'vanished-on-the-web.docx',
    make: () => makeDocx({ body: p(promise) + run(hidden, '<w:webHidden/><w:specVanish/><w:vanish/>') }),
    ...seen,
  },
  {
    file: 'white-text.docx',
    make: () => makeDocx({ body: p(promise) + run(hidden, '<w:color w:val="FFFFFF"/>') }),
    ...seen,
  },
  {
    file: 'tiny-text.docx',
    make: () => makeDocx({ body: p(promise) + run(hidden, '<w:sz w:val="2"/>') }),
    ...seen,
  },
  {
    file: 'struck-out-text.docx',
    make: () =>
      makeDocx({
        body: `${p(promise)}<w:p><w:del w:id="1"><w:r><w:delText>${hidden}</w:delText></w:r></w:del></w:p>`,
      }),
    ...seen,
  },
  {
    file: 'vanished-text-alone.docx',
    make: () => makeDocx({ body: run(hidden, '<w:vanish/>') }),
    ends: ['file-empty', 'file-no-text'],
  },
  {
    file: 'question-marks.docx',
    make: () => makeDocx({ body: p('?????2025??,??????5?,????????92%??。'.repeat(4)) }),
    ends: ['file-garbled'],
  },
  {
    file: 'private-use.docx',
    make: () => makeDocx({ body: p('\ue001\ue002\ue003\ue004'.repeat(20)) }),
    ends: ['file-garbled'],
  },
  {
    file: 'with-a-password.docx',
    make: () =>
      oleFile({ EncryptedPackage: Buffer.alloc(5000, 7), EncryptionInfo: Buffer.from([4, 0, 4, 0]) }),
    ends: ['file-encrypted'],
  },
  { file: 'a-workbook-in-truth.docx', make: () => sheet(goodRows), ends: ['read'], holds: '92%' },
  { file: 'a-text-in-truth.docx', make: () => strToU8(promise), ends: ['read'], holds: '92%' },
  {
    file: 'a-program-in-truth.docx',
    make: () => Buffer.concat([latin('MZ\x90\0'), Buffer.alloc(4000, 3)]),
    ends: ['file-type-unknown'],
  },

  { file: 'cut-at-512.doc', make: () => doc().subarray(0, 512), ends: damaged },
  { file: 'cut-at-half.doc', make: () => cut(doc(), 0.5), ends: damaged },
  { file: 'cut-at-nine-tenths.doc', make: () => cut(doc(), 0.9), ends: ['read', 'file-damaged'] },
  { file: 'table-in-a-ring.doc', make: () => withTable(1), ends: damaged },
  { file: 'table-of-noughts.doc', make: () => withTable(0), ends: damaged },
  { file: 'table-beyond-the-file.doc', make: () => withTable(0x00ffffff), ends: damaged },
  { file: 'sectors-of-2-gigabytes.doc', make: () => patched([30, [31, 0]]), ends: damaged },
  { file: 'sectors-of-one-byte.doc', make: () => patched([30, [0, 0]]), ends: damaged },
  { file: 'directory-elsewhere.doc', make: () => patched([48, [0xff, 0xff, 0xff, 0x0f]]), ends: damaged },
  {
    file: 'four-billion-tables.doc',
    make: () => patched([44, [0xff, 0xff, 0xff, 0xff]]),
    ends: ['read', 'file-damaged'],
  },
  { file: 'with-a-password.doc', make: locked, ends: ['file-encrypted'] },
  {
    file: 'no-document-in-it.doc',
    make: () => oleFile({ Other: Buffer.alloc(6000, 1) }),
    ends: ['file-type-unknown', 'file-damaged', 'file-format-unsupported'],
  },
  {
    file: 'document-of-noughts.doc',
    make: () => oleFile({ WordDocument: Buffer.alloc(6000), '1Table': Buffer.alloc(6000) }),
    ends: ['file-damaged', 'file-format-unsupported', 'file-empty', 'file-type-unknown'],
  },
  {
    file: 'old-workbook.xls',
    make: () => oleFile({ Workbook: Buffer.alloc(6000, 9) }),
    ends: ['file-format-unsupported'],
  },
  {
    file: 'slides.ppt',
    make: () => oleFile({ 'PowerPoint Document': Buffer.alloc(6000, 9) }),
    ends: ['file-format-unsupported'],
  },
  {
    file: 'rich-text.doc',
    make: () => latin('{\\rtf1\\ansi \\u30340?\\u21830? 92%}'),
    ends: ['file-format-unsupported'],
  },
  {
    file: 'rich-text-of-brackets.rtf',
    isHeavy: true,
    make: () => latin(`{\\rtf1${'{'.repeat(500_000)}`),
    ends: ['file-format-unsupported'],
  },

  { file: 'cut-at-half.xlsx', make: () => cut(sheet(goodRows), 0.5), ends: damaged },
  { file: 'no-sheets.xlsx', make: () => makeXlsx({ sheets: [] }), ends: ['file-empty', 'file-damaged'] },
  {
    file: 'last-row-alone.xlsx',
    make: () => sheet(`<sheetData><row r="1048576">${c('XFD1048576', promise)}</row></sheetData>`),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'row-beyond-all.xlsx',
    make: () =>
      sheet(`<sheetData><row r="99999999999999">${c('A99999999999999', promise)}</row></sheetData>`),
    ends: ['read', 'file-damaged', 'file-unpacked-too-large'],
  },
  {
    file: 'merged-all-over.xlsx',
    make: () => sheet(`${goodRows}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    ends: ['read'],
  },
  {
    file: 'merged-100000-times.xlsx',
    isHeavy: true,
    make: () =>
      sheet(
        `${goodRows}<mergeCells>${Array.from({ length: 100_000 }, (_v, i) => `<mergeCell ref="A${i + 5}:Z${i + 900}"/>`).join('')}</mergeCells>`,
      ),
    ends: ['read', ...limited],
  },
  {
    file: 'string-that-is-missing.xlsx',
    make: () =>
      sheet(
        `<sheetData><row r="1"><c r="A1" t="s"><v>999999999</v></c>${c('B1', promise)}</row></sheetData>`,
      ),
    ends: ['read', 'file-damaged'],
  },
  {
    file: 'numbers-too-large.xlsx',
    make: () =>
      sheet(
        `<sheetData><row r="1">${n('A1', '1e308')}${n('B1', '-1e999')}${c('C1', promise)}</row></sheetData>`,
      ),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'format-of-a-mile.xlsx',
    isHeavy: true,
    make: () =>
      makeXlsx({
        sheets: [
          {
            name: '一',
            xml: `<sheetData><row r="1">${n('A1', 45_000, 1)}${c('B1', promise)}</row></sheetData>`,
          },
        ],
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${'0.0#,'.repeat(50_000)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
      }),
    ends: ['read', ...limited],
  },
  {
    file: 'runs-a-command.xlsx',
    make: () =>
      sheet(
        `<sheetData><row r="1"><c r="A1" t="str"><f>cmd|'/c calc 4321'!A1</f><v>${promise}</v></c></row></sheetData>`,
      ),
    ...seen,
  },
  {
    file: 'a-million-empty-cells.xlsx',
    isHeavy: true,
    make: () =>
      sheet(
        `<sheetData>${Array.from({ length: 20_000 }, (_v, i) => `<row r="${i + 1}">${'<c/>'.repeat(50)}</row>`).join('')}<row r="20001">${c('A20001', promise)}</row></sheetData>`,
      ),
    ends: ['read', ...limited],
  },
  {
    file: 'row-16384-wide-1000-times.xlsx',
    isHeavy: true,
    make: () =>
      sheet(
        `<sheetData>${Array.from({ length: 1000 }, (_v, i) => `<row r="${i + 1}">${c(`A${i + 1}`, promise)}${c(`XFD${i + 1}`, '末')}</row>`).join('')}</sheetData>`,
      ),
    ends: ['read', ...limited],
  },
  {
    file: 'with-a-password.xlsx',
    make: () =>
      oleFile({ EncryptedPackage: Buffer.alloc(5000, 7), EncryptionInfo: Buffer.from([4, 0, 4, 0]) }),
    ends: ['file-encrypted'],
  },
];
