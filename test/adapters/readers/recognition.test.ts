import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../src/adapters/readers/shared/layout/page-blocks.js';
import type { RecognizedLine } from '../../../src/adapters/readers/shared/recognition/engine.js';
import {
  blankImage,
  crop,
  type GreyImage,
  turned,
} from '../../../src/adapters/readers/shared/recognition/image/grey-image.js';
import { greyWithoutSeals } from '../../../src/adapters/readers/shared/recognition/image/page-picture.js';
import {
  checkPictureSize,
  statedSize,
  workingScale,
} from '../../../src/adapters/readers/shared/recognition/image/picture-size.js';
import { isUpended, levelled, skewOf } from '../../../src/adapters/readers/shared/recognition/image/skew.js';
import { layOut } from '../../../src/adapters/readers/shared/recognition/layout/page-layout.js';
import { stripOf } from '../../../src/adapters/readers/shared/recognition/layout/strip.js';
import { lineText } from '../../../src/adapters/readers/shared/recognition/line-text.js';
import { onPage } from '../../../src/adapters/readers/shared/recognition/page-frame.js';
import { recognizePage } from '../../../src/adapters/readers/shared/recognition/recognize-page.js';
import { secondLook } from '../../../src/adapters/readers/shared/recognition/second-look.js';
import { mendNumbers } from '../../../src/text/recognized/mend-number.js';

const ink = (image: GreyImage, left: number, top: number, right: number, bottom: number) => {
  for (let y = top; y < bottom; y++) image.data.fill(0, y * image.width + left, y * image.width + right);
};

/** A page with lines of squares for characters, 30 pixels wide, from `left` on. */
function print(
  image: GreyImage,
  lines: number,
  { left = 100, top = 100, characters = 20, leading = 60 } = {},
) {
  for (let line = 0; line < lines; line++)
    for (let n = 0; n < characters; n++) {
      const [x, y] = [left + n * 36, top + line * leading];
      ink(image, x, y, x + 30, y + 6);
      ink(image, x, y + 24, x + 30, y + 30);
      ink(image, x, y, x + 6, y + 30);
      ink(image, x + 24, y, x + 30, y + 30);
    }
}

describe('a picture made ready', () => {
  it('loses its seal and keeps the black print under it, and red print at its head', () => {
    const [width, height] = [200, 200];
    const data = new Uint8Array(width * height * 4).fill(244);
    const paint = (x: number, y: number, size: number, colour: readonly number[]) => {
      for (let row = y; row < y + size; row++)
        for (let column = x; column < x + size; column++)
          data.set([...colour, 255], (row * width + column) * 4);
    };
    for (let i = 3; i < data.length; i += 4) data[i] = 255;
    paint(40, 10, 12, [214, 30, 25]);
    paint(60, 100, 80, [214, 40, 33]);
    paint(90, 130, 12, [15, 3, 2]);
    const grey = greyWithoutSeals({ width, height, data });
    const at = (x: number, y: number) => grey.data[y * width + x] ?? -1;
    expect(at(45, 15)).toBeLessThan(120);
    expect(at(70, 110)).toBeGreaterThan(200);
    expect(at(95, 135)).toBeLessThan(60);
    expect(at(5, 190)).toBe(255);
  });

  it.each([-4, -1.5, 0, 2, 5])('is found askew by %s degrees, and levelled', (degrees) => {
    const page = blankImage(1000, 1200);
    print(page, 15);
    const askew = levelled(page, -degrees);
    expect(Math.abs(skewOf(askew) - degrees)).toBeLessThan(0.3);
    expect(Math.abs(skewOf(levelled(askew, skewOf(askew))))).toBeLessThan(0.3);
  });

  it('is found upended', () => {
    const page = blankImage(1000, 1200);
    print(page, 15);
    expect(isUpended(page)).toBe(false);
    expect(isUpended(turned(page, 1))).toBe(true);
    expect([...turned(turned(page, 1), 3).data]).toEqual([...page.data]);
  });

  it('has places that lead back to the page', () => {
    const frame = { width: 1000, height: 2000, quarters: 0, degrees: 0, points: 0.5 };
    const box = { left: 100, top: 200, right: 300, bottom: 240 };
    expect(onPage(frame, box)).toEqual([50, 100, 150, 120]);
    // Turned by a quarter the picture was 2000 wide: what stood at its left came from the page's bottom.
    expect(onPage({ ...frame, quarters: 1 }, box)).toEqual([100, 850, 120, 950]);
    expect(onPage({ ...frame, quarters: 2 }, box)).toEqual([350, 880, 450, 900]);
    const [x0, y0, x1, y1] = onPage({ ...frame, degrees: 2 }, box);
    expect(x1 - x0).toBeGreaterThan(100);
    expect(Math.abs((y0 + y1) / 2 - 110)).toBeLessThan(20);
  });

  it('is refused by its stated size before it is decoded', () => {
    const png = Buffer.alloc(24);
    png.write('PNG', 1, 'latin1');
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    expect(statedSize(png)).toEqual({ width: 100_000, height: 100_000 });
    expect(() => checkPictureSize(statedSize(png))).toThrow('file-unpacked-too-large');
    expect(() => checkPictureSize(statedSize(png.subarray(0, 20)))).toThrow('file-damaged');
    const jpeg = Buffer.from('ffd8ffe000040000ffc00011080320025803', 'hex');
    expect(statedSize(jpeg)).toEqual({ width: 600, height: 800 });
    expect(workingScale({ width: 6000, height: 6000 })).toBe(0.5);
    expect(workingScale({ width: 1654, height: 2339 })).toBe(1);
    expect(workingScale({ width: 620, height: 877 })).toBe(2);
  });
});

