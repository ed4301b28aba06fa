import { flateBomb } from '../bombs.js';
import { assemblePdf, linesOf, makePdf, type Piece } from '../make-pdf.js';
import { type HostileCase, hidden, latin, promise } from './case.js';

const lines = linesOf(promise);
const below = (text: string, more: Partial<Piece> = {}): Piece => ({ text, x: 72, y: 700, ...more });
const ucs2 = (text: string) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
/** Operators that draw a text in another state. */
const shown = (state: string, text = hidden, size = 12, at = '72 600') =>
  `q ${state} BT /F1 ${size} Tf 1 0 0 1 ${at} Tm <${ucs2(text)}> Tj ET Q`;
const drawn = (operators: string) => makePdf([lines], { drawn: () => operators });
const picture = '/XObject<</I 9 0 R>>';
/** A page that is a grey picture with text drawn in a state over it. */
function scanned(state: string, text: string): Uint8Array {
  const content = `q 595 0 0 842 0 0 cm /I Do Q ${shown(state, text)}`;
  const file = Buffer.from(makePdf([lines])).toString('latin1');
  const font = /3 0 obj\n([\s\S]*?)\nendobj/.exec(file)?.[1] ?? '';
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[5 0 R]>>',
    font,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>${picture}>>/Contents 4 0 R>>`,
    'null',
    'null',
    'null',
    '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>\nstream\n\xf0\xf1\xf0\xf1\nendstream',
  ]);
}

/** A page of objects from 4 on, its content first, with these resources. */
function page(content: string, resources: string, ...objects: string[]): Uint8Array {
  const file = Buffer.from(makePdf([lines])).toString('latin1');
  const font = /3 0 obj\n([\s\S]*?)\nendobj/.exec(file)?.[1] ?? '';
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[5 0 R]>>',
    font,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>${resources}>>/Contents 4 0 R>>`,
    ...objects,
  ]);
}

