import type { Outline } from '../../text/outline/block.js';
import { isoDay } from '../../text/outline/meta/signature.js';

/** How many of the first lines may hold the day on which a text came out. */
const head = 8;
const labelled =
  /(?:发布|发表|发文|刊发|更新|来源|日期|时间)[^。]{0,24}?((?:19|20)\d\d)[-年./](\d{1,2})[-月./](\d{1,2})/u;
/** 2025年8月4日，市发展改革委消息 / 长江日报 2025年1月17日 */
const dateline =
  /^(?:[\u4e00-\u9fff]{2,8}(?:日报|晚报|讯|网|新闻))?\s*((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:$|[，,（\s]|[上下]午)/u;
/** 2022-03-05 20:52:36 */
const numeric = /^((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u;

/**
 * The day of a text: its own, else the one on which its first lines say that it came out.
 * @param corrected what a person set: `null`, that it has none, counts too
 */
export function dayOf(outline: Outline, corrected?: string | null): string | null {
  if (corrected !== undefined) return corrected;
  if (outline.meta.date !== null) return outline.meta.date;
  for (const { start, end } of outline.blocks.slice(0, head)) {
    const line = outline.clean.text.slice(start, Math.min(end, start + 120)).trim();
    const match =
      numeric.exec(line) ?? dateline.exec(line) ?? (line.length < 120 ? labelled.exec(line) : null);
    if (!match) continue;
    const day = isoDay(`${match[1]}年${Number(match[2])}月${Number(match[3])}日`);
    if (day) return day;
  }
  return null;
}
