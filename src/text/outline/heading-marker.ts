export interface HeadingMarker {
  /** 0 章/编, 1 节/附件/专栏, 2 一、 3 （一） 4 1. 5 （1） 6 ①; lists inside a paragraph (一是) are no headings. */
  readonly level: number;
  /** UTF-16 length of the marker itself. */
  readonly length: number;
}

const digits = '[一二三四五六七八九十百零〇]';
/** Order matters: 第一节 before 一、, （1） before 1. */
const markers: readonly (readonly [number, RegExp])[] = [
  [0, new RegExp(`^第${digits}{1,4}[编章篇部]分?[ 　、：:]?`)],
  [1, new RegExp(`^第${digits}{1,4}节[ 　、：:]?`)],
  [1, /^(?:专栏|附件|附表|附)\s?\d{0,2}[ 　:：、.]?/],
  [2, new RegExp(`^${digits}{1,4}[、.．﹒]`)],
  [3, new RegExp(`^[（(][ ]?${digits}{1,4}[ ]?[)）]`)],
  [3, /^\d{1,2}[.．﹒]\d{1,2}(?:[.．﹒]\d{1,2}){0,2}(?![\d%％年月日万亿]|$)[ 　]?/],
  [4, /^\d{1,3}[、.．﹒](?!\d)/],
  // 1.2024年6月底前…: item 1, a year.
  [4, /^\d{1,3}[、.．﹒](?=(?:19|20)\d{2}年)/],
  // 1.3月底前印发…: item 1, March.
  [4, /^\d{1,3}[、.．﹒](?=(?:1[0-2]|[1-9])月)/],
  [5, /^[（(][ ]?\d{1,2}[ ]?[)）]/],
  [5, /^\d{1,2}[)）]/],
  [6, /^[①-⑳⑴-⒇]/],
];

/** The heading or list marker that a line begins with, or null. Leading Markdown marks (#, -, >) are no markers. */
export function headingMarker(text: string): HeadingMarker | null {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first) || (first > 0x39 && first < 0x2460)) return null;
  for (const [level, pattern] of markers) {
    const match = pattern.exec(text);
    if (match) {
      if (level === 1 && /^附$/.test(match[0])) continue;
      // 2.3.1 stands under 2.3.
      const depth = level === 3 ? (match[0].match(/[.．﹒](?=\d)/g)?.length ?? 1) - 1 : 0;
      return { level: level + Math.max(0, depth) * 0.2, length: match[0].length };
    }
  }
  return null;
}
