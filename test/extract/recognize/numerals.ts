const digits = '零一二三四五六七八九';
const bankers = '零壹贰叁肆伍陆柒捌玖';
const bankersScale: Readonly<Record<string, string>> = { 十: '拾', 百: '佰', 千: '仟' };

/** 1–9999 as a person writes it inside a longer numeral: 一十五, 一百零五. */
function section(n: number): string {
  const places = ['千', '百', '十', ''];
  let out = '';
  let gap = false;
  for (const [i, figure] of [...String(n).padStart(4, '0')].entries()) {
    if (figure === '0') {
      gap = out !== '';
      continue;
    }
    out += `${gap ? '零' : ''}${digits.charAt(Number(figure))}${places[i]}`;
    gap = false;
  }
  return out;
}

/** 0 to 10^12 in Chinese numerals: 三亿零二十万, 十五. */
export function inChinese(n: number): string {
  if (n === 0) return '零';
  const scales = ['兆', '亿', '万', ''];
  const figures = String(n).padStart(16, '0');
  let out = '';
  let gap = false;
  for (const [i, scale] of scales.entries()) {
    const part = Number(figures.slice(i * 4, i * 4 + 4));
    if (part === 0) {
      gap = out !== '';
      continue;
    }
    out += `${out !== '' && (gap || part < 1000) ? '零' : ''}${section(part)}${scale}`;
    gap = false;
  }
  return out.replace(/^一十/, '十');
}

/** The same as on a cheque: 壹拾伍. */
export const inBankers = (n: number): string =>
  [...inChinese(n).replace(/^十/, '一十')]
    .map((c) => bankersScale[c] ?? (digits.includes(c) ? bankers.charAt(digits.indexOf(c)) : c))
    .join('');

/** Digits with the scales between them: 3亿2000万, 5万零30. */
export function mixed(n: number): string {
  let out = '';
  for (const [scale, word] of [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(n / scale) % 10_000;
    if (part > 0) out += `${out !== '' && part < 1000 ? '零' : ''}${part}${word}`;
  }
  return out === '' ? '0' : out;
}

/** Year or day digit by digit: 二〇二五. */
export const digitByDigit = (n: number): string =>
  [...String(n)].map((d) => (d === '0' ? '〇' : digits.charAt(Number(d)))).join('');

export const fullWidth = (text: string): string =>
  text.replace(/[0-9,.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
