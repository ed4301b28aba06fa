import type { Span } from '../../domain/source-text.js';
import type { ClassifiedBlock } from './block-kind.js';
import { looksLikeOffice, splitOffices } from './office.js';

export interface Responsibility {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** Where the tag stands, clean offsets: what lies in it is no item. */
  readonly span: Span;
  readonly rule:
    | 'tag-in-paragraph'
    | 'tag-after-paragraph'
    | 'tag-bracket-verb'
    | 'tag-bracket-names'
    | 'tag-deadline';
}

const leadRole = '(?:责任|牵头|主办|承办|实施|落实|主责)';
const supportRole = '(?:配合|协办|会办|参与|协助|协同)';
/** 责任单位及责任人：市教育局主要负责人: the office answers, whoever heads it. */
const andPerson = '(?:[及和与、]?(?:第一|主要|直接)?责任(?:人|领导)|（[人及责任领导]{1,5}）)';
const ofFew = '相关|有关|其他|其它';
const role = `(?:主要|具体|直接|第一|[省市县区]级|${ofFew})?(?:${leadRole}|${supportRole})(?:责任|考核|考评)?(?:单位|部门|主体|[处科股]室)?(?:[及和、](?:${leadRole}|${supportRole})(?:单位|部门)?)?(?:(?<=单位|部门|主体|科室)${andPerson})?[：:]`;
const bracketTag = new RegExp(
  `[（【[〔](?:[^（）【】〔〕：]{2,24}[，；,;])?${role}([^（）【】〔〕]*(?:（[^（）]*）[^（）【】〔〕]*)*)[）】〕\\]]`,
  'g',
);
const roleSplit = new RegExp(role, 'g');
const supports = new RegExp(`^(?:${ofFew}|${supportRole})`);
const head = /(?:党政)?(?:主要|分管|有关|相关)?(?:领导|负责人|负责同志|责任人)$/;
const withoutHead = (name: string): string =>
  looksLikeOffice(name.replace(head, '')) ? name.replace(head, '') : name;
/** （市教育局牵头，市财政局配合） and （市教育局、市财政局按职责分工负责，年内持续推进） */
const bracketVerb = /[（【]((?:[^（）【】：]|（[^（）：]{1,20}）){3,240})[）】]/g;
const answers = /(?:牵头|负责|配合|落实|参与|协同|协助|实施)(?:落实|实施|办理|推进)?$/;
/** 6月底前落实到位, 年内持续推进, 以下均需地方政府落实，不再列出: when, and how to read the list. */
const asideInTag =
  /^(?:[^、]{0,6}(?:\d{1,2}月|季度|年底|年内|半年|\d{4}年|年度|汛期|全年)[^、]{0,24}|(?:持续|长期|常态|滚动|分年度|按进度)[^、]{0,12}|以下[^、]*|不再[^、]{0,8}|下同|排在第一位的为牵头单位|列第一位[^、]{0,12})$/;

const when = '(?:完成|办结|整改)?(?:时限|时间|期限)[：:][^。；]{2,30}';
const loneTail = new RegExp(`[。；](?:${when}[。；])?${role}[^。；]{2,200}(?:[。；]${when})?[。]?$`);
const byTail = /[。；]由([^。；：]{2,120})(?:负责落实|牵头负责|牵头落实|负责实施|组织实施|负责)。?$/;
/** What a plan of rectification says under each problem, after who answers and by when. */
const labelled = /^(?:整改|具体|主要|工作|推进)?(?:目标|措施|任务|内容|举措)[：:]/;

/** （列第一位者为牵头单位，下同）: how to read the list. */
const orderNote = /（[^（）]*(?:下同|第一位|首位|排在|排名)[^（）]*）/g;

/** Names that can be nothing but an office. */
export const certainOffice =
  /^[市县区省州旗各国]?[\u4e00-\u9fff（）]{2,24}(?:局|委|厅|委员会|人民政府|办公室|大队|总队|支队|政府|[\u4e00-\u9fff]办|残联|妇联|团委|公司|集团|总工会|供销社|管委会|[\u4e00-\u9fff]{2}中心|[\u4e00-\u9fff]署)$/;

/** A list without the bracket that closed its tag; 各镇（街道） keeps its own. */
function withoutLooseBracket(list: string): string {
  let rest = list.replace(/[。；;]+$/, '');
  while (
    /[）】\]]$/.test(rest) &&
    [...rest].filter((c) => '（【['.includes(c)).length < [...rest].filter((c) => '）】]'.includes(c)).length
  )
    rest = rest.slice(0, -1).replace(/[。；;]+$/, '');
  return rest;
}

