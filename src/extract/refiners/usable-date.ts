import { isEnclosed } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext } from '../draft.js';
import type { DateMention } from '../values/date.js';
import { isBaseYear } from './base-year.js';
import { isOfAnother } from './date-of-another.js';

/** Years back from which on a date in an earlier clause tells history. */
const longAgo = 8;
const startsThere = /(?:自|从|由)$/u;
/** 2005年底前建成的小区: the date tells which ones. */
const attributive =
  /^(?:计划|拟)[^，。；\d]{1,8}的\d|^(?:以前|之前|前)?建成、[^，；]{2,16}|^(?:建成|建设|投用|开工|竣工|出台|成立|印发|批准|认定|入住|登记|发生|出生|参加)[^，；]{0,6}的/u;

/** 2005年底前建成的小区. */
const ofThose = /^(?:计划|拟)|^(?:以前|之前|前)?[\u4e00-\u9fff]{2}的|^(?:以前|之前|前)?建成、/u;
/** 今年的任务, 今年漏检的户数: which ones. */
const whose = /^(?:的|[漏新未欠待需应][\u4e00-\u9fff]{1,3}的)/u;
/** 2016年经市委、市政府研究决定，…: the year of the decision. */
const decided =
  /^(?:，)?(?:经|由)?[\u4e00-\u9fff、]{2,14}(?:研究|会议|讨论|审议)(?:决定|同意|确定|通过|批准)/u;
/** 2021年8月已安排实施了修复工程，计划投资300万元: the day of what is done, not of what is planned. */
const toldThere = (text: string, { clauses }: Draft['view'], mention: DateMention): boolean => {
  const own = clauses.find(({ start, end }) => mention.start >= start && mention.end <= end);
  return (
    own !== undefined &&
    !/[前底末]$|^[到至]/u.test(text.slice(mention.start, mention.end)) &&
    /^(?:我[局委市县区]|[省市县区])?已(?!列|纳|将|把|被)[\u4e00-\u9fff]{0,6}(?:实施|开工|启动|下达|立项|批复|动工)了?/u.test(
      text.slice(mention.end, own.end),
    )
  );
};

const isOver = ({ reference: { year, day } }: ExtractionContext, mention: DateMention): boolean =>
  day !== null
    ? mention.date !== null && mention.date < day
    : year !== null && mention.year !== null && mention.year < year;

