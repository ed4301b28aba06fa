import type { DocumentMeta } from '../../domain/document.js';
import type { Item } from '../../domain/item.js';

/** An item as it is about to be told, and where it stands. */
export interface Told {
  readonly item: Omit<Item, 'id'>;
  /** The source's text, in which the item's offsets count. */
  readonly text: string;
  readonly meta: DocumentMeta;
  /** How many items the document has. */
  readonly siblings: number;
}

/** An item and its sentence. */
export interface Around extends Told {
  /** The words of its sentence before the quote and after it, without the quote. */
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  /** How far promise and result lie apart in the weighing of the stance. */
  readonly margin: number;
}

const reach = 160;
const stops = new Uint8Array(65_536);
for (const stop of '。；！？;') stops[stop.charCodeAt(0)] = 1;

/** Whether a sentence ends at an offset: at a stop, or at a blank line. */
function endsAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 ? text.charCodeAt(at + 1) === 10 : stops[code] === 1;
}

/** The sentence that an item stands in, cut at its reach: a line that lost its stops is no sentence. */
export function around({ item, text, meta, siblings }: Told): Around {
  let from = item.start;
  while (from > 0 && item.start - from < reach && !endsAt(text, from - 1)) from--;
  let to = item.end;
  while (to < text.length && to - item.end < reach && !endsAt(text, to)) to++;
  return {
    item,
    text,
    meta,
    siblings,
    before: text.slice(from, item.start),
    after: text.slice(item.end, to),
    sentence: text.slice(from, to),
    margin: margin(item),
  };
}

const anyDate =
  /(?:19|20)\d{2}年|[本今明去]年|年[底末内中初]|[一二三四五六七八九十\d]月(?:底|末|份)?前?|十[一二三四五]五|月底|季度|期间/gu;
const figures = /\d[\d.,]*|[一二三四五六七八九十百千万]{2,}/gu;

function count(text: string, what: RegExp): number {
  let hits = 0;
  what.lastIndex = 0;
  while (what.test(text)) hits++;
  return hits;
}

const yearOf = (day: string | null | undefined): number | null => (day ? Number(day.slice(0, 4)) : null);
const wordsOfDeadline = ({ item }: Around): string => item.deadline?.text ?? '';

