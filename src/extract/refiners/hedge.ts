import type { Span } from '../../domain/source-text.js';
import { hedgeWords } from '../lexicon/hedge-words.js';

/** 力争建成30处，确保覆盖率达到90%: the firmer word takes back what the hedge gave. */
const firmer = /^.*(?:确保|保证|务必|必须)/su;
/** 积极争取国家重大专项，实施10个: money and favours are sought of others; what is done is not hedged by that. */
const sought =
  /争取[^，。；：]{2,24}(?:专项|资金|支持|项目|政策|试点|指标|额度|资格|荣誉|称号)(?=[，。；：])/gu;
/** 进出口总额争取实现正增长: a hedge behind its own subject. Days and adverbs before it are none. */
const subject = /^(?!.*(?:[年月底末]|同时|并|全力|积极)[^，]{0,4}$)(?![到至在于]).*[\u4e00-\u9fff]{4,}$/u;
/** 城镇新增就业45万人: what has a name of its own before its value. */
const named =
  /^(?!同比|比上|比去|较上|年均|分别|其中|平均)[\u4e00-\u9fff“”（）]{2,}(?:[率额值量数度积重费入资款人口户幅]|投资|收入|支出|能耗|就业)[^，\d]{0,8}\d/u;

/**
 * Whether a hedge governs what a clause says (ruling 13: from where it stands to the list's end).
 * @param from where the clause's list begins, a clean offset
 */
export function isHedged(text: string, from: number, { start, end }: Span): boolean {
  const withoutTitles = (words: string): string => words.replace(/《[^》]*》/gu, '');
  const own = withoutTitles(text.slice(start, end));
  if (hedgeWords.test(own)) return true;
  if (firmer.test(own)) return false;
  const earlier = withoutTitles(text.slice(from, start)).replace(firmer, '').replace(sought, '');
  if (!hedgeWords.test(earlier)) return false;
  const ownName = named.test(own);
  return earlier.split(/[，：]/u).some((clause) => {
    const at = hedgeWords.exec(clause);
    return at !== null && !(ownName && subject.test(clause.slice(0, at.index)));
  });
}
