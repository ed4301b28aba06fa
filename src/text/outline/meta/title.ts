import type { Block } from '../block.js';
import { isFurniture, recordedTitle } from '../furniture.js';
import { looksLikeOffice } from '../office.js';

const suffix =
  /(?:答复|答复摘要|复函|回复单|回复|回函|答复函|答复意见|回复意见|方案|计划|规划|报告|意见|通知|办法|细则|措施|要点|公报|汇报|总结|清单|实事|纲要|决定|安排|情况|说明|建议|任务分解|责任分解|任务清单|分工|函|指标|目标任务|意见书|一览表|登记表|汇总表|统计表|情况表|分解表|明细表|实事项目|任务表|工作任务|重点任务|台账|打算|发言|讲话|通报|谋划|思路|部署|概况|简报|进度表|计划表|分工表|安排表|清单表|责任表|推进表|公示|公告)(?:（[^（）]{2,24}）|\([^()]{2,24}\)){0,2}$/;
/** 关于…第53号提案的答复（加快…建设的建议）: what was asked, in a bracket of any length. */
const replyAbout =
  /^[\u4e00-\u9fff]{0,30}(?:关于|对)[^，。；]{4,80}(?:建议|提案|议案)[^，。；（]{0,20}(?:答复|复函|回复|回函|复文|的函|意见)(?:（[^（）]{2,60}）)?$/;
const redHead = /^[\u4e00-\u9fff]{4,30}(?:文件|局|委员会|办公室|政府|厅|委)$/;
/** A number line, whatever stands at its other end. */
const numbered = /^.{0,16}[〔［[（(](?:19|20)\d{2}[〕］\])）]\s?第?\d{1,5}号/;
/** 教育，养老，医疗: a page's keywords. 关于优化环境，强化服务 / 促进…的措施: the first line of a title. */
const keywords = /^(?!关于|对)(?:[\u4e00-\u9fff]{2,8}，){1,}[\u4e00-\u9fff]{2,8}$/;
const notTitle =
  /^(?:来源|发布|日期|时间|签发人|附件|——|--|—|（\d{4}年|办理结果|公开|类别|索引号|文号|[A-D]类?$)/;

/**
 * The title: among the first lines, the first that ends like one, with the lines that a page's width cut off put back.
 * Null where the document begins in its middle.
 */
export function findTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  return (
    ownTitle(words, blocks) ??
    recorded(words) ??
    attachedTitle(words, blocks) ??
    headline(words, blocks) ??
    runOnTitle(words, blocks) ??
    printedTitle(words, blocks) ??
    replyTitle(words, blocks) ??
    sentOutTitle(words)
  );
}

/** A line right above a portal's record (索引号, 时间, 来源), wherever the page puts it. */
function printedTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  for (let i = 1; i < Math.min(words.length - 1, recordReach); i++) {
    const line = words[i] ?? '';
    if (line.length < 10 || line.length > 60 || /[。；：，]$/u.test(line) || isFurniture(line)) continue;
    if (blocks[i]?.kind !== 'heading' && blocks[i]?.kind !== 'front') continue;
    if (
      /^(?:索引号|(?:发布)?(?:时间|日期)|(?:信息)?来源)[：:]/u.test(words[i + 1] ?? '') &&
      !notTitle.test(line) &&
      !keywords.test(line)
    )
      return line;
  }
  return null;
}
const recordReach = 40;

/** 《某市三年行动计划》已经市政府同意，现印发给你们: a notice whose own title the page lost goes by what it sends out. */
function sentOutTitle(words: readonly string[]): string | null {
  const opening = words.slice(0, 6).join('\n').slice(0, 800);
  return (
    /《([^《》]{6,60}(?:方案|计划|规划|要点|意见|办法|分工|清单|分解)(?:（[^（）]{2,20}）)?)》(?:已|经)[^。]{2,40}(?:同意|通过|审定)[^。]{0,8}现(?:予以)?(?:印发|下发)/u.exec(
      opening,
    )?.[1] ?? null
  );
}

