import type { Block } from '../../block.js';
import type { KindEvidence } from './kind-evidence.js';

const openingLines = 12;
const closingLines = 8;
/** A formula is said in one kind of document alone. */
const formula = 6;
const courtesy = 4;
/** Each heading counts, up to a bound: many of one kind say no more than a few. */
const eachHeading = 1.2;
const mostOfHeadings = 4;
const labels = 4;
const tags = 2;
/** The words of the body, all looking one way: news of a plan looks ahead as much as the plan does, so that alone makes none. */
const mostOfTense = 4;
const mostOfAhead = 1.8;
/** What is to be done, in points of its own: a plan's, or a part of one. */
const inPoints = 1.5;
const enoughPoints = 2;
/** What the navigation of the page, or the sheet above the document, calls its column. */
const column = 4;
/** So many of them, and the way they look is sure. */
const enoughWords = 4;
/** So much of a long text tells how all of it speaks. */
const enoughText = 60_000;
/** A word of effort stands in reports nearly as often as in plans. */
const effortWeight = 0.25;

const openings: readonly (readonly [KindEvidence['kind'], RegExp])[] = [
  [
    'reply',
    /收悉|办理复文|办理回复：|答复内容：|现答复如下|现将办理情况答复|提出的.{2,60}(?:建议|提案)|[您你]们?(?:所)?提(?:出)?的[^。]{0,60}(?:建议|提案|意见)|(?:答复|回复|函复|会办意见)如下/,
  ],
  ['work_report', /代表.{0,12}政府.{0,8}(?:报告|大会报告)(?:政府)?工作/],
  [
    'progress_report',
    /现将.{0,40}(?:情况|进展|工作|总结)(?:予以|向[^，。]{0,12})?(?:汇报|报告|通报|说明|公示|公布|总结)?(?:汇报|报告|通报|说明|公示|公布|总结|小结)(?:如下|，|。)|(?:总结|汇报|报告|小结)如下/,
  ],
  [
    'action_plan',
    /现印发给你们|现(?:将|予以?).{0,40}(?:印发给你们|分解|下达)|(?:特)?(?:制定|制订|提出|编制)(?:如下|本|以下|此)[^，。]{0,8}(?:方案|计划|规划|措施|意见|要点|办法|细则)|^[^。]{0,80}(?:方案|计划|规划|要点|办法)》?(?:已经|业经)[^，。]{2,24}同意/m,
  ],
];
/** What was done this year, told from the first words on. */
const sinceThen =
  /(?:^|\n)[^。，]{0,12}(?:今年以来|一年来|年初以来|20\d\d年以来|今年上半年|今年前三季度|今年\d{1,2}[-—–~至]\d{1,2}月)/;
const news =
  /(?:昨[天日]|今天|今日|近日|日前|\d日)[^。]{0,60}(?:作《?政府工作报告|获悉|记者)|报告(?:说|指出，|提出，)|记者[^。]{0,16}(?:获悉|报道|从)/;
const closings: readonly RegExp[] = [
  /(?:特此|专此|谨此)(?:答复|回复|函复|复函)|以上答复|此复/,
  /(?:感谢|谢谢)[^。]{0,8}(?:您|你|贵)[^。]{0,40}(?:关心|支持|关注)/,
];
const greeting = /^(?:尊敬的)?[^，。]{2,40}(?:代表|委员)们?[：:]/;
const spokenTo = /(?:如|针对|关于)(?:您|你|代表|委员)们?(?:所)?(?:说|言|提)|感谢(?:您|你|代表|委员)/;

const planHeading =
  /^[^，。]{0,4}(?:指导思想|总体要求|总体思路|总体目标|基本原则|(?:工作|主要|发展|总体|年度|行动|预期)?目标(?:任务)?$|主要指标|(?:重点|主要|工作)任务|(?:主要|重点|具体|工作)(?:举)?措施|实施步骤|组织保障|保障措施|组织领导|进度安排|工作要求|责任分工)/;
const reportHeading =
  /(?:完成|进展|开展|落实|推进|办理|执行|实施|工作)情况|(?:主要|取得的?|工作)?(?:成效|做法|成绩)|存在的?(?:主要|突出)?(?:问题|困难)|工作总结|回顾/;

/** 完成情况：… under each task, or the head of a column that tells how far it is. */
const progressLabel =
  /^(?:目前|年度|工作|任务|项目)?(?:完成|进展|落实|推进|办理)情况(?:[：:]|、|$)|^(?:截至|至)[^，。]{2,12}(?:完成|进展)情况$/;
/** Who answers for a task. */
const taskTag =
  /(?:责任|牵头|配合|主责)(?:单位|部门)[：:].|[（(【][^（）]{2,60}(?:牵头|分工负责|负责)[）)】]/;
const dueLabel = /^(?:完成|办结|整改)(?:时限|期限)$/;

const ahead =
  /到20\d\d年|到“十|力争|争取(?!到)|确保|年底前|月底前|预期目标|目标是|控制在|\d(?:%|％|‰)?(?:以上|左右|以内)|不低于|不少于|不得|(?<!已经?)将(?=[建完达实推开投新])|(?:应|须|要)(?=[建完达实推加严按在对把])/g;
const effort = /推进|加强|完善|加快|深化|强化|健全|推动/g;
const behind =
  /已(?!经?(?:列入|纳入))|截[至止]|同比|累计|目前|今年以来|去年|[\u4e00-\u9fff]了(?!解)|完成率|超额|占[^，。]{0,8}(?:计划|任务)|，占\d|为[^，。]{0,6}任务的|(?<!\d)1(?:月)?[-—–~至到]\d{1,2}月|全年共|荣获/g;

