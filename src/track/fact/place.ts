import type { Outline } from '../../text/outline/block.js';
import { genericPlaces } from '../lexicon/place-words.js';

const han = '[\\u4e00-\\u9fff]';
const long = `${han}{2,6}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|盟)`;
/** 重点区域, 农贸市场, 全市民生: the word goes on; 松岑县民政局 is an office of its county. */
const goesOn = '(?!域|场|民(?!政局|族宗教|宗)|间|块|值|容)';
const short = `${han}{2,4}?(?:省|市|州|县|区|旗|镇)${goesOn}`;
const place = `(?:${long}|${short})`;
const suffix =
  /(?:壮族|回族|维吾尔|藏族|彝族|苗族|土家族|侗族)*(?:自治区|自治州|自治县|自治旗|特别行政区|地区|盟|省|市|州|县|区|旗|镇)$/u;

/** 荔城区, 西城区 are districts; 主城区, 中心城区 are none. */
const cityDistrict = /^(?!主|老|新|各|县|市|副|中心|建成?|全|大|环|核心|旧|古)[\u4e00-\u9fff]{1,2}城区$/u;

const isGeneric = (name: string): boolean =>
  genericPlaces.some((word) => name === word || (word.length > 1 && name.endsWith(word)));

/** What stands before a place's name without belonging to it; each becomes a boundary. */
const boundary =
  /\d+(?:年|月|日从?)?|第|在|对|于|关于|受|经|由|向|为|中共|近日|日前|今天|昨天|今年|去年|年初|年底|年中|年末|切实|推进|推动|调整|落实|加快|记者|获悉|重点|上半年|下半年|季度|的|以来|以及|按照|根据|围绕|贯彻|促进|加强|做好|办好|报告|批准|审议|公布|印发|组织|确定|提请|召开|听取|全面|进一步|持续|继续|深入|完成|实现|建设|实施|[^\u4e00-\u9fff]/gu;
const authority =
  /^(?:[一二三四五六七八九十|]+届|人民|政府|人大|政协|常委|代表大会|办公|委员会|[\u4e00-\u9fff]{2,10}(?:局|委|厅|办|署)|\|)/u;

/** The innermost name of 海南省三亚市 at a boundary of the words; null where none stands. */
function nameIn(words: string, wantsAuthority: boolean): string | null {
  for (const stretch of words
    .replace(boundary, (found) => (/^[年月日]$/u.test(found) ? found : '|'))
    .matchAll(new RegExp(`(?:^|\\|)((?:${place})+)(?=(.{0,14}))`, 'gu'))) {
    const names = (stretch[1] ?? '').match(new RegExp(place, 'gu')) ?? [];
    const name = names.filter((candidate) => cityDistrict.test(candidate) || !isGeneric(candidate)).at(-1);
    if (name && (!wantsAuthority || authority.test(stretch[2] ?? ''))) return name;
  }
  return null;
}

/**
 * The place whose authority speaks, from the title, the first lines, the issuer, the end; null where none is named. 云南省, 岚坪县.
 * @param corrected the office that a person set in place of what was read: its place goes before all
 */
export function placeOf(outline: Outline, corrected?: string | null): string | null {
  const set = corrected ? (nameIn(corrected, true) ?? nameIn(corrected, false)) : null;
  return set ?? placeRead(outline);
}

function placeRead(outline: Outline): string | null {
  const { text } = outline.clean;
  const { title, issuer } = outline.meta;
  const line = (start: number, end: number): string => text.slice(start, Math.min(end, start + 120));
  const lines = outline.blocks.map(({ start, end }) => ({ start, end }));
  const front = lines.slice(0, 10).map(({ start, end }) => line(start, end));
  const back = lines.slice(-3).map(({ start, end }) => line(start, end));
  const titled = title === null ? null : nameIn(title, false);
  if (titled) return titled;
  for (const words of [...front.slice(0, 6), issuer ?? '', ...front.slice(6), ...back]) {
    const found = nameIn(words, true);
    if (found) return found;
  }
  const national = [title, outline.meta.docNumber, ...front.slice(0, 3)].some(
    (words) => words !== null && nationwide.test(words),
  );
  return national ? '全国' : null;
}

/** Whose word is the whole country's. */
const nationwide = /^(?:国务院|全国|国发|国办发|中发)|届全国人民代表大会/u;

/** 海南 and 海南省 are one place: what an index knows it by. */
export const placeKey = (name: string): string => name.replace(suffix, '');

/** Whether two names are of one place: 海南 and 海南省. */
export function samePlace(a: string, b: string): boolean {
  return a === b || placeKey(a) === placeKey(b);
}

const subject = new RegExp(
  `(?:^|[，；。：、]|与|同|如|较|比|邻近的|毗邻的|相邻的|周边的|兄弟)(?<place>${han}{2,4}?(?:省|市|县|区|州|旗|镇)${goesOn})(?!级)`,
  'gu',
);
const notNames =
  /^(?:按照|根据|依据|贯彻|落实|围绕|全|我|本|各|该|每|在|为|对|向|到|其|从|由|让|使|给|把|将|实现|完成|推动|推进|支持|指导|组织|有|所有|覆盖|涉及|惠及|带动|建成|新增|新建|开展|加快|启动|创建|打造|入选|获批|提升|改造|累计)/u;

/** 全省…达到94.5% in a county's report: figures of a larger place. */
const whole = /(?:^|[，；。：])(?:其中|目前)?全(?<level>国|省|市|县|区|州|旗|镇)(?!第|性|面)/gu;
const levels: Readonly<Record<string, string>> = { 自治区: '区', 自治州: '州', 自治县: '县', 自治旗: '旗' };

function otherLevel(words: string, own: string): string | null {
  const level = suffix.exec(own)?.[0].replace(/^.*族(?=自治)/u, '') ?? '';
  const expected = levels[level] ?? level;
  if (!/^[省市县区州旗镇]$/u.test(expected)) return null;
  const said = [...words.matchAll(whole)].at(-1)?.groups?.level;
  return said === undefined || said === expected ? null : `全${said}`;
}

/** Another place whose figures these are: 松台县2024年新改建农村公路210公里. `words` run from the sentence's beginning to the value. */
export function otherPlace(words: string, own: string | null): string | null {
  let found: string | null = own === null ? null : otherLevel(words, own);
  for (const match of words.matchAll(subject)) {
    const name = match.groups?.place;
    if (!name || isGeneric(name) || notNames.test(name)) continue;
    if (own !== null && (samePlace(name, own) || name.startsWith(placeKey(own)))) continue;
    found = name;
  }
  return found;
}
