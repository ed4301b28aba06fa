import type { ByteReader } from './byte-reader.js';
import { type Characters, sign } from './characters.js';
import type { WordFile } from './information-block.js';
import { eachProperty, sprm } from './properties.js';
import { type PropertyRun, paragraphRuns, runAt } from './property-pages.js';

/** A cell of a row as its definition gives it. */
export interface CellDefinition {
  /** Its left and right edge, in twentieths of a point. */
  readonly from: number;
  readonly to: number;
  /** It belongs to the cell above it. */
  readonly continues: boolean;
}

/** A paragraph with what decides how it is read. Characters are those before its mark. */
export interface Paragraph {
  readonly start: number;
  readonly mark: number;
  readonly style: number;
  /** Its list override, 0 for none; null: as its style. */
  readonly list: number | null;
  readonly level: number | null;
  readonly inTable: boolean;
  /** Tables inside tables count from 1. */
  readonly depth: number;
  readonly rowEnd: boolean;
  readonly cells: readonly CellDefinition[];
}

interface Draft {
  style: number;
  list: number | null;
  level: number | null;
  inTable: boolean;
  depth: number;
  rowEnd: boolean;
  cells: CellDefinition[];
}

const mostHugeSteps = 4;

/** Reads the paragraphs of a stretch of characters. */
export class Paragraphs {
  readonly #file: WordFile;
  readonly #characters: Characters;
  readonly #runs: readonly PropertyRun[];

  constructor(file: WordFile, characters: Characters) {
    this.#file = file;
    this.#characters = characters;
    this.#runs = paragraphRuns(file);
  }

  *within(start: number, end: number): Generator<Paragraph> {
    let from = start;
    const stop = Math.min(end, this.#characters.length);
    for (let at = start; at < stop; at++) {
      if (!this.#isEnd(at)) continue;
      yield this.#paragraph(from, at);
      from = at + 1;
    }
    if (from < stop) yield this.#paragraph(from, stop);
  }

  /** A page break inside a paragraph is the same sign as the end of a section. */
  #isEnd(at: number): boolean {
    const code = this.#characters.code(at);
    if (code === sign.paragraph || code === sign.cell) return true;
    if (code !== sign.page) return false;
    const place = this.#characters.place(at);
    const run = place && runAt(this.#runs, place.byte);
    return run !== null && place !== null && run.end === place.byte + place.width;
  }

  #paragraph(start: number, mark: number): Paragraph {
    const draft: Draft = {
      style: 0,
      list: null,
      level: null,
      inTable: false,
      depth: 0,
      rowEnd: false,
      cells: [],
    };
    const place = this.#characters.place(mark);
    const run = place && runAt(this.#runs, place.byte);
    if (run?.properties && run.properties.length >= 2) {
      draft.style = run.properties.short(0);
      this.#apply(run.properties, 2, draft, 0);
    }
    if (place?.properties && typeof place.properties !== 'number') this.#apply(place.properties, 0, draft, 0);
    return { start, mark, ...draft, depth: Math.max(draft.depth, draft.inTable ? 1 : 0) };
  }

  #apply(properties: ByteReader, from: number, draft: Draft, steps: number): void {
    eachProperty(properties, from, (code, operand) => {
      if (code === sprm.paragraphStyle) draft.style = operand.short(0);
      else if (code === sprm.list) draft.list = operand.short(0);
      else if (code === sprm.listLevel) draft.level = operand.byte(0);
      else if (code === sprm.inTable) draft.inTable = operand.byte(0) !== 0;
      else if (code === sprm.rowEnd) draft.rowEnd = operand.byte(0) !== 0;
      else if (code === sprm.depth) draft.depth = Math.min(operand.long(0), 100);
      else if (code === sprm.cells) draft.cells = cellsOf(operand);
      else if (code === sprm.hugeProperties) this.#applyHuge(operand.long(0), draft, steps + 1);
    });
  }

  /** Properties too long for their page stand in the stream of data. */
  #applyHuge(at: number, draft: Draft, steps: number): void {
    const { data } = this.#file;
    if (steps > mostHugeSteps || at + 2 > data.length) return;
    const length = data.short(at);
    if (at + 2 + length <= data.length) this.#apply(data.part(at + 2, length), 0, draft, steps);
  }
}

const cellSize = 20;
const mergedDown = 0x20;
const mergeBegins = 0x40;

/** Edges and merges of a row's cells ([MS-DOC] 2.9.315). */
function cellsOf(operand: ByteReader): CellDefinition[] {
  if (operand.length < 3) return [];
  const count = operand.byte(2);
  const edge = (i: number) => (operand.short(3 + i * 2) << 16) >> 16;
  if (operand.length < 3 + (count + 1) * 2) return [];
  return Array.from({ length: count }, (_v, i) => {
    const at = 3 + (count + 1) * 2 + i * cellSize;
    const set = at + 2 <= operand.length ? operand.short(at) : 0;
    return {
      from: edge(i),
      to: edge(i + 1),
      continues: (set & mergedDown) !== 0 && (set & mergeBegins) === 0,
    };
  });
}
