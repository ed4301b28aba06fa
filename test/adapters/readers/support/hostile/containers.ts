import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { deflateBomb } from '../bombs.js';
import { makeMail } from '../make-mail.js';
import { linesOf, makePdf } from '../make-pdf.js';
import { makeZip } from '../make-zip.js';
import { cut, type HostileCase, latin, promise, utf8 } from './case.js';

const words = utf8(promise);
const zip = (name: string, bytes: Uint8Array) => zipSync({ [name]: bytes });
const nested = (depth: number): Uint8Array =>
  depth === 0 ? words : zip(depth === 1 ? '答复.txt' : '内.zip', nested(depth - 1));
const unsafe = ['container-path-unsafe', 'read'];
const limited = ['file-time-limit', 'file-unpacked-too-large', 'file-memory-limit', 'file-damaged'];
const mail = (headers: string, body = '') =>
  latin(
    `From: a@example.cn\r\nDate: Mon, 3 Mar 2025 09:00:00 +0800\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`,
  );
/** Mails within mails. */
const inside = (depth: number): Buffer =>
  depth === 0
    ? makeMail([{ type: 'text/plain; charset=utf-8', bytes: words }])
    : makeMail([{ type: 'message/rfc822', bytes: inside(depth - 1), plain: true, name: '转发.eml' }]);

/** Many entries whose headers are the first one's: each unpacks the same bytes again. */
function overlapping(): Uint8Array {
  const bomb = { bytes: Buffer.alloc(8 << 20, 'a') };
  return makeZip(
    Array.from({ length: 60 }, (_v, i) =>
      i === 0 ? { name: '0.txt', ...bomb } : { name: `${i}.txt`, ...bomb, headerOf: 0 },
    ),
  );
}

