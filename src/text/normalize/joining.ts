import { headingMarker } from '../outline/heading-marker.js';
import { type Joined, joined, setIn } from './joined.js';
import type { Line } from './lines.js';
import { han, shortest, unfinished } from './unfinished.js';

/** Ends a paragraph for certain. */
const terminal = /[。！？!?；;：:…）)】」”"']$/;
/** Cannot end a paragraph. */
const open = /[，,、（(《〈“‘【—\-~～至和与及或的]$/;
/** Cannot begin one. */
const continuing = /^[，,。；;、）)》〉”’】%％！？]/;
/** What a title ends in: it may hold a comma and no full stop. */
const titleEnd = /(?:报告|答复|复函|方案|计划|通知|意见|提案|建议|函)$/;

/** 建设内容：…, 责任单位：…, 完成时限：…: a field of a form that was put on a line each. */
const field =
  /^[（(【[]?(?:项目|任务|实事|事项|工程|工作)?(?:名称|(?:主要|具体|工作|建设|实施|年度|整改|任务)*(?:建设|工作|任务|目标|实施)?(?:内容|目标|任务|规模|措施|举措|标准)(?:[及和与](?:建设)?(?:内容|规模|标准|任务))?|(?:总|计划|年度|年度计划|估算|概算|完成)投资(?:额|规模|估算)?|(?:资金|经费)(?:来源|预算|安排)|(?:建设|实施|项目)(?:地点|地址|期限|周期|年限|性质|工期)|(?:目前|工作|项目|任务)?(?:进展|完成|落实|推进)情况|(?:形象|年度|计划)?进度(?:安排|要求|目标|计划)?|(?:完成|办结|整改|计划完成|竣工|投用|起止)(?:时限|时间|期限|日期|时间节点)|时限(?:要求)?|时间节点|(?:责任|牵头|配合|协办|主办|承办|实施|主管|参与|落实|建设|业主)(?:单位|部门|主体|领导|科室)|(?:分管|包联|包抓|挂联)(?:领导|县领导|市领导)|责任人|联系人|联系电话|受益对象|备注)[：:]/;

/** How far a line reaches, in full-width characters: letters, digits and blanks take half of one. */
export function columnsOf(text: string, { start, end, indent }: Line): number {
  let narrow = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) < 0x7f) narrow++;
  return end - start - (narrow >> 1) + indent;
}

/** The width at which a wrapped text breaks its lines, or null when lines are whole paragraphs. */
export function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const line of lines) {
    const length = columnsOf(text, line);
    if (length < 16) continue;
    counts.set(length, (counts.get(length) ?? 0) + 1);
    total++;
  }
  if (total < 6) return null;
  let best = 0;
  let width: number | null = null;
  for (const length of counts.keys()) {
    let near = 0;
    for (let d = -2; d <= 2; d++) near += counts.get(length + d) ?? 0;
    if (near > best || (near === best && width !== null && length > width)) {
      best = near;
      width = length;
    }
  }
  if (width === null || width > 60 || best < 0.35 * total) return null;
  // Nothing stands beyond the edge of a page: longer lines are whole paragraphs, and the width chance.
  let beyond = 0;
  for (const [length, count] of counts) if (length > width + 4) beyond += count;
  return beyond <= 0.05 * total ? width : null;
}

/** Whether a table cell's next line goes on with the sentence of the one before: it was broken by hand to fit. */
export function goesOnInCell(before: string, after: string): boolean {
  return continuing.test(after) || open.test(before) || joined(null, before).depth > 0;
}

const longest = 4000;
/** No page is as wide. */
const wholeParagraph = 80;
/** 编制《…⏎…工程实施方案》并通过审批: the rest of a title that the line before began. */
const closesTitle = /^[^《》。]{0,60}》/u;
/** How long an open bracket keeps a paragraph open, over a blank line and without one. */
const shortReach = 24;
const longReach = 400;

