import { day, titleNoun } from './words.js';

const number =
  '(?!的|函〔)[\\u4e00-\\u9fff]{1,12}[〔［\\[（(【]\\s?(?:19|20)\\d{2}\\s?[〕］\\]）)】]\\s?第?\\s?\\d{1,4}\\s?[号號]';
const name = '[\\u4e00-\\u9fffXx*×、，,（）()·\\s]';
const spokenTo = '(?:您|你|贵|首先|(?:非常|衷心|十分)?感谢|现就|现将|接到|收到|收悉)';
const greeting = `(?:尊敬的)?(?:(?!收悉|提出|关于|各位)${name}){2,60}?(?:(?:代表团|代表|委员|界别|党派|提案人)(?:们)?(?:[您你]们?好)?[：:]|[\\u4e00-\\u9fff）)][：:](?=\\s*${spokenTo}))`;
const everyone = '各(?!位)[\\u4e00-\\u9fff、，,（）()\\s]{2,90}[：:]';
const hall = '各位(?:代表|委员|领导|同志)[：:！!]|同志们[：:！!]';
/** What a page says of a document before it shows it. */
const label =
  '(?:索\\s*引\\s*号|信息索引|发布机构|发布单位|发文机[关构]|发文单位|制发机关|责任部门|发文字号|发文日期|文件编号|统一编号|文\\s*号|成文日期|成文时间|发布日期|发布时间|发表时间|更新时间|公开日期|生成日期|著录日期|归档时间|生效日期|失效日期|时效性|信息来源|文章来源|来源专题|编译者|来\\s*源|主题分类|主题词|组配分类|公开目录|公开方式|公开范围|公开属性|名\\s*称|标\\s*题|有\\s*效\\s*性|效力状态|浏览次数|浏览量|浏览|访问量|阅读次数|点击(?:次数|率|数)?|字\\s*号|字\\s*体|时\\s*间|日\\s*期|作\\s*者|责任编辑|编\\s*辑|今天是|【\\s?字体)\\s*[：:]';
const pageDay = '(?:19|20)\\d{2}-\\d{1,2}-\\d{1,2}(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?';
const opening = `(?:您|你们?(?=[在提]|所)|为(?=贯彻|深入|全面|进一步|加快|切实|了|确保|认真|推动|做好|落实|加强|有效|着力|加大|不断)|根据|按照|经(?=[市县区省州])|现将|近日|近年来|今年以来|一年来|${hall}|一、|第一章|[—－-]{1,2}\\s?(?:(?:19|20)\\d{2}年|二[〇零○]|在)|[（(](?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)`;
/** Result class, publicity and signer at the head of a reply. */
const mark =
  '(?:(?:办理结果[：:])?\\s*[（(]?[A-D]\\d?[)）]?\\s*类[）)]?\\s*(?:不?同意公开|主动公开|公开)?|(?:办理结果[：:])\\s*[（(]?[A-D]\\d?类?[）)]?|[（(][A-D]\\d?[）)]|不?同意公开|(?:公开属性[：:])?主动公开|是否同意公开[：:]\\s*[（(]?[是否][）)]?|[（(]此件[^（）()]{2,12}[）)]|签发人[：:]\\s*[\\u4e00-\\u9fff]{2,3}?(?=\\s*(?:办理结果|对|关于|[\\u4e00-\\u9fff]{2,20}关于)))';

