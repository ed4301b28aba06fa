import type { Span } from '../../domain/source-text.js';

/** Bounds that are open or not said are null. */
export interface NumberRange {
  readonly lo: number | null;
  readonly loInc: boolean | null;
  readonly hi: number | null;
  readonly hiInc: boolean | null;
}

/** What a comparator in words makes of a measure. */
export type Modifier = '>=' | '<=' | '>' | '<' | '~';

interface Bounds<Bound> {
  readonly lo?: Bound | null;
  readonly hi?: Bound | null;
  readonly mod?: Modifier;
}

/** 90 for 90 %; with a unit where it is of percentage points. */
export type PercentValue =
  | number
  | { readonly number: number; readonly unit?: 'percentage-point'; readonly mod?: Modifier }
  | (Bounds<number> & { readonly unit?: 'percentage-point' });

/** Unit: ISO 4217. Jiao and fen are put in yuan, cents in dollars. */
export type CurrencyValue =
  | { readonly number: number; readonly unit: string; readonly mod?: Modifier }
  | (Bounds<number> & { readonly unit: string });

export interface Amount {
  readonly number: number;
  readonly unit: string;
}

/** `base` is the same in m, g, m2, L, m/s, s, Cel, degF, deg, bit, byte and so on; ages are `age_year` … */
export type DimensionValue =
  | (Amount & { readonly base: Amount; readonly mod?: Modifier })
  | (Bounds<number> & {
      readonly unit: string;
      readonly base_lo?: Amount | null;
      readonly base_hi?: Amount | null;
    });

/** Half a month is 0.5 months. `iso` is null where ISO 8601 has no form. */
export type Length =
  | { readonly iso: string; readonly months: number; readonly seconds: number }
  | { readonly iso: null; readonly workdays: number };
export type DurationValue = (Length & { readonly mod?: Modifier }) | Bounds<Length>;

/** Unit as written; `per` is the denominator that a slash or 每 gives. */
export type QuantityValue = (
  | { readonly number: number }
  | { readonly lo: number | null; readonly hi: number | null }
) & {
  readonly unit: string;
  readonly comparator: '=' | Modifier;
  readonly per: string | null;
};

/** ISO days, end exclusive, null = open. A month and day whose year nothing tells has `XXXX` for the year. */
export interface DayRange {
  readonly start: string | null;
  readonly end: string | null;
}

/** Several ranges are several readings; none: the words name a time that they do not resolve (汛期前). */
export interface DateValue {
  readonly ranges: readonly DayRange[];
  /** 每年, 每季度: an ISO 8601 duration. */
  readonly every?: string;
}

interface Values {
  readonly number: number;
  readonly ordinal: number;
  readonly percent: PercentValue;
  readonly numberrange: NumberRange;
  readonly currency: CurrencyValue;
  readonly dimension: DimensionValue;
  readonly duration: DurationValue;
  readonly quantity: QuantityValue;
  readonly date: DateValue;
  readonly daterange: DateValue;
}

export type RecognizedKind = keyof Values;

/** A value that was read, with its place in the text: `text.slice(start, end)` are its words. */
export type Recognized = {
  [Kind in RecognizedKind]: Span & { readonly kind: Kind; readonly value: Values[Kind] };
}[RecognizedKind];
