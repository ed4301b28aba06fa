import type { Comparator } from '../../domain/item.js';
import { numeralAt } from './numeral.js';
import { unitAt } from './unit.js';

/** A value without its comparator. */
export interface ParsedValue {
  end: number;
  /** Where the digits end, if that is known. */
  numberEnd?: number;
  value: number;
  valueMax: number | null;
  unit: string;
  unitKnown: boolean;
  chinese: boolean;
  approximate: Comparator | null;
  rules: string[];
}

const orders: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** Words that are values without a plain numeral: 三分之二, 百分之九十, 七成五, 翻一番, 一半, 近百, 数十. */
const wordValues: readonly {
  readonly rule: string;
  readonly regex: RegExp;
  readonly parse: (m: RegExpExecArray) => Partial<ParsedValue> | null;
}[] = [
  {
    rule: 'fraction',
    regex: /([一二两三四五六七八九十百千万\d]{1,4})分之([零〇一二两三四五六七八九十百点\d.]{1,6})/y,
    parse: (m) => {
      const below = orders[m[1] ?? ''] ?? numeralAt(m[1] ?? '', 0)?.value ?? 0;
      const [whole, point] = (m[2] ?? '').split('点');
      const above =
        (whole === '百' ? 100 : (numeralAt(whole ?? '', 0)?.value ?? 0)) +
        (point ? Number(`0.${numeralAt(point, 0)?.value ?? 0}`) : 0);
      return below > 0 ? { value: Math.round((above / below) * 10_000) / 100, unit: '%' } : null;
    },
  },
  {
    // 达到1/3, 占全国1/10
    rule: 'slash-fraction',
    regex:
      /(?<=[达到占的约国省市县区近超过])([1-9]\d?)\/([1-9]\d?)(?![\d/年月日])(?=以上|以下|左右|的|[，。；、）\n]|$)/y,
    parse: (m) => ({ value: Math.round((Number(m[1]) / Number(m[2])) * 10_000) / 100, unit: '%' }),
  },
  {
    rule: 'tenths',
    regex:
      /([一二两三四五六七八九1-9])成([一二三四五六七八九半])?(多)?(?=以上|以下|左右|的|，|。|；|、|）|\n|$)/y,
    parse: (m) => ({
      approximate: m[3] ? '~' : null,
      value:
        (numeralAt(m[1] ?? '', 0)?.value ?? 0) * 10 +
        (m[2] === '半' ? 5 : m[2] ? (numeralAt(m[2], 0)?.value ?? 0) : 0),
      unit: '%',
    }),
  },
  {
    rule: 'doubling',
    // 实现翻番; 翻番计划: a name.
    regex: /翻了?(?:([一两二三四])番|倍|番(?!计划|行动|工程|方案|战略|攻坚|目标))/y,
    parse: (m) => ({ value: m[1] ? 2 ** (numeralAt(m[1], 0)?.value ?? 1) : 2, unit: '倍' }),
  },
  {
    rule: 'half',
    regex: /(?:一半|半数)(?=以上|以下|左右|的|，|。|；|、|）|\n|$)/y,
    parse: () => ({ value: 50, unit: '%' }),
  },
];

const vague = /(近|上|数|几|(?<![完建达形变])成)([十百千])(余)?([万亿])?/y;
/** 千座以上, 百家以上: the order alone, with the bound behind its unit. */
const bareOrder = /(?<=[达到超过破])()([百千])()([万亿])?(?=[\u4e00-\u9fff]{1,3}以上)/y;

const beginsVague = new Uint8Array(65_536);
for (const c of '近上数几成百千') beginsVague[c.charCodeAt(0)] = 1;

/** 近百家, 数十项, 上千人, 千座以上: an order of magnitude. */
export function vagueNumber(text: string, at: number): ParsedValue | null {
  if (!beginsVague[text.charCodeAt(at)]) return null;
  vague.lastIndex = bareOrder.lastIndex = at;
  const match = vague.exec(text) ?? bareOrder.exec(text);
  if (!match) return null;
  const size = match[2] === '十' ? 10 : match[2] === '百' ? 100 : 1000;
  const numberEnd = at + match[0].length - (match[4]?.length ?? 0);
  const unit = unitAt(text, numberEnd);
  if (!unit) return null;
  const approximate: Comparator = match[1] === '近' ? '~' : '>=';
  return {
    end: unit.end,
    value: size,
    valueMax: null,
    unit: unit.unit,
    unitKnown: true,
    chinese: true,
    approximate,
    rules: ['vague-number'],
  };
}

/** Whether a place may begin a value in words at all, by the characters that each of them must hold. */
function couldBeWords(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x7ffb: // 翻
    case 0x534a: // 半
      return true;
    default:
  }
  for (let i = at + 1; i <= at + 4; i++) {
    const code = text.charCodeAt(i);
    // 分, 成, /, 半
    if (code === 0x5206 || code === 0x6210 || code === 0x2f || code === 0x534a) return true;
  }
  return false;
}

/** A value in words that begins at `at`, or null. */
export function wordNumber(text: string, at: number): ParsedValue | null {
  if (!couldBeWords(text, at)) return null;
  for (const { rule, regex, parse } of wordValues) {
    regex.lastIndex = at;
    const match = regex.exec(text);
    if (!match) continue;
    const parsed = parse(match);
    if (!parsed || parsed.value === undefined || parsed.unit === undefined) continue;
    return {
      end: at + match[0].length,
      value: parsed.value,
      valueMax: null,
      unit: parsed.unit,
      unitKnown: true,
      chinese: true,
      approximate: parsed.approximate ?? null,
      rules: [rule],
    };
  }
  return null;
}
