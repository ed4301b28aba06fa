import { isDigit } from './characters.js';

export interface Arabic {
  readonly end: number;
  readonly value: number;
  readonly decimal: boolean;
}

const threeDigits = (text: string, at: number): boolean =>
  isDigit(text.charAt(at)) && isDigit(text.charAt(at + 1)) && isDigit(text.charAt(at + 2));

/** The number in Arabic digits that begins at `start`, where a digit or the point of .5 stands. */
export function arabicAt(text: string, start: number): Arabic {
  let end = start;
  while (isDigit(text.charAt(end))) end++;
  // 1,200,000: groups of three after one to three digits.
  if (end > start && end - start <= 3)
    while (text.charAt(end) === ',' && threeDigits(text, end + 1) && !isDigit(text.charAt(end + 4))) end += 4;
  let decimal = false;
  // 2.3.1 and 192.168.0.1 are no decimals, from whichever part one looks.
  const dotted = text.charAt(start - 1) === '.' && isDigit(text.charAt(start - 2));
  if (!dotted && text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) {
    let stop = end + 1;
    while (isDigit(text.charAt(stop))) stop++;
    if (text.charAt(stop) !== '.' || !isDigit(text.charAt(stop + 1))) {
      end = stop;
      decimal = true;
    }
  }
  return { end, value: Number(text.slice(start, end).replaceAll(',', '')), decimal };
}
