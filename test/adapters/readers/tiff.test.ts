import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import {
  NeedsRecognition,
  type PageRecognizer,
} from '../../../src/adapters/readers/shared/recognition/recognition.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { makeTiff, type TiffOptions, type TiffPicture } from './support/make-tiff.js';

const [width, height] = [1240, 1754];
/** A bar of ink from the left, a quarter of each row: 0 is ink. */
const grey = Buffer.alloc(width * height, 255);
for (let y = 0; y < height; y++) grey.fill(0, y * width, y * width + width / 4);
const bits = Buffer.alloc((width / 8) * height, 0xff);
for (let y = 0; y < height; y++) bits.fill(0, (y * width) / 8, (y * width) / 8 + Math.ceil(width / 32));
const inverted = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => 255 - byte));
const mirrored = (bytes: Uint8Array) =>
  Buffer.from(
    bytes.map((byte) => Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2)),
  );
const jpeg = readFileSync(
  new URL('../../../fixtures/documents/scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg', import.meta.url),
);

/** The same bar with three colours and an alpha sample: nothing of the paper is opaque. */
const rgba = Buffer.alloc(width * height * 4);
for (let i = 0; i < width * height; i++) if (grey[i] === 0) rgba[i * 4 + 3] = 255;
const opaque = Buffer.alloc(width * height * 4, 255);
for (let i = 0; i < width * height; i++) if (grey[i] === 0) opaque.fill(0, i * 4, i * 4 + 3);
const withAlpha = Buffer.alloc(width * height * 2, 255);
for (let i = 0; i < width * height; i++) withAlpha[i * 2] = grey[i] ?? 0;
/** Samples of 16 bits, little-endian: paper is 0xff00, ink 0x00ff. */
const deep = Buffer.alloc(width * height * 2);
for (let i = 0; i < width * height; i++) deep.writeUInt16LE(grey[i] === 0 ? 0x00ff : 0xff00, i * 2);

const fieldsOf = (compression: number, photometric: number, bitsPerSample: number, more = {}) => ({
  256: width,
  257: height,
  258: bitsPerSample,
  259: compression,
  262: photometric,
  277: 1,
  278: height,
  ...more,
});
const plain: TiffPicture = { fields: fieldsOf(1, 1, 8), strips: [grey] };
const halves = [grey.subarray(0, width * 1000), grey.subarray(width * 1000)];
const colours = Array.from({ length: 768 }, (_v, i) => (i % 256 < 128 ? 0 : 0xffff));

/** Share of ink on each picture that it was shown; each reads as the same line. */
function recognizer(inks: number[]): PageRecognizer {
  return {
    id: 'seer@1',
    async recognize(picture) {
      const dark = picture.data.filter((value, i) => i % 4 === 0 && value < 100).length;
      inks.push(Math.round((dark / (picture.width * picture.height)) * 100));
      const line = {
        text: '新建社区食堂5所，改造3所',
        words: [],
        box: [72, 36, 144, 72] as [number, number, number, number],
      };
      return { blocks: [line], confidence: 90, unreadable: 0 };
    },
  };
}

async function read(pictures: readonly TiffPicture[], options: TiffOptions = {}) {
  const inks: number[] = [];
  const file = { name: '答复.tif', bytes: makeTiff(pictures, options) };
  const source = await readInProcess(file, async () => recognizer(inks));
  return { source, inks };
}

const codeOf = (bytes: Uint8Array) =>
  readInProcess({ name: '答复.tif', bytes }, async () => recognizer([])).then(
    () => 'read',
    (thrown: JiannuoError) => thrown.code,
  );

