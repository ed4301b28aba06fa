import { tidy } from '../numbers/total.js';
import type { Amount, Modifier, Recognized } from '../span.js';
import type { DimensionUnit } from '../units/dimensions.js';
import type { UnitMeaning } from '../units/unit.js';
import { type LengthPart, lengthOf } from './length.js';

/** What is measured: a number or its bounds, without place. */
export interface Measured {
  readonly meaning: UnitMeaning;
  /** As written, for counters. */
  readonly word: string;
  readonly per: string | null;
  /** Smaller parts of a length after the first: 六个月 of 四年六个月. */
  readonly rest?: readonly LengthPart[];
}

export type KindAndValue = Recognized extends infer R
  ? R extends { kind: infer K; value: infer V }
    ? { readonly kind: K; readonly value: V }
    : never
  : never;

const based = (number: number, { base, factor }: DimensionUnit): Amount => ({
  number: tidy(number * factor),
  unit: base,
});
const withMod = (mod?: Modifier) => (mod ? { mod } : {});

/** A measure of one number. `mod` ~ marks an approximation. */
export function single(
  { meaning, word, per, rest = [] }: Measured,
  number: number,
  mod?: Modifier,
): KindAndValue {
  switch (meaning.sort) {
    case 'percent': {
      const value = tidy(number * meaning.factor);
      return { kind: 'percent', value: mod ? { number: value, mod } : value };
    }
    case 'point':
      return { kind: 'percent', value: { number, unit: 'percentage-point', ...withMod(mod) } };
    case 'currency':
      return { kind: 'currency', value: { number, unit: meaning.code, ...withMod(mod) } };
    case 'dimension': {
      const base = based(number, meaning.unit);
      return { kind: 'dimension', value: { number, unit: meaning.unit.name, base, ...withMod(mod) } };
    }
    case 'length':
      return {
        kind: 'duration',
        value: { ...lengthOf([{ number, unit: meaning.unit }, ...rest]), ...withMod(mod) },
      };
    case 'counter':
      return { kind: 'quantity', value: { number, unit: word, comparator: mod ?? '=', per } };
  }
}

/** A measure between bounds, an open one null. */
export function between(
  { meaning, word, per, rest = [] }: Measured,
  lo: number | null,
  hi: number | null,
  mod?: Modifier,
): KindAndValue {
  const bounds = <T>(of: (n: number) => T) => ({
    lo: lo === null ? null : of(lo),
    hi: hi === null ? null : of(hi),
  });
  switch (meaning.sort) {
    case 'percent':
      return { kind: 'percent', value: { ...bounds((n) => tidy(n * meaning.factor)), ...withMod(mod) } };
    case 'point':
      return { kind: 'percent', value: { ...bounds((n) => n), unit: 'percentage-point', ...withMod(mod) } };
    case 'currency':
      return { kind: 'currency', value: { ...bounds((n) => n), unit: meaning.code, ...withMod(mod) } };
    case 'dimension': {
      const { lo: base_lo, hi: base_hi } = bounds((n) => based(n, meaning.unit));
      const value = { ...bounds((n) => n), unit: meaning.unit.name, base_lo, base_hi, ...withMod(mod) };
      return { kind: 'dimension', value };
    }
    case 'length': {
      const { unit } = meaning;
      const length = (number: number) => lengthOf([{ number, unit }, ...rest]);
      return { kind: 'duration', value: { ...bounds(length), ...withMod(mod) } };
    }
    case 'counter':
      return {
        kind: 'quantity',
        value: { ...bounds((n) => n), unit: word, comparator: mod ?? '=', per },
      };
  }
}

/** What a comparator makes of a number: the bounds it leaves. */
export function bounded(measured: Measured, number: number, mod: Modifier): KindAndValue {
  if (mod === '~') return single(measured, number, mod);
  return mod === '>' || mod === '>='
    ? between(measured, number, null, mod)
    : between(measured, null, number, mod);
}