const notYet = '(?!的|函|意见|摘要|如下|单|表|[”》]|\\s*[（(][A-D]\\d?类?[）)]\\s*的)';
const titleEnds = `(?=\\s*(?:${number}|${greeting}|${everyone}|[-•·]?\\s*${label}|${pageDay}|${day}|${opening}|${mark}|www\\.|https?:))`;
const titleThen = new RegExp(
  `^\\s*[^。；;！？：:]{4,90}?${titleNoun}${notYet}(?:\\s*[（(][^（）()]{2,50}[）)])?${titleEnds}`,
  'u',
);
const numberThen = new RegExp(`^\\s*${number}(?=\\s*[\\u4e00-\\u9fff《A-D（(])`, 'u');
const markThen = new RegExp(`^\\s*${mark}(?=\\s*\\S)`, 'u');
const headThen = new RegExp(
  `^\\s*(?:[\\u4e00-\\u9fff]\\s?){3,24}(?:政府|办公室|委员会|[局厅])(?:文件)?(?=\\s*${number})`,
  'u',
);
const greeted = new RegExp(`^\\s*(?:${greeting}|${everyone}|${hall})(?=\\s*\\S)`, 'u');
const labelled = new RegExp(`^\\s*(?:[-·•]\\s*)?${label}`, 'u');
const dated = new RegExp(`^\\s*(?:${pageDay}|${day}(?![，,、至到起前后以之上下在的—-]))`, 'u');
/** A record's value ends where the next label begins. */
const nextLabel = new RegExp(`(?:^|\\S)\\s*(?<!信息\\s*)(?=(?:[-·•]\\s*)?${label})`, 'u');
/** ——2025年1月15日在某市第十届人民代表大会第三次会议上 市长 某某 */
const speech = new RegExp(
  `^\\s*[—－-]{0,2}\\s*[（(]?(?:${day})?在[^。]{6,50}?(?:会议|大会)上[）)]?(?!\\s*[，,])`,
  'u',
);
const speaker = new RegExp(`^[^。：:]{2,40}?(?=\\s*(?:${hall}))`, 'u');
/** 首页 > 政务公开 > 建议办理 > 正文 */
const crumbs =
  /^\s*(?:今天是[^。]{0,30})?(?:设为首页|加入收藏|注册|登录|\s)*(?:(?:您?(?:现在|当前)?(?:所在)?的?位置|首页|信息公开)\s*[：:]?\s*(?:首页)?)(?:\s*(?:>+|\/|»|＞)\s*[\u4e00-\u9fff\s/]{2,24}?){1,8}(?:(?:>|\/|＞|\s)\s*正文|(?:提案|建议|办理|实事|公开|答复|政策|文件|规划|计划|提案办理|建议办理))(?=\s*[\u4e00-\u9fff《（]{1,30}(?:关于|对|第|的|年))/u;

interface Part {
  readonly kind: 'title' | 'greeting' | 'other';
  /** UTF-16 length. */
  readonly length: number;
}

/** The part of the front that `rest` begins with, or null where the text itself begins. A known title is told again as it was told first. */
export function partLength(rest: string, title: string | null): Part | null {
  const again = title === null ? -1 : rest.indexOf(title);
  if (title !== null && again >= 0 && rest.slice(0, again).trim() === '')
    return { kind: 'other', length: again + title.length };
  if (labelled.test(rest)) {
    const length = recordLength(rest, again);
    return length === null ? null : { kind: 'other', length };
  }
  const path = crumbs.exec(rest);
  if (path) return { kind: 'other', length: path[0].length };
  const other =
    headThen.exec(rest) ??
    numberThen.exec(rest) ??
    markThen.exec(rest) ??
    speech.exec(rest) ??
    (title === null ? null : dated.exec(rest));
  if (other) return { kind: 'other', length: other[0].length };
  const greets = greeted.exec(rest);
  if (greets) return { kind: 'greeting', length: greets[0].length };
  const titled = titleThen.exec(rest);
  if (titled) return { kind: 'title', length: titled[0].length };
  const speaks = title === null ? null : speaker.exec(rest);
  return speaks ? { kind: 'other', length: speaks[0].length } : null;
}

const longestRecord = 160;

function recordLength(rest: string, again: number): number | null {
  const own = labelled.exec(rest)?.[0].length ?? 0;
  const next = nextLabel.exec(rest.slice(own, own + longestRecord));
  const end = Math.min(
    next ? own + next.index + next[0].length : Infinity,
    again > 0 ? again : Infinity,
    endOfValue(rest, own),
  );
  return end < longestRecord ? end : null;
}

/** 发布日期：2021-07-05 09:44 关于…的答复: a day or a counter ends itself; a name ends at a blank, or where the greeting begins. */
function endOfValue(rest: string, from: number): number {
  const value = rest.slice(from, from + longestRecord);
  const counted =
    /^\s*(?:(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,6}次?'?(?!\d*年)|[[【(（]?\s*大\s*中\s*小\s*[\]】)）]?|[\u4e00-\u9fff]{1,10}[〔[]20\d\d[〕\]]\d{1,4}号|\[\s*\])(?=\s*[\u4e00-\u9fff《（])/u.exec(
      value,
    );
  if (counted) return from + counted[0].length;
  const named = /^\s*[\u4e00-\u9fff]{2,24}(?=\s+(?:关于|对|[\u4e00-\u9fff]{2,20}关于))/u.exec(value);
  return named ? from + named[0].length : Infinity;
}