/** Splits what follows the role words into lead and support units. */
function parseTag(content: string): { lead: string[]; support: string[] } {
  const lead: string[] = [];
  const support: string[] = [];
  const marks = [...content.matchAll(roleSplit)];
  const first = marks[0];
  if (!first) return { lead: splitOffices(content), support };
  const before = content
    .slice(0, first.index)
    .replace(/[（【[；;，,。]+$/g, '')
    .replace(/^[（【[]/, '');
  if (before && !/[月年季]|持续|长期|完成|推进|时限/.test(before)) lead.push(...splitOffices(before));
  for (const [i, mark] of marks.entries()) {
    const body = withoutLooseBracket(
      content.slice(mark.index + mark[0].length, marks[i + 1]?.index).replace(orderNote, ''),
    );
    const names = splitOffices(body);
    (supports.test(mark[0]) ? support : lead).push(
      ...(/人[）]?[：:]$|领导[）]?[：:]$/.test(mark[0]) ? names.map(withoutHead) : names),
    );
  }
  return { lead: [...new Set(lead)], support: [...new Set(support.filter((name) => !lead.includes(name)))] };
}

function parseBracketVerb(content: string): { lead: string[]; support: string[] } | null {
  const lead: string[] = [];
  const support: string[] = [];
  const clauses = content.split(/[，；。]/).filter((clause) => clause !== '' && !asideInTag.test(clause));
  if (clauses.length === 0 || !clauses.every((clause) => answers.test(clause))) return null;
  for (const clause of clauses) {
    const names = splitOffices(clause);
    if (/(?:配合|参与|协助|协同)$/.test(clause)) support.push(...names);
    else lead.push(...names);
  }
  const all = [...lead, ...support];
  if (all.length === 0 || !all.some((name) => looksLikeOffice(name))) return null;
  return { lead, support };
}

function inBlock(text: string, block: ClassifiedBlock): Responsibility | null {
  const body = text.slice(block.start, block.end);
  const at = (match: RegExpMatchArray): Span => ({
    start: block.start + (match.index ?? 0),
    end: block.start + (match.index ?? 0) + match[0].length,
  });
  const tags = [...body.matchAll(bracketTag)];
  const last = tags.at(-1);
  if (last) {
    const parsed = tags.map((tag) => parseTag(tag[0].slice(1, -1)));
    return {
      lead: [...new Set(parsed.flatMap((p) => p.lead))],
      support: [...new Set(parsed.flatMap((p) => p.support))],
      span: { start: at(tags[0] ?? last).start, end: at(last).end },
      rule: 'tag-in-paragraph',
    };
  }
  for (const match of body.matchAll(bracketVerb)) {
    const parsed = parseBracketVerb(match[1] ?? '');
    if (parsed) return { ...parsed, span: at(match), rule: 'tag-bracket-verb' };
  }
  // （县自然资源局、县水利局） at a paragraph's end: names alone.
  const names = /（([^（）：]{3,100})）[。]?$/.exec(body);
  if (names?.[1]) {
    const list = splitOffices(names[1]);
    if (list.length > 0 && list.every((name) => certainOffice.test(name) && looksLikeOffice(name)))
      return { lead: list, support: [], span: at(names), rule: 'tag-bracket-names' };
  }
  // （2025年6月底前完成） at a paragraph's end: a day for the whole of it.
  const day =
    /（[^（）]{0,8}(?:\d{1,2}月|年底|季度|半年)[^（）]{0,12}（?(?:完成|建成|投用|取得[^（）]{2,8})[^（）]{0,10}）[。]?$/.exec(
      body,
    );
  if (day) return { lead: [], support: [], span: at(day), rule: 'tag-deadline' };
  // 责任单位：… without brackets at a paragraph's end.
  const tail = loneTail.exec(body);
  if (tail) {
    const start = block.start + tail.index + 1;
    return {
      ...parseTag(body.slice(tail.index + 1)),
      span: { start, end: block.end },
      rule: 'tag-in-paragraph',
    };
  }
  // …。由市财政局、市农业局负责落实。
  const by = byTail.exec(body);
  if (by?.[1]) {
    const list = splitOffices(by[1]);
    if (list.length > 0 && list.every((name) => looksLikeOffice(name) || name.startsWith('各')))
      return {
        lead: list,
        support: [],
        span: { start: block.start + by.index + 1, end: block.end },
        rule: 'tag-in-paragraph',
      };
  }
  return null;
}

/** 承办单位：X 单位负责人：…: the foot of a reply, its fields in one line. */
const imprintField = /(?:单位负责人|分管领导|联系人|联系电话|经办人|承办人|签发人)\s*[：:]/;
/** …。衷心感谢您的关心和支持。 at the end of a paragraph that holds the whole reply. */
const thanks = /。[^。]{0,12}(?:感谢|欢迎)[^。]{4,80}[。！]?$/;
const thanksReach = 120;

/** 承办单位：X after a reply's thanks says who wrote it, not who answers for a promise. */
function isImprint(text: string, blocks: readonly ClassifiedBlock[], at: number): boolean {
  const block = blocks[at];
  if (!block || !/^(?:主办|承办|协办|会办)(?:单位|部门)/.test(text.slice(block.start, block.end)))
    return false;
  if (imprintField.test(text.slice(block.start, block.end))) return true;
  const above = blocks.slice(Math.max(0, at - 4), at).findLast((each) => each.kind === 'body');
  if (above && thanks.test(text.slice(Math.max(above.start, above.end - thanksReach), above.end)))
    return true;
  return (
    above !== undefined &&
    /^(?:最后|再次|衷心|诚挚|非常|十分|此致)?[，]?(?:衷心|诚挚|再次)?(?:感谢|欢迎|希望)|^(?:以上答复|特此|专此)/.test(
      text.slice(above.start, above.end),
    )
  );
}

/**
 * The units that answer for each block. A tag covers the paragraph that it ends; a paragraph that is only a tag covers
 * what stands between it and the heading before it.
 */
export function assignResponsibility(
  text: string,
  blocks: readonly ClassifiedBlock[],
): (Responsibility | null)[] {
  const result: (Responsibility | null)[] = blocks.map((block) =>
    block.kind === 'body' || block.kind === 'heading' ? inBlock(text, block) : null,
  );
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'tag' || isImprint(text, blocks, i)) continue;
    const parsed = parseTag(text.slice(block.start, block.end));
    const tag: Responsibility = {
      ...parsed,
      span: { start: block.start, end: block.end },
      rule: 'tag-after-paragraph',
    };
    let above = i - 1;
    while (above > 0 && isPerson(text, blocks[above])) above--;
    const previousTag = result[above];
    const joined: Responsibility =
      blocks[above]?.kind === 'tag' && previousTag
        ? {
            ...tag,
            span: { start: previousTag.span.start, end: tag.span.end },
            lead: [...previousTag.lead, ...tag.lead],
            support: [...previousTag.support, ...tag.support],
          }
        : tag;
    const next = blocks[i + 1];
    if (next && next.kind !== 'tag' && labelled.test(text.slice(next.start, next.end))) {
      for (let j = i + 1; blocks[j] && blocks[j]?.kind !== 'tag'; j++) {
        if (blocks[j]?.level !== null && !labelled.test(text.slice(blocks[j]?.start ?? 0, blocks[j]?.end)))
          break;
        result[j] ??= joined;
      }
      result[i] = joined;
      continue;
    }
    if (joined !== tag && previousTag) {
      merge(result, i, joined, previousTag);
      continue;
    }
    result[i] = tag;
    let level: number | null = null;
    for (let j = i - 1; j >= 0; j--) {
      const above = blocks[j];
      if (!above || above.kind === 'tag' || above.kind === 'front' || result[j]) break;
      result[j] = tag;
      if (above.level === null) continue;
      // （2）… under （1）…: the tag at a list's end answers for all its points.
      level ??= above.level;
      const next = blocks[j - 1];
      const opens =
        next?.level !== null &&
        (next?.level ?? 0) < level &&
        /：[（(]1[）)]/.test(text.slice(next?.start ?? 0, next?.end));
      if (!(next && next.kind !== 'heading' && (next.level === level || opens)) || above.level < level) break;
    }
  }
  return result;
}

/** 项目责任人：某某 between two lines with units. */
const isPerson = (text: string, block: ClassifiedBlock | undefined): boolean =>
  block !== undefined &&
  /^[^，。：]{0,8}(?:领导|责任人|负责人|联系人)：[^。]{2,40}$/.test(text.slice(block.start, block.end));

/** A second tag line (配合单位：…) joins the first one's blocks. */
function merge(
  result: (Responsibility | null)[],
  at: number,
  joined: Responsibility,
  previous: Responsibility,
): void {
  result[at] = joined;
  for (let j = at - 1; j >= 0 && result[j] === previous; j--) result[j] = joined;
}