/** ZIP, GZIP and mails: nests, bombs, lies, unsafe paths, passwords. */
export const containers: readonly HostileCase[] = [
  { file: 'four-deep.zip', make: () => nested(4), ends: ['container-too-deep'] },
  { file: 'three-deep.zip', make: () => nested(3), ends: ['read'], holds: '92%' },
  { file: 'nothing-in-it.zip', make: () => zipSync({}), ends: ['container-empty'] },
  {
    file: 'folders-alone.zip',
    make: () => zipSync({ 'a/': new Uint8Array(), 'a/b/': new Uint8Array() }),
    ends: ['container-empty'],
  },
  { file: 'upwards.zip', make: () => zip('../../../../tmp/答复.txt', words), ends: unsafe },
  { file: 'upwards-on-windows.zip', make: () => zip('..\\..\\答复.txt', words), ends: unsafe },
  { file: 'a-drive.zip', make: () => zip('C:\\Windows\\答复.txt', words), ends: unsafe },
  { file: 'from-the-root.zip', make: () => zip('/etc/答复.txt', words), ends: unsafe },
  {
    file: 'a-name-with-a-nought.zip',
    make: () => makeZip([{ name: '答复.txt\0.exe', bytes: words }]),
    ends: unsafe,
  },
  {
    file: 'a-name-of-60000.zip',
    make: () => makeZip([{ name: `${'长'.repeat(20_000)}.txt`, bytes: words }]),
    ends: [...unsafe, 'file-damaged'],
  },
  {
    file: 'a-link.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: '/etc/passwd', mode: 0o120777 }]),
    ends: ['container-path-unsafe'],
  },
  {
    file: 'a-device.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words, mode: 0o020666 }]),
    ends: unsafe,
  },
  {
    file: 'same-name-twice.zip',
    make: () =>
      makeZip([
        { name: '答复.txt', bytes: words },
        { name: '答复.txt', bytes: words },
      ]),
    ends: ['read', 'file-damaged'],
  },
  {
    file: 'locked.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words, flags: 0x0801 }]),
    ends: ['file-encrypted'],
  },
  {
    file: 'locked-with-aes.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words, flags: 0x0801, method: 99, stored: true }]),
    ends: ['file-encrypted'],
  },
  ...[9, 12, 14, 93, 95, 98].map((method) => ({
    file: `packed-by-method-${method}.zip`,
    make: () => makeZip([{ name: '答复.txt', bytes: words, method, stored: true }]),
    ends: ['archive-unsupported', 'file-damaged', 'file-format-unsupported'],
  })),
  {
    file: 'wrong-sum.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words, crc: 1 }]),
    ends: ['file-damaged'],
  },
  {
    file: 'says-it-is-small.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: Buffer.alloc(30 << 20, 'a'), claimedSize: 10 }]),
    ends: [...limited],
  },
  {
    file: 'says-it-is-large.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words, claimedSize: 0xfffffff0 }]),
    ends: [...limited],
  },
  {
    file: 'three-thousand.zip',
    make: () => zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_v, i) => [`${i}.txt`, words]))),
    ends: ['file-unpacked-too-large'],
  },
  { file: 'overlapping.zip', isHeavy: true, make: overlapping, ends: limited },
  {
    file: 'bomb.zip',
    make: () =>
      makeZip([
        {
          name: '答复.txt',
          bytes: deflateBomb(Buffer.alloc(1 << 20, 'a'), 1000),
          stored: true,
          method: 8,
          claimedSize: 50,
        },
      ]),
    ends: limited,
  },
  {
    file: 'bomb-in-the-second.zip',
    make: () =>
      makeZip([
        { name: '1.txt', bytes: words },
        {
          name: '2.txt',
          bytes: deflateBomb(Buffer.alloc(1 << 20, 'a'), 1000),
          stored: true,
          method: 8,
          claimedSize: 50,
        },
      ]),
    ends: ['read', ...limited],
  },
  {
    file: 'cut-at-half.zip',
    make: () => cut(zip('答复.txt', Buffer.from(promise.repeat(900))), 0.5),
    ends: ['file-damaged'],
  },
  {
    file: 'directory-elsewhere.zip',
    make: () => {
      const bytes = Buffer.from(zip('答复.txt', words));
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 6);
      return bytes;
    },
    ends: ['file-damaged'],
  },
  {
    file: 'says-60000-entries.zip',
    make: () => {
      const bytes = Buffer.from(zip('答复.txt', words));
      bytes.writeUInt16LE(60_000, bytes.length - 12);
      bytes.writeUInt16LE(60_000, bytes.length - 14);
      return bytes;
    },
    ends: ['read', ...limited],
  },
  {
    file: 'over-two-disks.zip',
    make: () => makeZip([{ name: '答复.txt', bytes: words }], { disk: 1 }),
    ends: ['file-damaged', 'archive-unsupported', 'read'],
  },
  {
    file: 'unpacks-itself.zip',
    make: () => Buffer.concat([latin('MZ\x90\0'), Buffer.alloc(2000), zip('答复.txt', words)]),
    ends: ['file-type-unknown', 'read'],
  },
  {
    file: 'only-programs.zip',
    make: () => zip('a.exe', Buffer.concat([latin('MZ\x90\0'), Buffer.alloc(100)])),
    ends: ['file-type-unknown'],
  },
  {
    file: 'litter-alone.zip',
    make: () => zipSync({ '__MACOSX/._答复.txt': words, 'Thumbs.db': words, '~$答复.docx': words }),
    ends: ['container-empty', 'read', 'file-type-unknown', 'file-damaged'],
  },

  {
    file: 'bomb.gz',
    make: () =>
      Buffer.concat([
        Buffer.from('1f8b0800000000000003', 'hex'),
        deflateBomb(Buffer.alloc(1 << 20, 'a'), 1000),
        Buffer.alloc(8),
      ]),
    ends: limited,
  },
  {
    file: 'cut.gz',
    make: () => cut(gzipSync(Buffer.from(promise.repeat(500))), 0.6),
    ends: ['file-damaged'],
  },
  { file: 'header-alone.gz', make: () => Buffer.from('1f8b', 'hex'), ends: ['file-damaged'] },
  {
    file: 'in-two-parts.gz',
    make: () => Buffer.concat([gzipSync(words), gzipSync(words)]),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'a-text.tgz',
    make: () => gzipSync(Buffer.concat([Buffer.alloc(257), latin('ustar\x0000'), Buffer.alloc(1000)])),
    ends: ['archive-unsupported'],
  },
  {
    file: 'seven.7z',
    make: () => Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(100)]),
    ends: ['archive-unsupported'],
  },
  {
    file: 'five.rar',
    make: () => Buffer.concat([latin('Rar!\x1a\x07\x01\0'), Buffer.alloc(100)]),
    ends: ['archive-unsupported'],
  },

  {
    file: 'mails-50-deep.eml',
    isHeavy: true,
    make: () => inside(50),
    ends: ['container-too-deep', 'file-damaged', 'file-unpacked-too-large', 'read'],
  },
  {
    file: 'no-boundary.eml',
    make: () => mail('Content-Type: multipart/mixed', promise),
    ends: ['read', 'container-empty', 'file-damaged', 'file-garbled'],
  },
  {
    file: 'boundary-never-closed.eml',
    make: () =>
      Buffer.concat([
        mail(
          'Content-Type: multipart/mixed; boundary=a',
          '--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n',
        ),
        words,
      ]),
    ends: ['read'],
    holds: '92%',
  },
  {
    file: 'parts-in-a-boundary-100-deep.eml',
    make: () => {
      let body = `--b0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${promise}\r\n`;
      for (let i = 1; i < 300; i++)
        body = `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i - 1}\r\n\r\n${body}`;
      return Buffer.concat([mail('Content-Type: multipart/mixed; boundary=b299'), utf8(body)]);
    },
    ends: ['read', 'file-damaged', 'container-empty', 'file-unpacked-too-large'],
  },
  {
    file: 'five-thousand-parts.eml',
    make: () =>
      Buffer.concat([
        mail('Content-Type: multipart/mixed; boundary=a'),
        utf8(
          '--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n一\r\n'.repeat(
            5000,
          ),
        ),
      ]),
    ends: ['file-unpacked-too-large'],
  },
  {
    file: 'attachment-upwards.eml',
    make: () => makeMail([{ type: 'text/plain', bytes: words, name: '../../etc/答复.txt' }]),
    ends: ['read', 'container-path-unsafe'],
  },
  {
    file: 'attachment-of-rubbish.eml',
    make: () =>
      Buffer.concat([
        mail(
          'Content-Type: multipart/mixed; boundary=a',
          '--a\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!@@@@####\r\n--a--',
        ),
      ]),
    ends: ['file-empty', 'file-damaged', 'file-type-unknown', 'read'],
  },
  {
    file: 'attachment-bomb.eml',
    make: () =>
      makeMail([
        {
          type: 'application/zip',
          name: 'a.zip',
          bytes: makeZip([
            {
              name: '1.txt',
              bytes: deflateBomb(Buffer.alloc(1 << 20, 'a'), 1000),
              stored: true,
              method: 8,
              claimedSize: 50,
            },
          ]),
        },
      ]),
    ends: limited,
  },
  {
    file: 'a-pdf-cut.eml',
    make: () =>
      makeMail([{ type: 'application/pdf', name: 'a.pdf', bytes: cut(makePdf([linesOf(promise)]), 0.1) }]),
    ends: ['file-damaged', 'file-no-text'],
  },
  {
    file: 'charset-that-is-none.eml',
    make: () => Buffer.concat([mail('Content-Type: text/plain; charset=x-none'), words]),
    ends: ['read', 'file-garbled'],
    holds: '92%',
  },
  {
    file: 'utf-8-said-to-be-ascii.eml',
    make: () =>
      Buffer.concat([mail('Content-Type: text/plain; charset=us-ascii'), Buffer.from(promise.repeat(4))]),
    ends: ['read', 'file-garbled'],
    lacks: 'å',
  },
  {
    file: 'header-of-a-megabyte.eml',
    make: () =>
      Buffer.concat([
        mail(`X-A: ${'a'.repeat(1_000_000)}\r\nContent-Type: text/plain; charset=utf-8`),
        words,
      ]),
    ends: ['read', 'file-damaged'],
  },
  {
    file: 'locked.eml',
    make: () => mail('Content-Type: application/pkcs7-mime; smime-type=enveloped-data', 'AAAA'),
    ends: ['file-encrypted', 'container-empty', 'file-damaged'],
  },
];
