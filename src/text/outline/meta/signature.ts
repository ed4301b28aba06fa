import type { Block } from '../block.js';
import { isFurniture } from '../furniture.js';
import { looksLikeOffice } from '../office.js';

const digitsOf = '〇一二三四五六七八九';
const date =
  /((?:19|20)\d{2}|[二一][〇零○一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/;

function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const unit = (c: string | undefined) => (c ? Math.max(0, digitsOf.indexOf(c)) : 0);
  return (text.includes('十') ? (tens ? unit(tens) : 1) * 10 : 0) + unit(ones);
}

function year(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : Number([...text.replace(/[零○]/g, '〇')].map((c) => digitsOf.indexOf(c)).join(''));
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
): { issuer: string | null; date: string | null } {
  let day: string | null = null;
  let issuer: string | null = null;
  for (let i = words.length - 1; i >= 0; i--) {
    const line = words[i] ?? '';
    if (blocks[i]?.kind === 'form' || line.length > 60 || isFurniture(line)) continue;
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
    for (let i = 0; i < Math.min(words.length, 6); i++) {
      const line = words[i] ?? '';
      if (line.length <= 90 && date.test(line) && /会议|大会/.test(line)) {
        day = isoDay(line);
        break;
      }
    }
  }
  const head = (words[0] ?? '').replace(/^[◎●■◆□○▲\s]+/u, '');
  if (!issuer && looksLikeOffice(head) && head.length >= 5 && blocks[0]?.kind === 'front')
    issuer = head.replace(/文件$/, '');
  return { issuer, date: day };
}
