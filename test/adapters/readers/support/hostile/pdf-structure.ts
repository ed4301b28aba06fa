import { assemblePdf, linesOf, makePdf } from '../make-pdf.js';
import { cut, type HostileCase, latin, promise } from './case.js';

const good = makePdf([linesOf(promise, '答复完毕。'), linesOf('第二页的内容。')]);
const text = Buffer.from(good).toString('latin1');
const replaced = (from: string | RegExp, to: string) => latin(text.replace(from, to));
const damagedOnly = ['file-damaged'];
const readOrDamaged = ['read', 'file-damaged'];
const none = ['file-damaged', 'file-no-text'];

/** A PDF of these objects behind catalogue (1) and page tree (2). */
const withPages = (tree: string, ...more: string[]) =>
  assemblePdf(['<</Type/Catalog/Pages 2 0 R>>', tree, ...more]);

/** 4,000 page trees inside one another, a page at the end. */
function deepTree(): Uint8Array {
  const depth = 4000;
  const trees = Array.from({ length: depth }, (_v, i) => `<</Type/Pages/Count 1/Kids[${i + 3} 0 R]>>`);
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    ...trees,
    `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 595 842]>>`,
  ]);
}

/** Files whose skeleton is broken: trees, tables of references, lengths. */
export const pdfStructure: readonly HostileCase[] = [
  { file: 'cut-at-a-tenth.pdf', make: () => cut(good, 0.1), ends: none },
  { file: 'cut-at-half.pdf', make: () => cut(good, 0.5), ends: ['read', ...none] },
  { file: 'cut-before-its-table.pdf', make: () => cut(good, 0.8), ends: ['read'], holds: '92%' },
  { file: 'header-alone.pdf', make: () => latin('%PDF-1.7\n'), ends: damagedOnly },
  { file: 'no-pages.pdf', make: () => withPages('<</Type/Pages/Count 0/Kids[]>>'), ends: none },
  { file: 'tree-holds-itself.pdf', make: () => withPages('<</Type/Pages/Count 1/Kids[2 0 R]>>'), ends: none },
  {
    file: 'trees-in-a-ring.pdf',
    make: () => withPages('<</Type/Pages/Count 9/Kids[3 0 R]>>', '<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>'),
    ends: none,
  },
  { file: 'tree-4000-deep.pdf', make: deepTree, ends: none },
  { file: 'catalogue-of-nothing.pdf', make: () => assemblePdf(['null', 'null']), ends: damagedOnly },
  { file: 'pages-as-number.pdf', make: () => withPages('42'), ends: none },
  {
    file: 'count-of-a-million.pdf',
    make: () => replaced('/Count 2', '/Count 999999'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'count-below-nothing.pdf',
    make: () => replaced('/Count 2', '/Count -7'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'kids-that-are-missing.pdf',
    make: () => replaced(/Kids\[/, 'Kids[99 0 R '),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'table-elsewhere.pdf',
    make: () => replaced(/startxref\n\d+/, 'startxref\n7'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'table-before-itself.pdf',
    make: () => replaced('/Root 1 0 R', `/Root 1 0 R/Prev ${text.lastIndexOf('xref\n0')}`),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'table-of-wrong-places.pdf',
    make: () => replaced(/(\d{10}) 00000 n/g, '0000000017 00000 n'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'table-too-large.pdf',
    make: () => replaced(/\/Size \d+/, '/Size 2147483647'),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'no-trailer.pdf', make: () => replaced(/trailer[\s\S]*$/, ''), ends: ['read'], holds: '92%' },
  { file: 'root-of-text.pdf', make: () => replaced('/Root 1 0 R', '/Root (x)'), ends: readOrDamaged },
  {
    file: 'length-too-long.pdf',
    make: () => replaced(/Length \d+/g, 'Length 99999999'),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'length-too-short.pdf', make: () => replaced(/Length \d+/g, 'Length 3'), ends: ['read', ...none] },
  {
    file: 'length-below-nothing.pdf',
    make: () => replaced(/Length \d+/g, 'Length -1'),
    ends: ['read', ...none],
  },
  {
    file: 'length-of-itself.pdf',
    make: () => replaced(/Length \d+/, 'Length 4 0 R'),
    ends: ['read', ...none],
  },
  { file: 'no-endstream.pdf', make: () => replaced(/endstream/g, ''), ends: ['read', ...none] },
  {
    file: 'junk-before.pdf',
    make: () => Buffer.concat([Buffer.alloc(900, 0x20), good]),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'junk-behind.pdf',
    make: () => Buffer.concat([good, Buffer.alloc(50_000)]),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'brackets-100000-deep.pdf',
    make: () => replaced('/Type/Catalog', `/Type/Catalog/X ${'['.repeat(100_000)}`),
    ends: readOrDamaged,
  },
  {
    file: 'box-without-end.pdf',
    make: () => replaced(/MediaBox\[[^\]]*\]/g, 'MediaBox[0 0 1e30 1e30]'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'box-of-nothing.pdf',
    make: () => replaced(/MediaBox\[[^\]]*\]/g, 'MediaBox[0 0 0 0]'),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'box-of-words.pdf',
    make: () => replaced(/MediaBox\[[^\]]*\]/g, 'MediaBox[(a) null]'),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'turned-by-37.pdf', make: () => replaced(/Rotate 0/g, 'Rotate 37'), ends: ['read'], holds: '92%' },
  {
    file: '2001-pages.pdf',
    isHeavy: true,
    make: () => makePdf(Array.from({ length: 2001 }, () => linesOf('页'))),
    ends: ['file-unpacked-too-large'],
  },
  {
    file: 'one-page-2001-times.pdf',
    make: () => replaced(/Kids\[[^\]]*\]/, `Kids[${'5 0 R '.repeat(2001)}]`),
    ends: ['read', 'file-unpacked-too-large', 'file-damaged'],
  },
];