/** 某市2025年治水工作计划 为确保…，制定本计划。: a title, what follows it in the same line, and no sign between them. */
const runOn =
  /^([\u4e00-\u9fff\d（）“”、—-]{6,50}?(?:方案|计划|规划|要点|措施|总结|报告|答复|回复|情况|清单|办法|意见|通知|通报|任务|打算)(?:（[^（）]{2,24}）)?)(?=为(?:贯彻|深入|全面|进一步|加快|切实|了|确保|认真|推动|做好|落实)|根据|按照|各[县市区乡镇街有单部][^。]{0,40}：|[\u4e00-\u9fff]{2,8}〔20\d\d〕|现将|近日|今年以来|一年来|(?:19|20)\d{2}年，|一、|（一）|(?:发布)?(?:时间|日期)：|来源：)/;

function runOnTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  const at = words.findIndex((line, i) => !isFurniture(line) && blocks[i]?.kind !== 'row');
  if (at < 0 || at > 5 || blocks[at]?.level !== null) return null;
  const title = runOn.exec((words[at] ?? '').slice(0, 200))?.[1];
  return title && !notTitle.test(title) && !keywords.test(title) ? title : null;
}

/** A newspaper's headline: the first line, with where and when it was printed under it, or a paragraph of news after a gap. */
function headline(words: readonly string[], blocks: readonly Block[]): string | null {
  const at = words.findIndex((each) => !isFurniture(each));
  if (at < 0 || at > 3) return null;
  const line = words[at] ?? '';
  // 视频：…, 导读：…: what the page hangs between.
  const below = words.findIndex(
    (each, i) => i > at && !/^(?:视频|图片|组图|图解|导读|原标题)[：:]/u.test(each),
  );
  const next = words[below] ?? '';
  const printed = isFurniture(next) || /(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2})(?:\s*[\d:]*)$/.test(next);
  const news =
    blocks[at]?.kind === 'front' &&
    blocks[below]?.gap === true &&
    next.length >= 60 &&
    /[。？！]$/.test(next) &&
    line.length <= 36;
  return (printed || news) &&
    blocks[at]?.kind !== 'row' &&
    line.length >= 8 &&
    line.length <= 60 &&
    !/[。；：]$/.test(line) &&
    !isFurniture(line)
    ? line
    : null;
}

function recorded(words: readonly string[]): string | null {
  for (const line of words.slice(0, 20)) {
    const title = recordedTitle(line);
    if (title) return title;
  }
  return null;
}

/** A notice without a title, then the plan that it sends out: the plan's. */
function attachedTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  for (let i = 1; i < Math.min(words.length, 30); i++) {
    const line = words[i] ?? '';
    const above = blocks[i - 1]?.kind;
    if (above !== 'signature' && !/^（此件/.test(words[i - 1] ?? '')) continue;
    if (line.length <= 60 && suffix.test(line) && !/[，。；：]/.test(line) && blocks[i]?.kind !== 'signature')
      return line;
  }
  return null;
}

function ownTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  const reach = Math.min(words.length, 12);
  for (let i = 0; i < reach; i++) {
    const line = words[i] ?? '';
    const kind = blocks[i]?.kind;
    if (isFurniture(line) || recordedTitle(line) !== null) continue;
    if (kind !== 'front' && kind !== 'heading') {
      if (kind === 'row') continue;
      // # 标题 after a portal's record sheet is classed as body.
      if (kind === 'body' && i > 0 && !(line.length <= 60 && suffix.test(line) && !/[，。；]/.test(line)))
        return null;
      if (line.length > 120) return null;
    }
    if (
      kind === 'heading' &&
      blocks[i]?.level !== null &&
      /^[第一（(\d]/.test(line) &&
      !/^(?:19|20)\d{2}年/.test(line)
    )
      return null;
    if (notTitle.test(line) || keywords.test(line) || line.length > 120 || /[。；]$/.test(line)) continue;
    if (!suffix.test(line) && !replyAbout.test(line)) continue;
    if (hasNumberBelow(words, blocks, i)) return words[i + 1] ?? null;
    const title = withContinuations(words, blocks, i);
    // A sheet's bare word: 建议.
    if (title.length < shortest) continue;
    return title;
  }
  return null;
}