describe('the layout of a page', () => {
  it('finds the cells of a ruled table, merged ones too, between text', () => {
    const page = blankImage(1000, 1200);
    print(page, 3, { leading: 70 });
    for (const y of [400, 500, 600]) ink(page, 100, y, 900, y + 3);
    for (const x of [100, 400, 897]) ink(page, x, 400, x + 3, 603);
    // The second row has no line in its middle.
    for (let y = 504; y < 600; y++) page.data.fill(255, y * page.width + 398, y * page.width + 406);
    print(page, 1, { left: 150, top: 440, characters: 4 });
    print(page, 1, { left: 450, top: 440, characters: 6 });
    print(page, 1, { left: 150, top: 540, characters: 12 });
    print(page, 2, { top: 800, characters: 20 });
    const parts = layOut(page);
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'table', 'text']);
    const table = parts[1];
    if (table?.kind !== 'table') expect.fail('no table');
    expect(
      table.cells.map(({ cell, box }) => [cell.row, cell.column, cell.columnSpan, box !== null]),
    ).toEqual([
      [0, 0, 1, true],
      [0, 1, 1, true],
      [1, 0, 2, true],
    ]);
  });

  it('reads two columns one after the other, under a title over both', () => {
    const page = blankImage(1400, 1400);
    print(page, 1, { left: 300, top: 60, characters: 20 });
    print(page, 14, { left: 80, top: 200, characters: 15 });
    print(page, 14, { left: 760, top: 200, characters: 15 });
    const boxes = layOut(page).map((part) => (part.kind === 'text' ? part.box : null));
    expect(boxes).toHaveLength(3);
    expect(boxes[0]?.bottom).toBeLessThan(200);
    expect(boxes[1]?.right).toBeLessThan(760);
    expect(boxes[2]?.left).toBeGreaterThan(640);
  });

  it('leaves a page of one column whole, though its last lines are short', () => {
    const page = blankImage(1000, 1200);
    for (let n = 0; n < 5; n++) {
      print(page, 2, { top: 100 + n * 180, characters: 22 });
      print(page, 1, { top: 220 + n * 180, characters: 5 });
    }
    expect(layOut(page)).toHaveLength(1);
  });

  it('puts parts below each other and gives their words back in their places', () => {
    const page = blankImage(400, 400);
    ink(page, 310, 20, 330, 40);
    const parts = [
      { left: 300, top: 10, right: 390, bottom: 60 },
      { left: 0, top: 200, right: 100, bottom: 240 },
    ];
    const strip = stripOf(page, parts);
    const find = strip.image.data.indexOf(0);
    const [left, top] = [find % strip.image.width, Math.floor(find / strip.image.width)];
    const word = { text: '一', confidence: 90, box: { left, top, right: left + 20, bottom: top + 20 } };
    expect(strip.sort([[word]])).toEqual([
      [[{ ...word, box: { left: 310, top: 20, right: 330, bottom: 40 } }]],
      [],
    ]);
    expect(crop(page, { left: 310, top: 20, right: 312, bottom: 21 }).data).toEqual(new Uint8Array([0, 0]));
  });
});

const line = (...words: [text: string, left: number, confidence?: number][]): RecognizedLine =>
  words.map(([text, left, confidence = 90]) => ({
    text,
    confidence,
    box: { left, top: 0, right: left + text.length * 20, bottom: 20 },
  }));

describe('the text of a recognised line', () => {
  it('has no blanks inside Chinese, one between Latin words, a tab before what stands apart', () => {
    expect(lineText(line(['建设', 0], ['5', 50], ['所', 90])).text).toBe('建设5所');
    expect(lineText(line(['PPP', 0], ['mode', 80])).text).toBe('PPP mode');
    expect(lineText(line(['张某', 0], ['2025', 300])).text).toBe('张某\t2025');
  });

  it('puts letters within numbers right, and holds them doubtful', () => {
    const { text, words } = lineText(line(['到', 0], ['2O25', 20], ['年', 100]));
    expect(text).toBe('到2025年');
    expect(words.map(({ confidence }) => confidence)).toEqual([90, 0, 90]);
  });

  it.each([
    ['1O0万元', '100万元'],
    ['9l.5%', '91.5%'],
    ['5G基站', '5G基站'],
    ['PM2.5', 'PM2.5'],
    ['B2l座', 'B2l座'],
    ['2Old', '2Old'],
    ['10 IO', '10 IO'],
    ['(2025一2027年)', '(2025—2027年)'],
    ['2025年一2027年', '2025年—2027年'],
    ['5.8一1亿元', '5.8一1亿元'],
    ['二”二五年六月', '二〇二五年六月'],
    ['二O二五年', '二〇二五年'],
    ['第二，二三年内', '第二，二三年内'],
    ['建设10.8万南、', '建设10.8万亩、'],
    ['10万南方水稻', '10万南方水稻'],
    ['美丽河湖2条〈个)，', '美丽河湖2条（个)，'],
    ['规模翻一着', '规模翻一番'],
    ['十二”二三年', '十二”二三年'],
  ])('%s is %s', (read, mended) => {
    expect(mendNumbers(read)).toBe(mended);
  });
});