describe('TIFF', () => {
  it.each<[string, TiffPicture, TiffOptions?]>([
    ['plain', plain],
    ['of a Macintosh', plain, { bigEndian: true }],
    ['white is nought', { fields: fieldsOf(1, 0, 8), strips: [inverted(grey)] }],
    ['one bit', { fields: fieldsOf(1, 1, 1), strips: [bits] }],
    ['one bit, the other way round', { fields: fieldsOf(1, 1, 1, { 266: 2 }), strips: [mirrored(bits)] }],
    ['deflated', { fields: fieldsOf(8, 1, 8), strips: [deflateSync(grey)] }],
    ['deflated, by the old number', { fields: fieldsOf(32946, 1, 8), strips: [deflateSync(grey)] }],
    ['in strips', { fields: fieldsOf(1, 1, 8, { 278: 1000 }), strips: halves }],
    [
      'with an alpha sample',
      { fields: fieldsOf(1, 2, 8, { 277: 4, 258: [8, 8, 8, 8], 338: 0 }), strips: [opaque] },
    ],
    [
      'clear where there is paper',
      { fields: fieldsOf(8, 2, 8, { 277: 4, 258: [8, 8, 8, 8], 338: 2 }), strips: [deflateSync(rgba)] },
    ],
    [
      'clear where there is paper, multiplied before',
      { fields: fieldsOf(8, 2, 8, { 277: 4, 338: 1 }), strips: [deflateSync(rgba)] },
    ],
    ['grey with an alpha sample', { fields: fieldsOf(1, 1, 8, { 277: 2, 338: 2 }), strips: [withAlpha] }],
    ['of 16 bits', { fields: fieldsOf(1, 1, 16), strips: [deep] }],
    [
      'of 16 bits, of a Macintosh',
      { fields: fieldsOf(1, 1, 16), strips: [Buffer.from(deep).swap16()] },
      { bigEndian: true },
    ],
    ['upside down', { fields: fieldsOf(1, 1, 8, { 274: 3 }), strips: [grey] }],
    ['of colours in a table', { fields: fieldsOf(1, 3, 8, { 320: colours }), strips: [grey] }],
  ])('is read: %s', async (_what, picture, options) => {
    const { source, inks } = await read([picture], options);
    expect(inks).toEqual([25]);
    expect(source).toMatchObject({ format: 'image', reader: 'tiff@1+seer@1' });
    // A pixel is 0.36 points on the page that is drawn.
    expect(source.lines[0]?.box).toEqual([200, 100, 400, 200]);
  });

  it('has a page for each picture, JPEG too, thumbnails left out', async () => {
    const scan: TiffPicture = {
      fields: { 256: 2339, 257: 1653, 258: [8, 8, 8], 259: 7, 262: 6, 277: 3, 278: 1653 },
      strips: [jpeg],
    };
    const thumbnail: TiffPicture = { fields: { ...plain.fields, 254: 1 }, strips: plain.strips };
    const { source, inks } = await read([plain, thumbnail, scan]);
    expect(source.pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(inks[0]).toBe(25);
    expect(inks[1]).toBeGreaterThan(1);
  });

  const planar: TiffPicture = { fields: fieldsOf(1, 2, 8, { 277: 3, 284: 2 }), strips: [grey, grey, grey] };
  const ycbcr: TiffPicture = { fields: fieldsOf(5, 6, 8, { 277: 3 }), strips: [grey] };
  const packedDeep: TiffPicture = { fields: fieldsOf(8, 1, 16), strips: [deflateSync(deep)] };

  it.each([planar, ycbcr, packedDeep])(
    'tells of a picture that cannot be read and keeps its page: %#',
    async (one) => {
      const { source, inks } = await read([plain, one, plain]);
      expect(inks).toEqual([25, 25]);
      expect(source.pages.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(source.lines.map(({ page }) => page)).toEqual([1, 3]);
      expect(source.warnings.map(({ code, page }) => [code, page])).toEqual([
        ['page-recognized', 1],
        ['page-damaged', 2],
        ['page-recognized', 3],
      ]);
      expect(await codeOf(makeTiff([one]))).toBe('file-damaged');
    },
  );

  it.each([
    [1, 'left'],
    [3, 'right'],
    [6, 'top'],
    [8, 'bottom'],
  ])('is turned upright: %i', async (orientation, side) => {
    const sides: string[] = [];
    const looking: PageRecognizer = {
      id: 'seer@1',
      async recognize(picture) {
        const at = (x: number, y: number) =>
          picture.data[
            (Math.floor(y * picture.height) * picture.width + Math.floor(x * picture.width)) * 4
          ] ?? 255;
        const places = {
          left: at(0.05, 0.5),
          right: at(0.95, 0.5),
          top: at(0.5, 0.05),
          bottom: at(0.5, 0.95),
        };
        for (const [name, value] of Object.entries(places)) if (value < 100) sides.push(name);
        return recognizer([]).recognize(picture, 1);
      },
    };
    const turned: TiffPicture = { fields: fieldsOf(1, 1, 8, { 274: orientation }), strips: [grey] };
    await readInProcess({ name: '答复.tif', bytes: makeTiff([turned]) }, async () => looking);
    expect(sides).toEqual([side]);
  });

  it('in a ring is read once', async () => {
    expect((await read([plain, plain], { ring: true })).inks).toEqual([25, 25]);
  });

  it('is left to the process that recognises', async () => {
    const file = { name: '答复.tif', bytes: makeTiff([plain]) };
    await expect(readInProcess(file, 'elsewhere')).rejects.toThrow(NeedsRecognition);
    await expect(readInProcess(file)).rejects.toMatchObject({ code: 'file-no-text' });
  });

  it.each<[string, Uint8Array, string]>([
    ['a head alone', Buffer.from('II*\0\x08\0\0\0', 'latin1'), 'file-damaged'],
    ['a list beyond the file', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1'), 'file-damaged'],
    ['packed in an unknown way', makeTiff([{ ...plain, fields: fieldsOf(34712, 1, 8) }]), 'file-damaged'],
    ['without a size', makeTiff([{ fields: { 259: 1 }, strips: [grey] }]), 'file-damaged'],
    [
      'of ten thousand million pixels',
      makeTiff([{ ...plain, fields: fieldsOf(1, 1, 8, { 256: 100_000, 257: 100_000 }) }]),
      'file-unpacked-too-large',
    ],
  ])('with damage is told: %s', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});