/** （责任单位：市教育局、市财政局）: a tag ends its paragraph. */
const tagEnd = /[局委厅办府位门]）$/u;

/** What a heading without a marker ends in. */
const headingEnd =
  /(?:实事|任务|目标|安排|措施|要求|情况|清单|工程|专栏|附件|成效|打算|思路|重点|回顾|总结|问题|建设|工作|发展|做法|进展)$/;

/** A word or two on either side: no heading and no paragraph. */
const shortWords = (length: number, nextText: string) => length <= 2 || nextText.length <= 4;

/** Under a first line that is set in, one that is not: the same paragraph, unless either has the look of a part of its own. */
const hangs = (paragraph: Joined, next: Line, nextText: string): boolean =>
  paragraph.setIn &&
  next.indent < 2 &&
  !next.gap &&
  !titleEnd.test(paragraph.tail) &&
  !/[：:]$/.test(nextText) &&
  (paragraph.running ||
    (!headingEnd.test(paragraph.tail) &&
      (shortWords(paragraph.length, nextText) || /[，。；]/.test(nextText))));

/**
 * Whether a paragraph goes on in the next line. Offices' files break lines mid-sentence at the page's width and at page ends;
 * a paragraph ends where its last line is short, or ends in a full stop, or the next begins with a heading marker or an indent.
 * @param last the paragraph's last line, `next` the one after it, page numbers between them left out
 * @param width where the page's edge is, `reach` how far the last line comes, both in full-width characters
 */
export function goesOn(
  paragraph: Joined,
  last: Line,
  next: Line,
  nextText: string,
  width: number | null,
  reach: number,
): boolean {
  if (last.cells || next.cells || last.spaced || next.spaced) return false;
  const { tail } = paragraph;
  if (continuing.test(nextText)) return true;
  if (paragraph.depth === 0 && !open.test(paragraph.tail) && field.test(nextText)) return false;
  const { printed } = next;
  if (printed && last.printed && setIn(printed.indent) && !setIn(last.printed.indent)) return false;
  if (setIn(next.indent) && (width === null || last.indent < 2)) return false;
  // …，全长⏎31.6公里: a decimal at a line's beginning, where the words before it have not ended.
  if (
    /^\d+[.．](?!(?:19|20)\d{2}年)\d/.test(nextText) &&
    paragraph.running &&
    !terminal.test(tail) &&
    !next.gap
  )
    return true;
  if (headingMarker(nextText) !== null)
    return open.test(tail) && !/[的和]$/.test(tail) && /^\d/.test(nextText);
  if (paragraph.depth === 0 && tagEnd.test(tail)) return false;
  const closed = terminal.test(tail);
  if (printed && last.printed?.full && !setIn(printed.indent)) return true;
  if (width !== null && width - reach <= 3 && !(closed && next.indent >= 2))
    return !/[。！？]$/.test(tail) || next.indent < 2;
  // A bracket that never closes (【字体：) holds no more than a few lines together, and nothing over a blank line.
  const unbalanced =
    paragraph.depth > 0 &&
    paragraph.length < (next.gap && !closesTitle.test(nextText) ? shortReach : longReach);
  if (closed && !unbalanced) return false;
  if (open.test(tail) || unbalanced) return paragraph.length < longest;
  if (paragraph.marked && paragraph.length <= 60 && !paragraph.hasStop) return false;
  if (/日$/.test(nextText)) return false;
  if (unfinished(paragraph, nextText)) return true;
  if (hangs(paragraph, next, nextText)) return true;
  // A body paragraph ends in a full stop: words with clauses in them that end in none go on.
  if (paragraph.length < shortest || (nextText.length < 2 && !han.test(nextText))) return false;
  // Lines that are whole paragraphs, parted by blank ones: a stop was left out.
  if (next.gap && width === null && reach > wholeParagraph) return false;
  return paragraph.running && !titleEnd.test(tail);
}
