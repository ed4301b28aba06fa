import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import {
  NeedsRecognition,
  type PageRecognizer,
} from '../../../src/adapters/readers/shared/recognition/recognition.js';
import { JiannuoError } from '../../../src/domain/errors.js';
import { makeOfd, text } from './support/make-ofd.js';

const scan = readFileSync(
  new URL('../../../fixtures/documents/scan/sources/songbei-2023-cppcc-reply-5.page-1.jpg', import.meta.url),
);
const image = (attributes: string) => `<ImageObject ID="7" ResourceID="12" ${attributes}/>`;

/** An OFD of these pages with the scan as picture 12 among its resources. */
function withScan(pages: readonly string[], picture: Uint8Array = scan): Uint8Array {
  const ofd = makeOfd({
    pages,
    common: '<DocumentRes>DocumentRes.xml</DocumentRes>',
    files: {
      'Doc_0/DocumentRes.xml':
        '<Res><MultiMedias><MultiMedia ID="12" Type="Image"><MediaFile>page.jpg</MediaFile></MultiMedia></MultiMedias></Res>',
    },
  });
  // The helper writes inner elements only, so that the resources' folder is put in here.
  const parts = unzipSync(ofd);
  const resources = Buffer.from(parts['Doc_0/DocumentRes.xml'] ?? []).toString();
  return zipSync({
    ...parts,
    'Doc_0/DocumentRes.xml': Buffer.from(resources.replace('<ofd:Res ', '<ofd:Res BaseLoc="Res" ')),
    'Doc_0/Res/page.jpg': picture,
  });
}

/** Says how large the pictures were that it was shown, and reads the same line on each. */
function recognizer(seen: number[][]): PageRecognizer {
  return {
    id: 'seer@1',
    async recognize({ width, height, data }, points) {
      const dark = data.filter((value, i) => i % 4 === 0 && value < 100).length;
      seen.push([width, height, dark]);
      const line = {
        text: '新建社区食堂5所，改造3所',
        words: [],
        box: [20, 20, 20 + points, 40] as [number, number, number, number],
      };
      return { blocks: [line], confidence: 90, unreadable: 0 };
    },
  };
}

it('recognises pages that are pictures, and only those', async () => {
  const seen: number[][] = [];
  const bytes = withScan([
    text('到2025年底，新增托位1200个。', 20, 20) + image('Boundary="10 100 50 50"'),
    image('Boundary="0 0 210 297" CTM="210 0 0 297 0 0"'),
    image('Boundary="0 0 210 297"'),
  ]);
  const source = await readInProcess({ name: '答复.ofd', bytes }, async () => recognizer(seen));
  expect(source.text).toBe(
    '到2025年底，新增托位1200个。\f新建社区食堂5所，改造3所\f新建社区食堂5所，改造3所',
  );
  expect(source.reader).toBe('ofd@3+seer@1');
  expect(source.warnings.map(({ code, page }) => [code, page])).toEqual([
    ['page-recognized', 2],
    ['page-recognized', 3],
  ]);
  // A4 at 200 dots an inch, with the scan's ink on it, however the picture is spread out.
  expect(seen.map(([width, height]) => [width, height])).toEqual([
    [1654, 2339],
    [1654, 2339],
  ]);
  expect(seen[0]?.[2]).toBeGreaterThan(10_000);
  expect(seen[0]?.[2]).toBe(seen[1]?.[2]);
});

it('leaves them to another process, or unread', async () => {
  const file = { name: '答复.ofd', bytes: withScan([image('Boundary="0 0 210 297"')]) };
  await expect(readInProcess(file, 'elsewhere')).rejects.toThrow(NeedsRecognition);
  const fault = await readInProcess(file).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(JiannuoError);
  expect((fault as JiannuoError).code).toBe('file-no-text');
});

it('passes over pictures that cannot be drawn, and does not draw huge ones', async () => {
  const page = [image('Boundary="0 0 210 297"')];
  const codeOf = (picture: Uint8Array) =>
    readInProcess({ name: '答复.ofd', bytes: withScan(page, picture) }, async () => recognizer([])).then(
      () => 'read',
      (thrown: JiannuoError) => thrown.code,
    );
  expect(await codeOf(Buffer.from('no picture'))).toBe('file-no-text');
  expect(await codeOf(scan.subarray(0, 30))).toBe('file-no-text');
  const huge = Buffer.alloc(40);
  huge.write('\x89PNG', 'latin1');
  huge.writeUInt32BE(90_000, 16);
  huge.writeUInt32BE(90_000, 20);
  expect(await codeOf(huge)).toBe('file-unpacked-too-large');
});
