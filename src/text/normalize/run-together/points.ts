import { mayMatch } from '../../pattern/prefilter.js';
import { deedNoun, deedOpener, digitsOf, headingNoun, officeTail, paragraphOpener } from './words.js';

/** A heading's or a point's number within a line: 一、 （一） 1. （1） */
const marker =
  /(第[一二三四五六七八九十]{1,3}[章节编部篇]分?[ 　、：:]?)|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[)）]|(?<![\d.])(\d{1,2})[.、．](?!\d(?!\d{3}年|月))|[（(](\d{1,2})[)）]/g;

const shortHeading = 46;
const unmarkedReach = 60;
const headingAtEnd = new RegExp(`${headingNoun}$`, 'u');
const officeAtEnd = new RegExp(`${officeTail}$`, 'u');
const headingThenOpener = new RegExp(
  `^[^，。；：:;！？\\s]{0,22}?${headingNoun}(?=\\s*${paragraphOpener})`,
  'u',
);

/** （一）推进水源建设新建水库3座: a heading of a deed, then what is done. */
const deedThenOpener = new RegExp(
  `^[\\u4e00-\\u9fff“”、]{2,18}?${deedNoun}(?=${deedOpener}[^。；：:;]{5})`,
  'u',
);

interface Found {
  /** UTF-16 offset in the line. */
  readonly at: number;
  readonly end: number;
  readonly level: number;
  readonly number: number;
}

function found(match: RegExpExecArray): Found {
  const [whole, chapter, han, inBrackets, arabic, small] = match;
  const level = chapter ? 0 : han ? 1 : inBrackets ? 2 : arabic ? 3 : 4;
  const words = han ?? inBrackets ?? arabic ?? small ?? '';
  const number = chapter ? digitsOf(/[一二三四五六七八九十]+/.exec(chapter)?.[0] ?? '') : digitsOf(words);
  return { at: match.index, end: match.index + whole.length, level, number };
}

/** 第一、二产业; 第（一）项; 《…》: the words of a sentence. */
function isWord(words: string, { at, end, level }: Found): boolean {
  const before = words.charAt(at - 1);
  const after = words.charAt(end);
  return (
    /[第周初十百千〇零“《]/.test(before) ||
    /^[、，。；）)和与及或至项款条类批期号级]/.test(after) ||
    (level === 3 && /[号图表件.-]/.test(before)) ||
    (level === 4 && !/\s|[。；：]/.test(before))
  );
}

/**
 * Where the points of a text begin whose line breaks were lost: …。（二）加强…。1.建设…. A number counts that follows a stop, or
 * that goes on with a count under a heading of a few words.
 * @param breaks offsets where the line is parted for another reason, ascending
 */
export function pointBreaks(words: string, breaks: readonly number[]): number[] {
  const result: number[] = [];
  const last: (number | undefined)[] = [];
  let previous = 0;
  let fixed = 0;
  let points = 0;
  marker.lastIndex = 0;
  for (let match = marker.exec(words); match; match = marker.exec(words)) {
    const point = found(match);
    for (; fixed < breaks.length && (breaks[fixed] ?? 0) <= point.at; fixed++)
      previous = Math.max(previous, breaks[fixed] ?? 0);
    if (!begins(words, point, previous, last[point.level])) continue;
    last.length = point.level;
    last[point.level] = point.number;
    previous = point.at;
    if (point.at > 0) result.push(point.at);
    points++;
    const heading = headingBreak(words, point.end, points > 1);
    if (heading !== null) {
      result.push(heading);
      previous = heading;
    }
  }
  return result;
}

function begins(words: string, point: Found, previous: number, last: number | undefined): boolean {
  if (isWord(words, point)) return false;
  const { at, level, number } = point;
  const trimmed = words.slice(Math.max(previous, at - 80), at).trimEnd();
  if (trimmed === '') return true;
  const goesOn = last !== undefined && (number === last + 1 || number === last + 2);
  const opens = number === 1;
  const before = trimmed.at(-1) ?? '';
  const open = trimmed.lastIndexOf('《') > trimmed.lastIndexOf('》');
  if (open) return false;
  // A sentence that names its points itself: 做好：1.…；2.…。
  if (/[；;]/.test(before)) return level <= 2 && goesOn;
  if (/[。！？!?]/.test(before)) return goesOn || opens || (last === undefined && level >= 1 && level <= 3);
  if (/[：:]/.test(before)) return opens && level <= 3;
  // 责任单位：各镇（街道）4.农村道路: the field before it ends here.
  if (
    level <= 3 &&
    /^\s*[^，。；：:]{2,10}(?:单位|部门|领导|责任人|时限|时间)[：:]/.test(words.slice(previous, at))
  )
    if (goesOn || last === undefined) return true;
  if (/[)）】」”〕]/.test(before)) return goesOn || (opens && level <= 2);
  // 一、总体要求（一）指导思想…: under a heading of a few words.
  const own = words.slice(previous, at);
  const bare = own.length <= shortHeading && !/[，。；！？]/.test(own);
  if (bare && (opens || goesOn) && (headingAtEnd.test(trimmed) || /\s$/.test(own))) return true;
  if (bare && opens && previous > 0 && (level === 0 || level === 2 || level === 3)) return true;
  const clause = /[^。；：]*$/.exec(trimmed)?.[0] ?? '';
  return goesOn && clause.length <= unmarkedReach && (officeAtEnd.test(clause) || headingAtEnd.test(clause));
}

/** 一、总体要求以习近平…为指导: where the heading's words end, or null where they cannot be told from what follows. `among`: other points stand before it in the line. */
function headingBreak(words: string, from: number, among: boolean): number | null {
  const rest = words.slice(from, from + 90);
  const known = headingThenOpener.exec(rest);
  if (known) return from + known[0].length;
  const deed = among ? deedThenOpener.exec(rest) : null;
  if (deed) return from + deed[0].length;
  const blank =
    /^([\u4e00-\u9fffA-Za-z\d“”、（）—-]{4,40})[ \u3000]+(?=[\u4e00-\u9fff“《（(][^\s]{6}|20\d\d年)/.exec(
      rest,
    );
  return blank?.[1] && /[\u4e00-\u9fff”）]$/.test(blank[1]) && words.length - from > blank[0].length + 30
    ? from + blank[1].length
    : null;
}

const afterStop = new RegExp(
  `[。！）)](\\s*(?:(?:19|20)[\\dxX]{2}年(?:度)?|今年|“?十[三四五]五”?(?:时期|期间)?|附件)[^，。；：:;！？\\s]{0,16}?${headingNoun})(?=\\s*(?:${paragraphOpener}|[一1][、.]|[（(]一[)）]))`,
  'gu',
);

const mayFollowStop = mayMatch(afterStop);

/** …。2023年工作安排（一）…: headings without a number. */
export function unmarkedHeadings(words: string): number[] {
  if (!mayFollowStop(words)) return [];
  return [...words.matchAll(afterStop)].flatMap((match) => {
    const at = match.index + 1;
    return [at, at + (match[1]?.length ?? 0)];
  });
}