/** Whether a date of the sentence may be the deadline of this item: not one that tells which, who, since when or for whom. */
export function usable(context: ExtractionContext, draft: Draft, mention: DateMention): boolean {
  if (mention.role === 'every') return false;
  // 毕业5年内的高校毕业生: who.
  if (
    mention.role === 'length' &&
    /(?:毕业|退役|出生|成立|注册|取得|离校|登记|入职|建成|创业|投产|上市)$/u.test(
      context.text.slice(Math.max(draft.view.start, mention.start - 2), mention.start),
    )
  )
    return false;
  // 建立“十三五”项目库: the period is a part of the name.
  if (
    mention.rule === 'five-year' &&
    draft.kind === 'milestone' &&
    /^[“"十]/u.test(context.text.slice(mention.start, mention.end)) &&
    /^[”"]?[\u4e00-\u9fff]{0,8}(?:规划|项目库|储备库|纲要)/u.test(
      context.text.slice(mention.end, mention.end + 14),
    )
  )
    return false;
  // 2024年申报了项目，目前正在招标，下一步动工: the year of what was done before the words turn.
  if (
    draft.stance === 'commitment' &&
    mention.end <= draft.clause.start &&
    /^(?:year|relative-year)$/u.test(mention.rule) &&
    !/[到至前底末内]/u.test(context.text.slice(mention.start, mention.end)) &&
    /^[^，；]*[\u4e00-\u9fff]了[^，；]*[，；](?:[^；]*，)?(?:截[至止]目前|目前|下一步|下步|接下来|今后)/u.test(
      context.text.slice(mention.end, draft.clause.start + 4),
    )
  )
    return false;
  // 次年提高限额: the year after each case, no day.
  if (mention.rule === 'relative-year' && context.text.startsWith('次年', mention.start)) return false;
  if (isOfAnother(context, draft, mention)) return false;
  const { text } = context;
  const { view } = draft;
  /** Whether the date stands in a clause before the draft's that is of this form. */
  const inEarlierClause = (form: RegExp): boolean =>
    mention.end <= draft.clause.start &&
    view.clauses.some(
      ({ start, end }) => mention.start >= start && mention.end <= end && form.test(text.slice(start, end)),
    );
  const before = text.slice(Math.max(view.start, mention.start - 3), mention.start);
  if (
    (startsThere.test(before) && mention.rule !== 'year-range') ||
    isBaseYear(text, view.start, mention) ||
    /^增长/.test(text.slice(mention.end, mention.end + 2))
  )
    return false;
  // 紧盯2021年建设目标: which targets.
  if (
    /^(?:年?度?)[\u4e00-\u9fff]{0,6}目标/u.test(text.slice(mention.end, mention.end + 10)) &&
    /(?:紧盯|围绕|锚定|对照|聚焦|按照|对标)$/u.test(
      text.slice(Math.max(view.start, mention.start - 4), mention.start),
    )
  )
    return false;
  // 使用2025年省级水利资金42万元: which money. 2016年经市政府研究决定…: when it was decided.
  if (
    /^度?(?:中央|国家|省级?|市级|县级|区级|州级|上级|财政|本级|地方|专项|第[一二三四]批)[\u4e00-\u9fff]{0,14}?(?:资金|补助|债券|经费|预算内?投资)/u.test(
      text.slice(mention.end, mention.end + 24),
    ) &&
    (/(?:使用|利用|动用|申请|争取|整合|统筹)$/u.test(before) ||
      /^(?:用|利用|从)/u.test(text.slice(mention.start, mention.end)))
  )
    return false;
  if (draft.stance === 'commitment' && decided.test(text.slice(mention.end, mention.end + 24))) return false;
  if (draft.stance === 'commitment' && mention.end <= draft.clause.start && toldThere(text, view, mention))
    return false;
  // 2025年底前建成全省统一的平台: a goal, by the form of its day.
  const goal =
    /[前内]$/u.test(text.slice(mention.start, mention.end)) &&
    !ofThose.test(text.slice(mention.end, mention.end + 14));
  if (!goal && attributive.test(text.slice(mention.end, mention.end + 14))) return false;
  // 10月底前补齐今年漏检的3万户: this year's, by a day of its own.
  if (
    /year$/u.test(mention.rule) &&
    whose.test(text.slice(mention.end, mention.end + 6)) &&
    view.dates.some(
      (d) =>
        d !== mention &&
        d.role === 'by' &&
        !/year$/u.test(d.rule) &&
        d.start >= draft.clause.start &&
        d.end <= draft.clause.end,
    )
  )
    return false;
  // 2018年产业园工作建设以来: a beginning.
  if (/^[^，。；：]{2,14}以来/u.test(text.slice(mention.end, mention.end + 18))) return false;
  // 待2017年新购车辆到位后，公司将…: when what is waited for comes.
  if (inEarlierClause(/^(?:待|等到?|如果?|若)[^，]*(?:后|时|的话)$/u)) return false;
  // 已硬化1755公里（2016年10月普查数据），其中…: a bracket's day is that of the value before it.
  if (
    mention.end <= draft.clause.start &&
    isEnclosed(text, view.start, mention.start, '（', '）') &&
    view.quantities.some((q) => q.end <= mention.start) &&
    !isEnclosed(text, view.start, draft.quantity?.start ?? draft.clause.start, '（', '）')
  )
    return false;
  // 预计8月底完工，完工后每天开放不少于4小时: how often, once it is done.
  if (
    mention.end <= draft.clause.start &&
    /^每[日天周月]?$/u.test(draft.per?.slice(0, 2) ?? '') &&
    view.clauses.some(
      ({ start, end }) =>
        start >= mention.end &&
        start <= draft.clause.start &&
        /^[^，]{0,8}(?:完工|建成|竣工|投用|开放|启用|投入使用)(?:之)?后/u.test(text.slice(start, end)),
    )
  )
    return false;
  // 依托青山县2019年示范项目，建成…: the year of what it leans on.
  if (
    inEarlierClause(
      /^[^，]{0,4}(?:依托|借助|利用|根据|按照?|结合)[^，]{2,}(?:项目|工程|行动|方案|规划|通知|意见|要求|机遇|契机)$/u,
    )
  )
    return false;
  // 2020年升级为三级馆，拟租借房屋: a promise is not for a year that an earlier clause left behind.
  if (
    draft.stance === 'commitment' &&
    mention.year !== null &&
    context.reference.day !== null &&
    mention.date !== null &&
    mention.date < context.reference.day &&
    mention.end <= draft.clause.start
  )
    return false;
  // 5项预计10月底前完成；已办理948件: by when others are to be done.
  if (
    draft.stance === 'achievement' &&
    !mention.asOf &&
    // 2019年10月底前建成5个；配置8辆: told when that day was over.
    !(mention.inferred.length === 0 && isOver(context, mention)) &&
    mention.end <= draft.clause.start &&
    /前$/u.test(text.slice(mention.start, mention.end)) &&
    text.slice(mention.end, draft.clause.start).includes('；')
  )
    return false;
  // 学校于2000年迁至现址，占地60亩: an event of long ago dates nothing that is told of today.
  if (
    draft.stance === 'achievement' &&
    mention.rule !== 'five-year' &&
    mention.year !== null &&
    context.reference.year !== null &&
    mention.year < context.reference.year - longAgo &&
    mention.end <= draft.clause.start
  )
    return false;
  if (
    mention.role === 'by' &&
    /^的\d/u.test(text.slice(mention.end, mention.end + 2)) &&
    /(?:由|从)[^，]{0,6}$/u.test(text.slice(Math.max(view.start, mention.start - 8), mention.start))
  )
    return false;
  // 县里从2012年动手，计划五年改造2万亩，头两年改了8600亩: how long the plan runs dates no result.
  if (
    draft.stance === 'achievement' &&
    mention.rule === 'year' &&
    /^[从自]/u.test(text.slice(mention.start, mention.end)) &&
    !isOver(context, mention)
  )
    return false;
  // 改造4500户（截至5月已改3871户）, 达到120亿元（2021年末为76.3亿元）: how far it was, beside what is promised.
  if (
    draft.stance === 'commitment' &&
    mention.start >= draft.clause.start &&
    (mention.asOf || isOver(context, mention)) &&
    isEnclosed(text, view.start, mention.start, '（', '）') &&
    !isEnclosed(text, view.start, draft.quantity?.start ?? draft.clause.start, '（', '）')
  )
    return false;
  // 补齐上年缺口: a promise is not for the year that is over.
  if (
    draft.stance === 'commitment' &&
    !mention.asOf &&
    mention.inferred.includes('year') &&
    mention.year !== null &&
    context.reference.year !== null &&
    mention.year < context.reference.year
  )
    return false;
  if (isEnclosed(text, view.start, mention.start, '《', '》')) return false;
  // 完成全年任务的59%: the task's name.
  if (
    draft.stance === 'achievement' &&
    /^(?:全年|当年|年度)$/u.test(text.slice(mention.start, mention.end)) &&
    /^(?:目标|任务|计划|指标|考核)/u.test(text.slice(mention.end, mention.end + 2))
  )
    return false;
  // 列为2025年市政府重点工作: the year of a list, not of the value, unless nothing else is there.
  return !/^(?:度)?(?:[省市县区州]级重点|政府|市政府|县政府|省政府|民生|重点工作|年度)/.test(
    text.slice(mention.end, mention.end + 5),
  );
}
