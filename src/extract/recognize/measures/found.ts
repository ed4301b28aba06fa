import type { NumberRange, Recognized } from '../span.js';
import type { KindAndValue } from './value.js';

/** Collects what was read, in offsets of the scanned copy. */
export class Found {
  readonly spans: Recognized[] = [];

  add(start: number, end: number, { kind, value }: KindAndValue): void {
    this.spans.push({ kind, start, end, value } as Recognized);
  }

  number(start: number, end: number, value: number): void {
    this.spans.push({ kind: 'number', start, end, value });
  }

  range(start: number, end: number, value: NumberRange): void {
    this.spans.push({ kind: 'numberrange', start, end, value });
  }
}

/** The range that a comparator makes of a number. */
export function rangeOf(mod: '>=' | '<=' | '>' | '<' | '=', n: number): NumberRange {
  if (mod === '=') return { lo: n, loInc: true, hi: n, hiInc: true };
  return mod === '>' || mod === '>='
    ? { lo: n, loInc: mod === '>=', hi: null, hiInc: null }
    : { lo: null, loInc: null, hi: n, hiInc: mod === '<=' };
}
