import type { Fact } from './fact.js';
import type { Place } from './places.js';
import type { Chooser } from './random.js';
import type { Trade } from './trades.js';
import { type Writer, writePromise } from './writer.js';

export const numerals = [...'一二三四五六七八九十'];

/** Sentences that promise by effort alone, and such as any reply has: none is an item. */
const fillers = [
  '坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，压实工作责任，健全工作机制。',
  '进一步加强组织领导，完善部门协作机制，推动各项任务落地见效。',
  '加大宣传力度，营造全社会共同关心、支持和参与的良好氛围。',
  '强化督促指导，定期调度工作进展，及时研究解决遇到的困难和问题。',
  '积极向上争取政策和资金支持，不断提升服务能力和水平。',
];

export const officesOf = ({ name, level }: Place, trade: Trade): readonly [full: string, short: string] => [
  `${name}${trade.office}`,
  `${level}${trade.office}`,
];

export const dated = (year: number, month: number, day: number) => ({
  written: `${year}年${month}月${day}日`,
  iso: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
});

/** 全县, 全市: stands before shares alone. */
export const wideBefore = ({ sort }: Fact, { level }: Place): string => (sort === 'rate' ? `全${level}` : '');

/** A paragraph of promises, two at most in a sentence, and who answers for them. */
export function promiseParagraph(
  writer: Writer,
  chooser: Chooser,
  facts: readonly Fact[],
  place: Place,
  responsible: readonly string[],
): void {
  if (chooser.chance(0.5)) writer.say(chooser.pick(fillers));
  const tagged = responsible.length > 0;
  for (const fact of facts) {
    const all = chooser.chance(0.6) ? wideBefore(fact, place) : '';
    writePromise(writer, fact, { lead: `${fact.when.text}，`, all, responsible, scope: 'clause' });
    writer.say('。');
  }
  if (tagged) writer.say(`（责任单位：${responsible.join('、')}）`);
  else if (chooser.chance(0.4)) writer.say(chooser.pick(fillers));
  writer.say('\n\n');
}
