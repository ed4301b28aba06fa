import { strToU8, zipSync } from 'fflate';
import { deflateBomb } from '../bombs.js';
import { makeOfd, text } from '../make-ofd.js';
import { makeZip } from '../make-zip.js';
import { cut, type HostileCase, hidden, promise } from './case.js';

const good = makeOfd({ pages: [text(promise, 20, 20)] });
const seen = { ends: ['read'], holds: '92%', lacks: '4321' } as const;
const none = ['file-damaged', 'file-no-text'];
const limited = ['file-time-limit', 'file-unpacked-too-large', 'file-memory-limit', 'file-damaged'];

/** The good file's parts beside others. */
const withPart = (name: string, bytes: Uint8Array) =>
  zipSync({ 'OFD.xml': strToU8('<OFD/>'), [name]: bytes });

/** OFD: parts that are missing or loop, bombs, hidden text. */
export const ofd: readonly HostileCase[] = [
  { file: 'cut-at-half.ofd', make: () => cut(good, 0.5), ends: ['file-damaged'] },
  { file: 'no-document.ofd', make: () => withPart('Doc_0/x.xml', strToU8('<a/>')), ends: none },
  {
    file: 'document-that-is-missing.ofd',
    make: () => makeOfd({ pages: [], body: '<DocBody><DocRoot>Doc_9/Document.xml</DocRoot></DocBody>' }),
    ends: none,
  },
  {
    file: 'document-outside.ofd',
    make: () => makeOfd({ pages: [], body: '<DocBody><DocRoot>../../../../etc/passwd</DocRoot></DocBody>' }),
    ends: none,
  },
  { file: 'no-pages.ofd', make: () => makeOfd({ pages: [] }), ends: none },
  {
    file: 'pages-that-are-missing.ofd',
    make: () => makeOfd({ pages: [null, null] }),
    ends: ['file-damaged'],
  },
  {
    file: 'one-page-missing.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20), null] }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'one-page-of-noughts.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20), '<<<<'] }),
    ends: ['read'],
    holds: '92%',
  },
  { file: 'empty-page.ofd', make: () => makeOfd({ pages: [''] }), ends: ['file-no-text'] },
  {
    file: 'steps-without-end.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20, { code: 'X="0" Y="0" DeltaX="g 2000000000 5"' })] }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'steps-of-a-hundred-megabytes.ofd',
    make: () =>
      makeOfd({
        pages: [text(promise, 20, 20, { code: `X="0" Y="0" DeltaX="${'g 9999999 5 '.repeat(20_000)}"` })],
      }),
    ends: ['read', ...limited],
  },
  {
    file: 'places-that-are-no-numbers.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20, { code: 'X="NaN" Y="1e999" DeltaX="a b"' })] }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'size-below-nothing.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20).replace('Size="5"', 'Size="-5"')] }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'matrix-of-noughts.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20, { object: 'CTM="0 0 0 0 0 0"' })] }),
    ends: ['read', 'file-no-text'],
  },
  {
    file: 'blocks-5000-deep.ofd',
    make: () =>
      makeOfd({
        pages: [`${'<PageBlock>'.repeat(5000)}${text(promise, 20, 20)}${'</PageBlock>'.repeat(5000)}`],
      }),
    ends: ['read', 'file-damaged', 'file-unpacked-too-large'],
  },
  {
    file: 'template-that-is-missing.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20)], pageHead: '<Template TemplateID="t9"/>' }),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'template-100000-times.ofd',
    isHeavy: true,
    make: () =>
      makeOfd({
        pages: [text(promise, 20, 20)],
        templates: [text('模板的字', 20, 40).repeat(50)],
        pageHead: '<Template TemplateID="t0"/>'.repeat(20_000),
      }),
    ends: ['read', ...limited],
  },
  {
    file: 'two-thousand-and-one-pages.ofd',
    isHeavy: true,
    make: () => makeOfd({ pages: Array.from({ length: 2001 }, () => text('页', 20, 20)) }),
    ends: ['file-unpacked-too-large'],
  },
  {
    file: 'unseen-text.ofd',
    make: () =>
      makeOfd({ pages: [text(promise, 20, 20) + text(hidden, 20, 60, { object: 'Visible="false"' })] }),
    ...seen,
  },
  {
    file: 'clear-text.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20) + text(hidden, 20, 60, { object: 'Alpha="0"' })] }),
    ...seen,
  },
  {
    file: 'white-text.ofd',
    make: () =>
      makeOfd({
        pages: [
          text(promise, 20, 20) +
            text(hidden, 20, 60).replace('<TextCode', '<FillColor Value="255 255 255"/><TextCode'),
        ],
      }),
    ...seen,
  },
  {
    file: 'tiny-text.ofd',
    make: () =>
      makeOfd({ pages: [text(promise, 20, 20) + text(hidden, 20, 60).replace('Size="5"', 'Size="0.1"')] }),
    ...seen,
  },
  {
    file: 'text-beside-the-page.ofd',
    make: () => makeOfd({ pages: [text(promise, 20, 20) + text(hidden, 900, 60)] }),
    ...seen,
  },
  {
    file: 'private-use.ofd',
    make: () => makeOfd({ pages: [text('\ue001\ue002\ue003\ue004'.repeat(20), 20, 20)] }),
    ends: ['file-garbled'],
  },
  {
    file: 'reads-a-file.ofd',
    make: () =>
      zipSync({
        'OFD.xml': strToU8(
          '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><OFD><DocBody><DocRoot>&x;</DocRoot></DocBody></OFD>',
        ),
      }),
    ends: none,
    lacks: 'root:',
  },
  {
    file: 'page-bomb.ofd',
    make: () =>
      makeZip([
        {
          name: 'OFD.xml',
          bytes: deflateBomb(Buffer.alloc(1 << 20, ' '), 400, Buffer.from('<OFD>')),
          stored: true,
          method: 8,
          claimedSize: 99,
        },
      ]),
    ends: limited,
  },
];