/** 关于推进…建议的答复, and under it 关于第95号建议的回复: the page's title and the letter's own. */
function hasNumberBelow(words: readonly string[], blocks: readonly Block[], at: number): boolean {
  const [own = '', next = ''] = words.slice(at, at + 2);
  return (
    blocks[at + 1]?.kind === 'front' &&
    !/\d号/u.test(own) &&
    replyAbout.test(own) &&
    replyAbout.test(next) &&
    /第\d+号/u.test(next)
  );
}

const shortest = 5;

/** A reply's title that stands below what the page says of the proposal, in its own line. */
function replyTitle(words: readonly string[], blocks: readonly Block[]): string | null {
  const at = words.findIndex(
    (line, i) => i < titleReach && line.length <= 120 && blocks[i]?.kind !== 'row' && replyAbout.test(line),
  );
  return at < 0 ? null : (words[at] ?? null);
}
const titleReach = 12;

function withContinuations(words: readonly string[], blocks: readonly Block[], at: number): string {
  let title = words[at] ?? '';
  for (let i = at - 1; i >= 0 && blocks[i]?.kind === 'front'; i--) {
    const line = words[i] ?? '';
    if (isFurniture(line)) break;
    const below = blocks[i + 1];
    // A long title is broken over lines; nothing ends its first one.
    const broken =
      below?.gap === false &&
      line.length >= 8 &&
      !redHead.test(line) &&
      !suffix.test(line) &&
      !/[号：:]$|^[-—]/.test(line) &&
      !looksLikeOffice(line);
    const joins =
      broken ||
      // 云湖县文旅局 / 2025年工作总结: the office is the first line of it. …农业农村厅等九部门 / 关于印发…
      (below?.gap === false && /^(?:19|20)\d{2}年/.test(title) && redHead.test(line)) ||
      (/等[二三四五六七八九十\d]{1,3}(?:个)?(?:部门|单位)$/u.test(line) && /^(?:关于|对)/.test(title)) ||
      /^(?:关于|对)/.test(line) ||
      (redHead.test(line) &&
        /^(?:关于|对)/.test(title) &&
        !words.slice(i + 1, at).some((w) => w.includes('号')));
    // 关于…第47号 / 提案的答复: broken behind the number.
    const brokenAtNumber = /第[\d、]+号$/.test(line) && /^(?:重点|代表|委员)?(?:提案|建议|议案)/.test(title);
    if (
      !(joins || brokenAtNumber) ||
      notTitle.test(line) ||
      (/号$/.test(line) && !brokenAtNumber) ||
      numbered.test(line)
    )
      break;
    if (
      redHead.test(line) &&
      !/^(?:19|20)\d{2}年/.test(title) &&
      i === 0 &&
      words.length > 1 &&
      !/^(?:关于|对)/.test(line) &&
      !title.startsWith('关于')
    )
      break;
    title = line + title;
  }
  // 关于…代表建议 / 办理情况的报告: the next line ends it.
  const next = words[at + 1] ?? '';
  if (
    /(?:建议|提案|议案|意见|情况)$/.test(title) &&
    blocks[at + 1]?.kind === 'front' &&
    next.length <= 30 &&
    suffix.test(next) &&
    !notTitle.test(next)
  ) {
    title += next;
    at += 1;
  }
  for (let i = at + 1; i < words.length && /^[（(][^（）()]{2,24}[）)]$/.test(words[i] ?? ''); i++) {
    const line = words[i] ?? '';
    if (/[〔[]|号|会议|通过/.test(line)) break;
    title += line;
  }
  return title;
}
