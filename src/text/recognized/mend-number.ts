/** Letters that recognition takes for a figure of the same shape. */
const shapes: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1' };

/** Figures with such letters among them, before more figures' end or a unit. */
const figures = /(?<![A-Za-z\d])\d[\dOoQDlI.,]*(?![A-Za-z])/g;

/** The dash between two years, taken for the numeral. */
const years = /(?<=(?<!\d)20\d\d年?)[一-](?=20\d\d(?!\d))/g;

/** The round zero of a year in Chinese numerals, taken for a quotation mark or a letter. */
const zeroOfYear = /(?<=(?<![一二三四五六七八九十〇])二)[”“"'○◯°0OoQDG](?=[〇一二三四五六七八九]{2}年)/g;

/** What 亩, an opening bracket after a figure, and 番 of 翻一番 are taken for, where nothing else could stand. */
const mu = /(?<=\d万)[调南苗](?=[，。、；;,)）\s]|以上|左右|$)/g;
const bracket = /(?<=\d[一-龥])[〈<](?=[一-龥]{1,3}[)）])/g;
const fan = /(?<=翻[一两])[着香]/g;

/** A line as recognised, what was misread within numbers put right; its length stays. Who calls keeps the changed places doubtful. */
export function mendNumbers(line: string): string {
  return line
    .replace(figures, (number) => number.replace(/[A-Za-z]/g, (letter) => shapes[letter] ?? letter))
    .replace(years, '—')
    .replace(zeroOfYear, '〇')
    .replace(mu, '亩')
    .replace(bracket, '（')
    .replace(fan, '番');
}
