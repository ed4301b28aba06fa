import type { Block } from '../block.js';
import { isFurniture } from '../furniture.js';
import { looksLikeOffice } from '../office.js';

const digitsOf = '〇一二三四五六七八九';
const date =
  /((?:19|20)\d{2}|[二一][〇零○ΟОOo0οо一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/;

function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const unit = (c: string | undefined) => (c ? Math.max(0, digitsOf.indexOf(c)) : 0);
  return (text.includes('十') ? (tens ? unit(tens) : 1) * 10 : 0) + unit(ones);
}

function year(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : Number([...text.replace(/[零○ΟОOo0οо]/g, '〇')].map((c) => digitsOf.indexOf(c)).join(''));
}

/** ISO day of a date in digits or Chinese numerals, or null where there is no such day. */
export function isoDay(text: string): string | null {
  const match = date.exec(text);
  if (!match) return null;
  const [y, m, d] = [year(match[1] ?? ''), small(match[2] ?? ''), small(match[3] ?? '')];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/**
 * Signature date and signing office: the last short line before any form that ends in a date, the office on it or above it;
 * else the day of the meeting in a report's head; else an office that stands alone as the red head.
 */
export function findSignature(
  words: readonly string[],
  blocks: readonly Block[],
  title: string | null,
): { issuer: string | null; date: string | null } {
  let day: string | null = null;
  let issuer: string | null = null;
  for (let i = words.length - 1; i >= 0; i--) {
    // A page's note behind the day: 五月二十四日[1].
    const line = (words[i] ?? '').replace(/\[\d{1,2}\]$/, '');
    if (blocks[i]?.kind === 'form' || line.length > 60 || isFurniture(line) || visits.test(line)) continue;
    const match = date.exec(line);
    if (!match || match.index + match[0].length !== line.length || /[，。；《]/.test(line)) continue;
    if (/^(?:签发|印发|来源|发布|日期|时间|成文)/.test(line)) continue;
    day = isoDay(line);
    const before = line.slice(0, match.index).replace(/[：:\s]+$/, '');
    const sealed = /[（(](?:公章|盖章|印章|章)[）)]$/;
    const above = (words[i - 1] ?? '').replace(sealed, '').replace(/^[（(]?(?:此页无正文|盖章)[）)]?/, '');
    if (looksLikeOffice(before)) issuer = before;
    else if (above.length <= 40 && looksLikeOffice(above)) issuer = above;
    if (day) break;
  }
  if (!day) {
    const tail = signedTail(words, blocks);
    if (tail) {
      day = tail.day;
      issuer ??= tail.issuer;
    }
  }
  if (!day) {
    for (let i = 0; i < Math.min(words.length, 6); i++) {
      const line = words[i] ?? '';
      if (line.length <= 90 && date.test(line) && /会议|大会/.test(line)) {
        day = isoDay(line);
        break;
      }
    }
  }
  const head = (words[0] ?? '').replace(/^[◎●■◆□○▲\s]+/u, '');
  issuer ??= issuerOfSheet(words, blocks);
  if (
    !issuer &&
    !issuerOfTitle(title) &&
    !/^(?:关于|对)/.test(head) &&
    looksLikeOffice(head) &&
    head.length >= 5 &&
    blocks[0]?.kind === 'front'
  )
    issuer = head.replace(/文件$/, '');
  return {
    issuer:
      issuer ??
      issuerAtEnd(words, blocks) ??
      issuerOfTitle(title) ??
      inFull(recorded(words, recordedIssuer, office), words),
    date: day ?? recorded(words, recordedDay, recordedIso),
  };
}

/** …特此回复。某县水务局2019年7月15日 at the end of a text without line breaks. */
function signedTail(
  words: readonly string[],
  blocks: readonly Block[],
): { issuer: string; day: string | null } | null {
  for (let i = words.length - 1; i >= Math.max(0, words.length - 3); i--) {
    if (blocks[i]?.kind === 'form') continue;
    const line = (words[i] ?? '').slice(-90).replace(/[\s|]+$/u, '');
    const match =
      /[。！；\s]([\u4e00-\u9fff（）、]{4,28}?)\s*((?:19|20)\d{2}年\d{1,2}月\d{1,2}日?)(?:[（(]?联系(?:人|电话|方式)[^。]*)?$/u.exec(
        line,
      );
    if (match?.[1] && match[2] && looksLikeOffice(match[1]))
      return { issuer: match[1], day: isoDay(match[2]) };
  }
  return null;
}

/** A counter of visits: the line's day is the page's. */
const visits = /浏览|点击|阅读|访问/;

/** An office alone on one of the last lines, its day lost. */
function issuerAtEnd(words: readonly string[], blocks: readonly Block[]): string | null {
  for (let i = words.length - 1; i >= Math.max(2, words.length - 12); i--) {
    const line = (words[i] ?? '').replace(/[（(](?:公章|盖章|印章|章)[）)]$/, '');
    if (blocks[i]?.kind === 'form' || line.length < 5 || line.length > 24 || isFurniture(line)) continue;
    if (
      !/[：:、，（）()\d]/.test(line) &&
      looksLikeOffice(line) &&
      /[省市县区州旗镇乡部]/.test(line) &&
      !/^[对关]/.test(line)
    )
      return line;
  }
  return null;
}

/** A record sheet that lost its labels: an index number, and who put it up on the next line. */
function issuerOfSheet(words: readonly string[], blocks: readonly Block[]): string | null {
  const at = words.findIndex((line, i) => i < 4 && /^\d{9}\/\d{4}-\d+$/.test(line));
  const name = at < 0 ? '' : (words[at + 1] ?? '');
  return blocks[at + 1]?.kind === 'front' && looksLikeOffice(name) ? name : null;
}

/** 某市水务局关于…的答复: who answers. */
function issuerOfTitle(title: string | null): string | null {
  const name = /^([\u4e00-\u9fff]{3,28}?)[ \u3000]?(?:关于|对)/.exec(title ?? '')?.[1];
  return name && looksLikeOffice(name) ? name : null;
}

/** What a portal's record sheet says where the document itself is silent. */
const recordedIssuer =
  /(?:发布机构|发布单位|发文机关|发文机构|发文单位|答复单位|承办单位|联系单位|(?:信息)?来\s*源)[\s|]*[：:]?[\s|]*([\u4e00-\u9fff]{3,28}?)(?=$|[^\u4e00-\u9fff]|成文|主题|公开|文号|发布|名称|日期|时间|信息(?!化)|有效|组配|生成|浏览|字体|点击|作者|访问)/;
const recordedDay =
  /(?:成文(?:日期|时间)|发文日期|答复时间|答复日期)[\s|]*[：:]?[\s|]*((?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2})/;

const office = (name: string): string | null =>
  looksLikeOffice(name) && !/(?:网|报|社|管理员)$/.test(name) ? name : null;
function recordedIso(words: string): string | null {
  const [y = '', m = '', d = ''] = words.split(/\D/);
  return Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31
    ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    : null;
}

/** 自治区财政厅 in one field and 内蒙古自治区财政厅 in another: the full name. */
function inFull(name: string | null, words: readonly string[]): string | null {
  if (name === null || !/^(?:自治区|[省市县区州])/u.test(name)) return name;
  for (const line of words.slice(0, 14)) {
    const longer = new RegExp(`(?:来源|单位|机构|机关)[：:\\s|]+([\\u4e00-\\u9fff]{2,8}${name})`, 'u').exec(
      line,
    )?.[1];
    if (longer) return longer;
  }
  return name;
}

function recorded(
  words: readonly string[],
  field: RegExp,
  read: (value: string) => string | null,
): string | null {
  for (const [i, line] of words.entries()) {
    if ((i >= 14 && i < words.length - 8) || line.length > 160) continue;
    const value = field.exec(line)?.[1];
    const found = value === undefined ? null : read(value);
    if (found) return found;
  }
  return null;
}
