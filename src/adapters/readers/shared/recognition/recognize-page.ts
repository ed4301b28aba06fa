import type { PageBlock, PageTable } from '../layout/page-blocks.js';
import type { PageLine } from '../layout/page-lines.js';
import type { RecognizedPage } from '../layout/recognized-page.js';
import { meanConfidence, type RecognitionEngine, type RecognizedLine } from './engine.js';
import type { PixelBox } from './image/grey-image.js';
import { greyWithoutSeals, type PagePicture } from './image/page-picture.js';
import { isUpended } from './image/skew.js';
import { bestWayUp, turnedUpright, type Upright } from './image/upright.js';
import { inkOf, looksPrinted } from './layout/ink.js';
import { type LayoutPart, layOut } from './layout/page-layout.js';
import type { RuledCell } from './layout/ruled-table.js';
import { stripOf } from './layout/strip.js';
import { lineText } from './line-text.js';
import { onPage, type PageFrame } from './page-frame.js';
import { secondLook } from './second-look.js';

/** Below this mean confidence a line is no print. */
const leastOfLine = 30;

/** A page that reads worse as a whole may be turned. */
const leastOfPage = 65;

const around = (line: RecognizedLine): PixelBox => ({
  left: Math.min(...line.map(({ box }) => box.left)),
  top: Math.min(...line.map(({ box }) => box.top)),
  right: Math.max(...line.map(({ box }) => box.right)),
  bottom: Math.max(...line.map(({ box }) => box.bottom)),
});

/**
 * Reads the picture of a page: seals taken out, brought upright and level, tables cell by cell, columns one after the other.
 * @param points a pixel
 */
export async function recognizePage(
  engine: RecognitionEngine,
  picture: PagePicture,
  points: number,
): Promise<RecognizedPage> {
  const grey = greyWithoutSeals(picture);
  if (!looksPrinted(inkOf(grey))) return { blocks: [], unreadable: 0, confidence: 0 };
  const asItLies = isUpended(grey) ? await bestWayUp(grey, engine, [1, 3]) : turnedUpright(grey, 0);
  let reading = await readParts(engine, asItLies);
  if (meanConfidence(linesOf(reading)) < leastOfPage) {
    const better = await bestWayUp(grey, engine, [asItLies.quarters, 0, 2, 1, 3]);
    if (better.quarters !== asItLies.quarters) reading = await readParts(engine, better);
  }
  reading = await lookedAgain(engine, reading);
  const { quarters, degrees } = reading.upright;
  return written(reading, { width: picture.width, height: picture.height, quarters, degrees, points });
}

/** What was read of a part: its lines, or the lines of each of its cells. */
type ReadPart =
  | { readonly kind: 'text'; readonly lines: readonly RecognizedLine[] }
  | {
      readonly kind: 'table';
      readonly cells: readonly { readonly cell: RuledCell; readonly lines: readonly RecognizedLine[] }[];
    };

interface Reading {
  readonly upright: Upright;
  readonly parts: readonly ReadPart[];
}

const linesOf = ({ parts }: Reading): RecognizedLine[] =>
  parts.flatMap((part) => (part.kind === 'text' ? part.lines : part.cells.flatMap(({ lines }) => lines)));

async function readParts(engine: RecognitionEngine, upright: Upright): Promise<Reading> {
  const parts = layOut(upright.image);
  const read = async (boxes: readonly PixelBox[]) => {
    if (boxes.length === 0) return [];
    const strip = stripOf(upright.image, boxes);
    return strip.sort(await engine.recognize(strip.image));
  };
  const texts = await read(parts.flatMap((part) => (part.kind === 'text' ? [part.box] : [])));
  const cells = await read(
    parts.flatMap((part) => (part.kind === 'table' ? part.cells.flatMap(({ box }) => box ?? []) : [])),
  );
  const withLines = (part: LayoutPart): ReadPart => {
    if (part.kind === 'text') return { kind: 'text', lines: texts.shift() ?? [] };
    const read = part.cells.map(({ cell, box }) => ({ cell, lines: box ? (cells.shift() ?? []) : [] }));
    return { kind: 'table', cells: read };
  };
  return { upright, parts: parts.map(withLines) };
}

/** The same with unsure figures read once more; a page that reads badly as a whole is not worth it. */
async function lookedAgain(engine: RecognitionEngine, reading: Reading): Promise<Reading> {
  const lines = linesOf(reading);
  if (meanConfidence(lines) < leastOfPage) return reading;
  const looked = await secondLook(engine, reading.upright.image, lines);
  const again = (lines: readonly RecognizedLine[]) => lines.map((line) => looked.get(line) ?? line);
  const parts = reading.parts.map(
    (part): ReadPart =>
      part.kind === 'text'
        ? { ...part, lines: again(part.lines) }
        : { ...part, cells: part.cells.map(({ cell, lines }) => ({ cell, lines: again(lines) })) },
  );
  return { ...reading, parts };
}

function written(reading: Reading, frame: PageFrame): RecognizedPage {
  const blocks: PageBlock[] = [];
  let unreadable = 0;
  for (const part of reading.parts) {
    if (part.kind === 'table') blocks.push(tableOf(part.cells, frame));
    else
      for (const line of part.lines) {
        const read = pageLine(line, frame);
        if (read.text.trim() === '') continue;
        if (meanConfidence([line]) < leastOfLine) unreadable++;
        else blocks.push(read);
      }
  }
  return { blocks, unreadable, confidence: meanConfidence(linesOf(reading)) };
}

const pageLine = (line: RecognizedLine, frame: PageFrame): PageLine => ({
  ...lineText(line),
  box: onPage(frame, around(line)),
});

function tableOf(cells: Extract<ReadPart, { kind: 'table' }>['cells'], frame: PageFrame): PageTable {
  const xs = new Set(cells.flatMap(({ cell }) => [cell.left, cell.right]));
  return {
    // Lines of a cell go on in one another: its width broke them.
    cells: cells.map(({ cell, lines }) => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      lines: lines.map((line, i) => ({ ...pageLine(line, frame), goesOn: i + 1 < lines.length })),
    })),
    xs: [...xs].sort((a, b) => a - b).map((x) => x * frame.points),
    rows: Math.max(...cells.map(({ cell }) => cell.row + cell.rowSpan)),
  };
}