/** What makes a reader more or less sure of an item; each by name, none with a weight of its own (weights.ts). */
const signs: Readonly<Record<string, (told: Around) => boolean>> = {
  'stance:weak': ({ margin }) => margin < 1,
  'stance:slight': ({ margin }) => margin >= 1 && margin < 2.5,
  'stance:strong': ({ margin }) => margin >= 5,
  'stance:promise-of-past-year': ({ item, meta }) =>
    item.stance === 'commitment' && (yearOf(item.deadline?.date) ?? 9999) < (yearOf(meta.date) ?? 0),
  'stance:result-of-coming-year': ({ item, meta }) =>
    item.stance === 'achievement' && (yearOf(item.deadline?.date) ?? 0) > (yearOf(meta.date) ?? 9999),
  'stance:both-tongues': ({ sentence }) =>
    /已|了|累计|截至|完成/u.test(sentence) && /将|力争|计划|确保|到20|底前|拟/u.test(sentence),
  'stance:neither-tongue': ({ sentence }) =>
    !/已|了|累计|截至|完成|建成|达|共|现有|目前/u.test(sentence) &&
    !/将|力争|计划|确保|到20|底前|拟|要|争取|目标/u.test(sentence),
  'stance:others-speak': ({ sentence }) =>
    /如[：，]|例如|国家|全国|建议|您|代表提出|委员提出|按照|根据|规定|标准|意见》|办法》|通知》/u.test(
      sentence,
    ),
  'stance:condition': ({ sentence }) =>
    /若|如果|一旦|凡|对[^，。]{2,20}的，|可(?:以|享受|申请)|符合/u.test(sentence),
  'item:crowded': ({ item }) => item.quote.length > 9 && count(item.quote, figures) > 3,
  'item:very-crowded': ({ item }) => item.quote.length > 19 && count(item.quote, figures) > 8,
  'item:long': ({ item }) => item.quote.length > 60,
  'item:very-long': ({ item }) => item.quote.length > 120,
  'item:broken-line': ({ item }) => item.quote.includes('\n'),
  'item:blanks': ({ item }) => /[ \u3000\t]{2,}|\t|\|/u.test(item.quote),
  'item:single-blanks': ({ item }) => /[\u4e00-\u9fff\d] [\u4e00-\u9fff\d]/u.test(item.quote),
  'item:first-words': ({ item }) => item.start < 120,
  'item:money': ({ item }) => /元$/u.test(item.unit ?? ''),
  'item:percent': ({ item }) => /^[%％‰]|百分/u.test(item.unit ?? ''),
  'item:small': ({ item }) => item.value !== null && item.value < 4 && !/[%％]/u.test(item.unit ?? ''),
  'item:no-unit': ({ item }) => item.unit === null && item.kind === 'quantity',
  'item:in-brackets': ({ before, after }) => /（[^）]*$/u.test(before) && /^[^（]*）/u.test(after),
  'item:in-quotation': ({ before, after }) => /[“《][^”》]*$/u.test(before) && /^[^“《]*[”》]/u.test(after),
  'item:colon-before': ({ before }) => /[:：]\s*$/u.test(before),
  'item:among-many': ({ siblings }) => siblings > 40,
  'item:among-few': ({ siblings }) => siblings < 6,
  'indicator:short': ({ item }) => item.indicator.length < 4,
  'indicator:long': ({ item }) => item.indicator.length > 16,
  'indicator:very-long': ({ item }) => item.indicator.length > 24,
  'indicator:figures': ({ item }) => /\d/u.test(item.indicator),
  'indicator:stops': ({ item }) => /[，。；：:;]/u.test(item.indicator),
  'indicator:list': ({ item }) => /、/u.test(item.indicator),
  'indicator:particles': ({ item }) => /[了将已已把被]/u.test(item.indicator),
  'indicator:of': ({ item }) => /的/u.test(item.indicator),
  'indicator:odd-first': ({ item }) => /^[的和及与对在将已了并为由其该等至到从按使以]/u.test(item.indicator),
  'indicator:odd-last': ({ item }) => /[的和及与对在将已了并为由其该等至到从按使以是]$/u.test(item.indicator),
  'indicator:rate': ({ item }) =>
    /(?:率|比例|占比|比重|覆盖面|合格|指数|增幅|增速|水平)$/u.test(item.indicator),
  'indicator:amount': ({ item }) =>
    /(?:数|数量|总量|量|总数|面积|里程|规模|额|总额|收入|支出|产值|增加值|投资|资金|人数|个数|能力|长度|产量|经费|费用)$/u.test(
      item.indicator,
    ),
  'indicator:verb-first': ({ item }) =>
    /^(?:新建|改建|扩建|建成|建设|完成|实施|开展|推进|组织|举办|培训|培育|引进|打造|落实|发放|投入|安排|争取|改造|新增|设立|创建|整治|治理|办理|开工|启动|提升|拨付|补助|资助|支持|处理|查处|检查|排查)/u.test(
      item.indicator,
    ),
  'indicator:unbalanced': ({ item }) =>
    count(item.indicator, /[（(《“]/gu) !== count(item.indicator, /[）)》”]/gu),
  'indicator:not-in-quote': ({ item }) => !item.quote.includes(item.indicator),
  'indicator:others-before': ({ before, item }) => count(before, figures) > 2 && item.valueStart !== null,
  'indicator:respectively': ({ sentence }) => /分别/u.test(sentence),
  'indicator:of-which': ({ sentence }) => /其中/u.test(sentence),
  'deadline:date-passed-over': (told) => told.item.deadline === null && count(told.sentence, anyDate) > 0,
  'deadline:several-dates': ({ sentence }) => count(sentence, /(?:19|20)\d{2}年/gu) > 1,
  'deadline:inferred': ({ item }) => (item.deadline?.inferred.length ?? 0) > 0,
  'deadline:open': ({ item }) => item.deadline !== null && item.deadline.date === null,
  'deadline:bare-year': (told) => /^\D{0,2}(?:19|20)\d{2}年$/u.test(wordsOfDeadline(told)),
  'deadline:by': (told) => /前|底|末|到|至/u.test(wordsOfDeadline(told)),
  'deadline:none-of-promise': ({ item }) => item.deadline === null && item.stance === 'commitment',
  'deadline:none-of-result': ({ item }) => item.deadline === null && item.stance === 'achievement',
  'deadline:document-dateless': ({ meta }) => meta.date === null,
  'deadline:title-has-period': ({ meta }) => meta.period !== null,
  'deadline:title-has-year': ({ meta }) => /(?:19|20)\d{2}/u.test(meta.title ?? ''),
  'responsible:none-of-promise': ({ item }) => item.responsible.length === 0 && item.stance === 'commitment',
  'responsible:several': ({ item }) => item.responsible.length > 2,
  'responsible:long': ({ item }) => item.responsible.some((name) => name.length > 14),
  'responsible:named-near': ({ item, sentence }) =>
    item.responsible.length === 0 &&
    /[局委厅办](?:将|要|已|会|负责|牵头)|由[\u4e00-\u9fff]{2,12}[局委厅办公司]/u.test(sentence),
  'responsible:tag-near': ({ item, after }) =>
    item.responsible.length === 0 && /责任单位|牵头|配合单位/u.test(after),
  'document:untitled': ({ meta }) => meta.title === null,
  'document:short': ({ text }) => text.length < 1_000,
};

/** How far promise and result lie apart in the weighing of the stance. */
function margin({ rules }: Pick<Item, 'rules'>): number {
  const sum = rules.stance?.find((rule) => rule.startsWith('sum:'));
  return sum === undefined ? 2 : Math.abs(Number(sum.slice(4)));
}

/** Takes a sign: what it is told by, and what that says. */
export type Say = (group: string, value: string) => void;

/** What is told of an item by its fields' values and by the rules that filled them. */
export function sayFields({ item, meta }: Told, say: Say): void {
  say('kind=', item.kind);
  say('stance=', item.stance);
  say('strength=', item.strength);
  say('comparator=', item.comparator ?? 'null');
  say('deadline=', `${item.deadline?.scope ?? 'none'} of ${item.stance}`);
  say('document=', meta.kind);
  if (item.per !== null) say('', 'per');
  if (item.change !== null) say('', 'change');
  if (item.hedged) say('', 'hedged');
  for (const field in item.rules) {
    const group = `${field}<`;
    for (const rule of item.rules[field] ?? []) if (!rule.startsWith('sum:')) say(group, rule);
  }
}

/** The signs that are more than a field's value or a rule's name. */
export const namedSigns = Object.entries(signs);

/** Says the signs that hold for an item; a rule that filled a field twice, twice. */
export function saySigns(told: Told, say: Say): void {
  const seen = around(told);
  for (const [name, holds] of namedSigns) if (holds(seen)) say('', name);
  sayFields(told, say);
}
