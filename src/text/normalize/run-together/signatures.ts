import { mayMatch } from '../../pattern/prefilter.js';
import { day, officeTail } from './words.js';

/** …贯彻执行。某市人民政府2021年3月24日（此件公开发布）: office and day after a full stop. */
const signed = new RegExp(
  `(?<=[。！!？])\\s*[\\u4e00-\\u9fff（）()、]{2,36}?${officeTail}(?:[（(]?(?:公章|盖章|章)[）)]?)?\\s*${day}(?![，,起前至—-])`,
  'gu',
);
/** The day alone, at the very end. */
const dayAtEnd = new RegExp(`(?<=[。！!])\\s*${day}\\s*$`, 'u');
const note =
  /[（(](?:此件|此文|本文)[^（）()]{2,16}[）)]|(?<=[。日）)!！])\s*(?:附件[：:]|联系人[：:]|联系电话[：:]|联系单位[：:]|承办人[：:]|抄送[：:]|抄报[：:]|[（(]联系(?:人|电话|方式|单位)[：:])/g;

const maySign = mayMatch(signed);
const mayEnd = mayMatch(dayAtEnd);
const mayNote = mayMatch(note);

/** Where a signature and what stands around it begin and end. */
export function signatureBreaks(words: string): number[] {
  const result: number[] = [];
  if (maySign(words))
    for (const match of words.matchAll(signed)) result.push(match.index, match.index + match[0].length);
  const alone = mayEnd(words) ? dayAtEnd.exec(words) : null;
  if (alone) result.push(alone.index);
  for (const match of mayNote(words) ? words.matchAll(note) : []) {
    result.push(match.index);
    if (/^[（(][此本]/.test(match[0])) result.push(match.index + match[0].length);
  }
  return result;
}
