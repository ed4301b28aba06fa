import type { SourceText } from '../../domain/source-text.js';
import type { Line, PrintedPlace } from './lines.js';

type PrintedLine = SourceText['lines'][number];

const heightOf = ({ box }: PrintedLine) => box[3] - box[1];

/** The height of most characters: that of the running text. */
function bodyHeight(printed: readonly PrintedLine[]): number {
  const characters = new Map<number, number>();
  let body = 0;
  for (const line of printed) {
    const height = Math.round(heightOf(line) * 2) / 2;
    const sum = (characters.get(height) ?? 0) + line.end - line.start;
    characters.set(height, sum);
    if (sum > (characters.get(body) ?? 0)) body = height;
  }
  return body;
}

/** The outermost place that a tenth of the lines, and two at least, share within half a character. */
function margin(places: readonly number[], height: number): number | null {
  const sorted = [...places].sort((a, b) => a - b);
  const least = Math.max(2, sorted.length / 10);
  const shared = (from: number) => sorted.filter((x) => x >= from && x < from + height / 2).length;
  return sorted.find((place) => shared(place) >= least) ?? null;
}

/** Running text is of one height; titles above it are larger, tables have smaller type. */
const sameHeight = 0.15;
/** A line that leaves room for fewer characters is full: a number or a mark of punctuation did not fit. */
const roomOfFullLine = 2.5;

function addPlaces(places: Map<number, PrintedPlace>, page: readonly PrintedLine[], height: number): void {
  const running = page.filter((line) => Math.abs(heightOf(line) - height) <= height * sameHeight);
  const left = margin(
    running.map(({ box }) => box[0]),
    height,
  );
  const right = margin(
    running.map(({ box }) => -box[2]),
    height,
  );
  if (left === null || right === null) return;
  for (const { start, box } of running) {
    const indent = Math.max(0, Math.round(((box[0] - left) / height) * 2));
    places.set(start, { indent, full: -right - box[2] < roomOfFullLine * height });
  }
}

/** The lines with what their places on the page show, where the reader knows them. */
export function withPrintedPlaces(lines: readonly Line[], printed: readonly PrintedLine[]): readonly Line[] {
  if (printed.length === 0) return lines;
  const height = bodyHeight(printed);
  const places = new Map<number, PrintedPlace>();
  let from = 0;
  for (let i = 1; i <= printed.length; i++) {
    if (printed[i]?.page === printed[from]?.page) continue;
    addPlaces(places, printed.slice(from, i), height);
    from = i;
  }
  return lines.map((line) => ({ ...line, printed: places.get(line.start) ?? null }));
}