/** 首页 > 建议提案办理 > 正文, 主题分类：两会建议办理结果公开: what column a page stands in. */
const columnLine =
  /[>＞»→]|^(?:主题分类|组配分类|栏目|所属栏目|信息分类|当前位置|您?(?:现在|当前)?(?:所在)?的?位置)[：:\s]|主题分类：/;
const columns: readonly (readonly [KindEvidence['kind'], RegExp])[] = [
  ['reply', /(?:建议|提案|议案)[^>＞，。]{0,8}(?:办理|答复|复文|结果|回复)/],
  ['progress_report', /工作总结|进展情况|完成情况|落实情况|督查督办|执行情况|办理进展/],
  ['action_plan', /规划计划|工作计划|计划规划|发展规划|专项规划/],
];
function columnKind(line: string): KindEvidence['kind'] | null {
  if (line.length > 120 || !columnLine.test(line)) return null;
  return columns.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

function headingsOf(words: readonly string[], blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, i) =>
    block.headingEnd > block.start && block.kind !== 'form'
      ? [(words[i] ?? '').slice(0, block.headingEnd - block.start)]
      : [],
  );
}

function headingEvidence(words: readonly string[], blocks: readonly Block[]): KindEvidence[] {
  const bare = headingsOf(words, blocks).map((line) =>
    line.replace(/^[第（(]?[一二三四五六七八九十\d]{1,3}[）)、.．编章节]*/, '').replace(/[。：:]$/, ''),
  );
  const made: KindEvidence[] = [];
  const add = (kind: KindEvidence['kind'], lines: number, sign: KindEvidence['sign']): void => {
    if (lines > 0) made.push({ kind, weight: Math.min(mostOfHeadings, lines * eachHeading), sign });
  };
  const back = bare.filter((line) => reportHeading.test(line)).length;
  add('progress_report', back, 'headings');
  add('action_plan', bare.filter((line) => planHeading.test(line)).length, 'headings');
  return made;
}

/** 下一步，… in a report or a reply: what looks ahead there says nothing of the whole. */
const next = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?:下一步|下步|下一阶段|下阶段|今后|接下来)/;
function withoutNext(words: readonly string[], blocks: readonly Block[]): string {
  return words
    .filter((line, i) => !next.test(line) && !blocks[i]?.path.some((at) => next.test(words[at] ?? '')))
    .join('\n')
    .slice(0, enoughText);
}

/** How the body speaks: of what is to be done, or of what was. */
function tenseEvidence(body: string, points: number): KindEvidence[] {
  const forward = count(body, ahead) + effortWeight * count(body, effort);
  const backward = count(body, behind);
  const all = forward + backward;
  if (all === 0) return [];
  const lean = ((forward - backward) / all) * Math.min(1, all / enoughWords);
  const most = mostOfAhead + (points >= enoughPoints ? inPoints : 0);
  return lean > 0
    ? [{ kind: 'action_plan', weight: lean * most, sign: 'tense' }]
    : [{ kind: 'progress_report', weight: -lean * mostOfTense, sign: 'tense' }];
}

/** What opening, closing, headings, labels and tenses say of a document's kind. */
export function bodyEvidence(words: readonly string[], blocks: readonly Block[]): KindEvidence[] {
  const found: KindEvidence[] = [];
  const opening = words
    .slice(0, openingLines)
    .map((line) => line.slice(0, 600))
    .join('\n');
  for (const [kind, pattern] of openings)
    if (pattern.test(opening)) found.push({ kind, weight: formula, sign: 'opening' });
  if (sinceThen.test(opening)) found.push({ kind: 'progress_report', weight: courtesy / 2, sign: 'opening' });
  const closing = words.slice(-closingLines).join('\n').slice(-1200);
  for (const pattern of closings)
    if (pattern.test(closing)) found.push({ kind: 'reply', weight: courtesy, sign: 'closing' });
  if (words.slice(0, openingLines).some((line) => greeting.test(line)))
    found.push({ kind: 'reply', weight: courtesy, sign: 'greeting' });
  const body = words.join('\n').slice(0, enoughText);
  if (spokenTo.test(body)) found.push({ kind: 'reply', weight: courtesy / 2, sign: 'address' });
  found.push(...headingEvidence(words, blocks));
  const cells = words.flatMap((line) => {
    const read = line.slice(0, 400);
    return read.includes('\t') || read.includes('|') ? read.split(/[\t|]/) : [read];
  });
  if (cells.some((cell) => progressLabel.test(cell.slice(0, 30))))
    found.push({ kind: 'progress_report', weight: labels, sign: 'labels' });
  if (cells.some((cell) => dueLabel.test(cell)))
    found.push({ kind: 'action_plan', weight: labels / 2, sign: 'labels' });
  if (words.some((line) => taskTag.test(line)))
    found.push({ kind: 'action_plan', weight: tags, sign: 'tags' });
  for (const line of words.slice(0, openingLines)) {
    const kind = columnKind(line);
    if (kind) found.push({ kind, weight: column, sign: 'column' });
  }
  found.push(
    ...tenseEvidence(withoutNext(words, blocks), blocks.filter(({ level }) => level !== null).length),
  );
  // News of a plan has the plan's words; it is none.
  return news.test(opening)
    ? found.filter(({ kind, sign }) => kind !== 'action_plan' || (sign !== 'headings' && sign !== 'tense'))
    : found;
}
