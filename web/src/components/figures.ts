import type { LedgerRow } from '../api/types.js';

type Figures = Pick<LedgerRow, 'valueText' | 'value' | 'valueMax' | 'unit' | 'comparator'>;

const number = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 6 });

/** A row's figure as it was said; a milestone has none. */
export function figureText({ valueText, value, valueMax, unit }: Figures): string {
  if (valueText !== null) return valueText;
  if (value === null) return '';
  return `${number(value)}${valueMax === null ? '' : `—${number(valueMax)}`}${unit ?? ''}`;
}
