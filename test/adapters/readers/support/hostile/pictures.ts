import { cut, type HostileCase, latin, utf8 } from './case.js';
import { fixture } from './fixture.js';

const jpeg = () => fixture('scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg');
/** The head of a PNG of any size, without pixels. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(13, 8);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.set([8, 2, 0, 0, 0], 24);
  return head;
}

const bad = ['file-damaged', 'file-no-text', 'file-unpacked-too-large'];
const unknown = ['file-type-unknown', 'file-no-text', 'file-damaged'];

/** Pictures, some under other names. Without recognition none of them has text. */
export const pictures: readonly HostileCase[] = [
  { file: 'a-picture-in-truth.pdf', make: jpeg, ends: bad },
  { file: 'cut-at-half.jpg', make: () => cut(jpeg(), 0.5), ends: bad },
  { file: 'cut-at-20-bytes.jpg', make: () => jpeg().subarray(0, 20), ends: bad },
  { file: 'a-hundred-thousand-wide.png', make: () => png(100_000, 100_000), ends: bad },
  { file: 'no-width.png', make: () => png(0, 5), ends: bad },
  { file: 'no-pixels.png', make: () => png(50, 50), ends: bad },
  { file: 'sixty-five-thousand.gif', make: () => latin('GIF89a\xff\xff\xff\xff\xf7\0\0'), ends: bad },
  { file: 'bits.bmp', make: () => Buffer.concat([latin('BM'), Buffer.alloc(400, 1)]), ends: unknown },
  { file: 'web.webp', make: () => latin('RIFF\x10\0\0\0WEBPVP8 \0\0\0\0'), ends: unknown },
  { file: 'phone.heic', make: () => latin('\0\0\0\x18ftypheic\0\0\0\0heicmif1'), ends: unknown },
  {
    file: 'a-file.svg',
    make: () =>
      utf8(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      ),
    ends: unknown,
    lacks: 'root:',
  },
  { file: 'cut.tiff', make: () => latin('II*\0\xff\xff\xff\x7f'), ends: unknown },
];
