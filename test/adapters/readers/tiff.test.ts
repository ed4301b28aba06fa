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
