import { measureUnits } from '../../lexicon/units.js';
import { isNumeralCharacter } from '../numbers/characters.js';
import { currencyWords } from './currencies.js';
import { type DimensionUnit, dimensionUnits } from './dimensions.js';
import { type LengthUnit, lengthUnits } from './lengths.js';

export type UnitMeaning =
  | { readonly sort: 'percent'; readonly factor: number }
  | { readonly sort: 'point' }
  | { readonly sort: 'currency'; readonly code: string }
  | { readonly sort: 'dimension'; readonly unit: DimensionUnit }
  | { readonly sort: 'length'; readonly unit: LengthUnit }
  | { readonly sort: 'counter' };

export interface UnitWord {
  readonly word: string;
  readonly end: number;
  readonly meaning: UnitMeaning;
}

type Entry = readonly [string, UnitMeaning];

const entries: Entry[] = [
  ['%', { sort: 'percent', factor: 1 }],
  ['‰', { sort: 'percent', factor: 0.1 }],
  ['‱', { sort: 'percent', factor: 0.01 }],
  ['个百分点', { sort: 'point' }],
  ['百分点', { sort: 'point' }],
  ...[...currencyWords].map(([word, code]): Entry => [word, { sort: 'currency', code }]),
  ...[...dimensionUnits].map(([word, unit]): Entry => [word, { sort: 'dimension', unit }]),
  ...[...lengthUnits].map(([word, unit]): Entry => [word, { sort: 'length', unit }]),
];
/** 角 is read with money only: 五角星 counts nothing. */
const known = new Set(['角', ...entries.map(([word]) => word)]);
/** Classifiers that promises seldom count in. */
const moreCounters =
  '章 句 段 页 首 尊 题 桩 群 排 步 圈 环 番 阵 顿 餐 桌 杯 碗 盘 盆 束 串 封 颗 粒 滴 朵 枝 丛 峰 窝 洞 发 针 员 队'.split(
    ' ',
  );
for (const word of [...measureUnits, ...moreCounters])
  if (!known.has(word)) entries.push([word, { sort: 'counter' }]);

/** By first character, longest first. */
const byFirst = new Map<string, Entry[]>();
for (const entry of entries.sort(([a], [b]) => b.length - a.length)) {
  const first = entry[0].charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
}

/** What a unit's characters mean where they begin another word: 方案, 成立, 分类, 人民政府, 度假. */
const otherWord =
  /(?:方[案面式向法便针]|成[立为效果功员品本熟都长]|分[类工析管布别级配享]|度假|人民|人大|点[多钟半]|家庭|家长|名[称单]|位于|部[署门委分级]|号召|天然|天津|年[级龄均轻限检]|周[边期围密]|日[常均照报益]|元[旦素宵月]|课[程题外]|级别|门户|个性|本[市县区省级]|口岸|头部|件事|对[接外口照于]|次序|次年|次会议|次全[会体]|节[约能水日]|里程|场景|例如|起来|起步|条例|条款|类[型别似]|组[织成建]|米[粉面]|尺[寸度]|寸步|克服|升[级学至到]|瓦[斯解]|伏[羲天]|码头|担[任保当]|顷刻|磅礴|卡[口车]|处[理置罚分于]|股[份权]|票[据价]|章[程]|句[号]|段[落]|页面|首[次个批先要届创家]|题[目材]|排[名水放污查行]|步[行骤伐入]|圈[层]|环[境保节]|阵[地]|餐[饮厅]|桌面|盘[活点]|束缚|封[闭控]|发[展生布挥电明改放]|针对|员工|队[伍员]|批[准复评发]|期间|期限|项目|层面|层次|户[籍外]|班[级子]|列[入为车]|间隔|间接|张[家贴]|份额|道[路德]|套[餐路]|台[账风湾]|座谈|宗旨|种[子植类]|轮[流岗换])/y;

const isLetter = (c: string): boolean => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

/** The unit or counter that begins at `at`, a blank before a Latin one allowed; null where none does. */
export function unitAt(text: string, at: number): UnitWord | null {
  const from = text.charAt(at) === ' ' && isLetter(text.charAt(at + 1)) ? at + 1 : at;
  for (const [word, meaning] of byFirst.get(text.charAt(from)) ?? []) {
    if (!text.startsWith(word, from)) continue;
    const end = from + word.length;
    // km of kmh, G of GDP: no units.
    if (isLetter(word.charAt(word.length - 1)) && isLetter(text.charAt(end))) continue;
    otherWord.lastIndex = from;
    if (word.length === 1 && otherWord.test(text)) continue;
    return { word, end, meaning };
  }
  return null;
}

const plainDenominator = /[百千万]{0,2}(?:人口|小时|季度|学期|学年|[年月日时秒])/y;

/** The denominator after a unit, slash and all: /人·年, /千人口, /日; empty where there is none. */
export function denominatorAt(text: string, at: number): string {
  let end = at;
  while (text.charAt(end) === '/' || (end > at && /[·・]/.test(text.charAt(end)))) {
    let from = end + 1;
    plainDenominator.lastIndex = from;
    if (plainDenominator.test(text)) {
      end = plainDenominator.lastIndex;
      continue;
    }
    while (/[百千万]/.test(text.charAt(from)) && from < end + 3) from++;
    const unit = unitAt(text, from);
    if (!unit) break;
    end = unit.end;
  }
  return text.slice(at, end);
}

/** Characters that follow a number as verbs or particles, never as classifiers. */
const noClassifier =
  /[大年月日时点号级届岁第的和与及至到或是为在以之将已了其个不无有看说做等均占比较达增减升降超过余多来左右上下前后内外中间并且但而因由从向对把被让给用会能可要应须需只都也还就才再又很更最低高小少矮短轻慢快长重强弱好差]/;
const pause = /[,，。;；、:：)）“”"\d\n]/;

/** A classifier that no lexicon has: one Han character right after the number and before a pause (串联7群、3市). */
export function unknownCounterAt(text: string, at: number): UnitWord | null {
  const c = text.charAt(at);
  const next = text.charAt(at + 1);
  if (!/[\u4e00-\u9fff]/.test(c) || isNumeralCharacter(c) || noClassifier.test(c)) return null;
  return next === '' || pause.test(next) ? { word: c, end: at + 1, meaning: { sort: 'counter' } } : null;
}
