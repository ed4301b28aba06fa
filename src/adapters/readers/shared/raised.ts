const signs: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/** Raised characters in signs of their own: a note's 1 after 92% is no digit of it, and m2 is m². */
export function raised(text: string): string {
  return text.replace(/[\d+\-−]/g, (sign) => signs[sign] ?? sign);
}