describe('a second look', () => {
  const page = blankImage(1000, 200);
  ink(page, 100, 50, 600, 90);
  const word = (text: string, left: number, confidence: number, times = 1) => ({
    text,
    confidence,
    box: { left: left * times, top: 50 * times, right: (left + 40) * times, bottom: 90 * times },
  });
  /** Answers with one line; `seen` keeps what it was asked for. */
  const answering = (texts: readonly (readonly [string, number])[], seen: GreyImage[] = []) => ({
    id: 'test@1',
    async recognize(image: GreyImage) {
      seen.push(image);
      return [texts.map(([text, confidence], i) => word(text, 24 + i * 50, confidence, 1.5))];
    },
    async close() {},
  });
  const unsure = [word('达到', 100, 95), word('609%', 150, 40)];
  const look = async (texts: readonly (readonly [string, number])[]) => {
    const found = await secondLook(answering(texts), page, [unsure]);
    return found.get(unsure)?.map(({ text, confidence }) => [text, confidence]);
  };

  it('is taken at unsure figures only, larger', async () => {
    const seen: GreyImage[] = [];
    const sure = [word('达到', 100, 40), word('60%', 150, 95)];
    expect((await secondLook(answering([], seen), page, [sure])).size).toBe(0);
    expect(seen).toEqual([]);
    await secondLook(answering([['达到', 95]], seen), page, [sure, unsure]);
    expect(seen.length).toBe(1);
    expect(seen[0]?.height).toBeGreaterThan(100);
  });

  it('counts when it is surer, and leaves figures in doubt on which the two differ', async () => {
    expect(
      await look([
        ['达到', 95],
        ['60%', 90],
      ]),
    ).toEqual([
      ['达到', 95],
      ['60%', 40],
    ]);
    expect(
      await look([
        ['达到', 95],
        ['609%', 90],
      ]),
    ).toEqual([
      ['达到', 95],
      ['609%', 90],
    ]);
    expect(
      await look([
        ['达到', 95],
        ['600%', 20],
      ]),
    ).toEqual([
      ['达到', 95],
      ['609%', 20],
    ]);
  });

  it('does not count when it took the sign of a percentage for a figure', async () => {
    expect(
      await look([
        ['达到', 99],
        ['6099', 90],
      ]),
    ).toEqual([
      ['达到', 95],
      ['609%', 40],
    ]);
    expect(
      await look([
        ['达到', 99],
        ['60%', 30],
      ]),
    ).toEqual([
      ['达到', 99],
      ['60%', 30],
    ]);
  });

  it('does not count when it lost words of the line', async () => {
    expect(await look([['9', 99]])).toEqual([
      ['达到', 95],
      ['609%', 40],
    ]);
  });

  it('gives words their places on the page', async () => {
    const found = await secondLook(
      answering([
        ['达到', 95],
        ['60%', 90],
      ]),
      page,
      [unsure],
    );
    expect(found.get(unsure)?.map(({ box }) => [Math.round(box.left), Math.round(box.top)])).toEqual([
      [92, 68],
      [142, 68],
    ]);
  });
});

describe('a page', () => {
  it('that lies upside down is turned by what reads better', async () => {
    const page = blankImage(1000, 1200);
    print(page, 12, { top: 100 });
    for (let n = 0; n < 20; n++) ink(page, 100 + n * 36, 100, 130 + n * 36, 130);
    const data = new Uint8Array(1000 * 1200 * 4);
    for (const [i, value] of turned(page, 2).data.entries()) data.set([value, value, value, 255], i * 4);
    // Reads well only what has its heavy line above the others.
    const engine = {
      id: 'test@1',
      async recognize({ width, height, data: grey }: GreyImage) {
        const inkIn = (from: number, to: number) =>
          grey.subarray(from * width, to * width).filter((value) => value < 128).length;
        const middle = Math.floor(height / 2);
        const upright = inkIn(0, middle) > inkIn(middle, height);
        const box = { left: 30, top: 30, right: 60, bottom: 60 };
        return [[{ text: upright ? '答复' : '…', confidence: upright ? 95 : 20, box }]];
      },
      async close() {},
    };
    const { blocks } = await recognizePage(engine, { width: 1000, height: 1200, data }, 0.5);
    expect(linesIn(blocks).map(({ text }) => text)).toEqual(['答复']);
  });
});
