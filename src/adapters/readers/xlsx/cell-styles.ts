import type { OfficePackage } from '../shared/office-package.js';
import { builtInFormats } from './number-format/built-in.js';
import { NumberFormat } from './number-format/number-format.js';

const general = new NumberFormat('General');

/** The number format of each cell style. */
export class CellStyles {
  readonly #codes = new Map<number, string>();
  readonly #formatOfStyle: number[] = [];
  readonly #formats = new Map<number, NumberFormat>();

  constructor(source: OfficePackage) {
    const part = source.related('styles');
    if (part === null) return;
    let inCells = false;
    source.walk(part, {
      open: (name, attribute) => {
        if (name === 's:cellXfs') inCells = true;
        else if (name === 's:xf' && inCells) this.#formatOfStyle.push(Number(attribute('numFmtId')) || 0);
        else if (name === 's:numFmt')
          this.#codes.set(Number(attribute('numFmtId')) || 0, attribute('formatCode') ?? 'General');
      },
      close(name) {
        if (name === 's:cellXfs') inCells = false;
      },
    });
  }

  format(style: number): NumberFormat {
    const id = this.#formatOfStyle[style] ?? 0;
    if (id === 0) return general;
    const known = this.#formats.get(id);
    if (known) return known;
    const made = new NumberFormat(this.#codes.get(id) ?? builtInFormats[id] ?? 'General');
    this.#formats.set(id, made);
    return made;
  }
}
