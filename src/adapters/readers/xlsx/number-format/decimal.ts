/** Digits of a number as Excel keeps it: 15 places, what binary fractions add beyond them left out. */
const kept = (value: number) => Number(value.toPrecision(15));

/** Rounds half away from zero, as Excel does; `value` is not negative. Gives the digits before and after the point. */
export function roundedDigits(value: number, places: number): [whole: string, fraction: string] {
  const plain = kept(value);
  if (plain >= 1e21) return [BigInt(plain).toString(), '0'.repeat(places)];
  const [mantissa = '', power = '0'] = String(plain).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(power) + places}`));
  const digits = shifted >= 1e21 ? BigInt(shifted).toString() : String(shifted);
  const padded = digits.padStart(places + 1, '0');
  return [padded.slice(0, padded.length - places), padded.slice(padded.length - places)];
}

/** A number in the format General: up to 11 significant digits, whole numbers up to 15. */
export function generalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(11));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Math.abs(rounded) < 1 && Math.abs(rounded) >= 1e-9) return rounded.toFixed(12).replace(/0+$/, '');
  return text.replace(/e([+-])(\d)$/, 'E$10$2').replace(/e/, 'E');
}