const sentence = shown('', promise, 12, '72 760');
const form = (inner: string, more = '') =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]${more}/Length ${inner.length}>>\nstream\n${inner}\nendstream`;

function contentBomb(): Uint8Array {
  const block = Buffer.alloc(1 << 20, 'q Q ');
  return makePdf([lines], { flate: () => flateBomb(block, 2000) });
}

function pictureBomb(): Uint8Array {
  const packed = Buffer.from(flateBomb(Buffer.alloc(1 << 20, 0), 1200)).toString('latin1');
  return page(
    'q 595 0 0 842 0 0 cm /I Do Q',
    '/XObject<</I 6 0 R>>',
    `<</Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`,
  );
}

/** A font whose map gives characters of private use, or none at all. */
function mapped(map: string | null): Uint8Array {
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <${map}> endbfrange endcmap end end`;
  const file = Buffer.from(makePdf([linesOf(promise.repeat(3))])).toString('latin1');
  const font = /3 0 obj\n([\s\S]*?)\nendobj/.exec(file)?.[1] ?? '';
  const content = shown('', promise.repeat(3), 12, '72 760');
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[5 0 R]>>',
    font
      .replace('UniGB-UCS2-H', 'Identity-H')
      .replace('Ordering(GB1)', 'Ordering(Identity)')
      .replace('/DescendantFonts', `${map === null ? '' : '/ToUnicode 6 0 R'}/DescendantFonts`),
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>`,
    `<</Length ${toUnicode.length}>>\nstream\n${toUnicode}\nendstream`,
  ]);
}

/** The same file with another catalogue. */
const withCatalogue = (entries: string, ...objects: string[]) => {
  const parts = [
    ...Buffer.from(makePdf([lines]))
      .toString('latin1')
      .matchAll(/\d+ 0 obj\n([\s\S]*?)\nendobj/g),
  ].map(([, body = '']) => body);
  parts[0] = `<</Type/Catalog/Pages 2 0 R${entries}>>`;
  return assemblePdf([...parts, ...objects]);
};

const unread = ['file-garbled', 'file-no-text'];
const limited = [
  'file-unpacked-too-large',
  'file-memory-limit',
  'file-time-limit',
  'file-damaged',
  'file-no-text',
];
const seen = { ends: ['read'], holds: '92%', lacks: '4321' } as const;

/** Files whose pages are malicious or unreadable: loops, bombs, hidden text, fonts without maps, actions. */
export const pdfContent: readonly HostileCase[] = [
  { file: 'content-bomb.pdf', isHeavy: true, make: contentBomb, ends: limited },
  { file: 'picture-bomb.pdf', isHeavy: true, make: pictureBomb, ends: limited },
  {
    file: 'form-draws-itself.pdf',
    make: () =>
      page(`${sentence} /X Do`, '/XObject<</X 6 0 R>>', form('/X Do', '/Resources<</XObject<</X 6 0 R>>>>')),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'forms-ten-times-ten-times.pdf',
    isHeavy: true,
    make: () =>
      page(
        `${sentence} /X6 Do`,
        '/XObject<</X6 6 0 R>>',
        ...Array.from({ length: 8 }, (_v, i) =>
          form('/X Do '.repeat(10), i < 7 ? `/Resources<</XObject<</X ${i + 7} 0 R>>>>` : ''),
        ),
      ),
    ends: ['read', 'file-time-limit', 'file-memory-limit'],
  },
  {
    file: 'states-a-million-deep.pdf',
    isHeavy: true,
    make: () => drawn('q '.repeat(1_000_000)),
    ends: ['read', ...limited],
  },
  {
    file: 'numbers-without-end.pdf',
    make: () => drawn(`${'9'.repeat(200_000)} 0 m`),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'string-never-closed.pdf',
    make: () => drawn('(((((((('),
    ends: ['read', 'file-no-text', 'file-damaged'],
  },
  {
    file: 'content-10000-times.pdf',
    isHeavy: true,
    make: () => {
      const file = Buffer.from(makePdf([lines], { drawn: () => '0 0 m '.repeat(20_000) })).toString('latin1');
      return latin(file.replace(/Contents \d+ 0 R/, `Contents[${'4 0 R '.repeat(10_000)}]`));
    },
    ends: ['read', ...limited],
  },
  {
    file: 'words-a-million-times.pdf',
    isHeavy: true,
    make: () =>
      makePdf([[...lines, ...Array.from({ length: 60_000 }, (_v, i) => below(promise, { y: i % 800 }))]]),
    ends: ['read', ...limited],
  },
  { file: 'unseen-text.pdf', make: () => drawn(shown('3 Tr')), ...seen },
  { file: 'clipped-text.pdf', make: () => drawn(shown('7 Tr')), ...seen },
  { file: 'white-text.pdf', make: () => drawn(shown('1 g')), ...seen },
  { file: 'nearly-white-text.pdf', make: () => drawn(shown('0.99 1 0.995 rg')), ...seen },
  { file: 'white-text-in-inks.pdf', make: () => drawn(shown('0 0 0 0 k')), ...seen },
  { file: 'tiny-text.pdf', make: () => drawn(shown('', hidden, 0.4)), ...seen },
  { file: 'text-beside-the-page.pdf', make: () => drawn(shown('', hidden, 12, '72 2000')), ...seen },
  { file: 'text-left-of-the-page.pdf', make: () => drawn(shown('', hidden, 12, '-900 300')), ...seen },
  {
    file: 'white-text-on-a-dark-field.pdf',
    make: () => drawn(`0 0 0.5 rg 60 590 400 30 re f ${shown('1 g')}`),
    ends: ['read'],
    holds: '4321',
  },
  {
    file: 'unseen-text-over-a-picture.pdf',
    make: () => scanned('3 Tr', promise),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'unseen-text-alone.pdf',
    make: () => makePdf([[]], { drawn: () => shown('3 Tr') }),
    ends: ['file-no-text'],
  },
  {
    file: 'white-text-alone.pdf',
    make: () => makePdf([[]], { drawn: () => shown('1 g') }),
    ends: ['file-no-text'],
  },
  { file: 'blanks-alone.pdf', make: () => makePdf([linesOf('　　　', '   ')]), ends: ['file-no-text'] },
  { file: 'map-of-private-use.pdf', make: () => mapped('e000'), ends: unread },
  { file: 'map-of-nothing.pdf', make: () => mapped('0000'), ends: ['read', ...unread] },
  { file: 'map-beyond-unicode.pdf', make: () => mapped('ffffffff'), ends: ['read', ...unread] },
  { file: 'no-map.pdf', make: () => mapped(null), ends: ['read', ...unread] },
  {
    file: 'gbk-as-latin.pdf',
    make: () =>
      makePdf([linesOf(...Array<string>(6).fill('µ½2025Äêµ×£¬ÐÂ½¨ÉçÇøÊ³ÌÃ5Ëù£¬ÏØÓòÄÚ¾ÍÕïÂÊ´ïµ½92%ÒÔÉÏ¡£'))], {
        encoding: 'WinAnsiEncoding',
      }),
    ends: unread,
  },
  {
    file: 'runs-a-script.pdf',
    make: () => withCatalogue("/OpenAction<</S/JavaScript/JS(while\\(true\\){app.alert\\('4321'\\)})>>"),
    ...seen,
  },
  { file: 'starts-a-program.pdf', make: () => withCatalogue('/OpenAction<</S/Launch/F(cmd.exe)>>'), ...seen },
  {
    file: 'sends-itself.pdf',
    make: () =>
      withCatalogue(
        '/OpenAction<</S/SubmitForm/F(http://127.0.0.1:9/)>>/AA<</WC<</S/URI/URI(file:///etc/passwd)>>>>',
      ),
    ...seen,
  },
  {
    file: 'outline-in-a-ring.pdf',
    make: () => withCatalogue('/Outlines 6 0 R', '<</First 6 0 R/Last 6 0 R/Count 3>>'),
    ...seen,
  },
  {
    file: 'fields-in-a-ring.pdf',
    make: () =>
      withCatalogue('/AcroForm<</Fields[6 0 R]>>', '<</T(a)/Kids[6 0 R]/Parent 6 0 R/FT/Tx/V(4321)>>'),
    ...seen,
  },
  {
    file: 'names-in-a-ring.pdf',
    make: () => withCatalogue('/Names<</EmbeddedFiles 6 0 R>>', '<</Kids[6 0 R]>>'),
    ...seen,
  },
  {
    file: 'newer-version-behind.pdf',
    make: () => {
      const old = makePdf([linesOf(promise, hidden)]);
      const newer = Buffer.from(makePdf([lines])).toString('latin1');
      const stream = /4 0 obj\n[\s\S]*?endobj\n/.exec(newer)?.[0] ?? '';
      const start = old.length + stream.length;
      const table = `xref\n4 1\n${String(old.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${Buffer.from(old).lastIndexOf('xref\n0')}>>\nstartxref\n${start}\n%%EOF\n`;
      return Buffer.concat([old, latin(stream), latin(table)]);
    },
    ...seen,
  },
];
