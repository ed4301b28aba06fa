import { before, clauseOf, type Exclusion } from './exclusion.js';

/** Numbers that others are held against, or that tell which ones are meant: 高于12%的目标, 编制50人（含）以上, 30万千瓦以下机组. */
export const comparedExclusions: readonly Exclusion[] = [
  {
    // 高于年初12%的目标14.4个百分点: what is compared with.
    rule: 'baseline',
    holds: (t, q, v) =>
      /^的?(?:预期|年度|年初|全年|调控|既定|控制)*(?:目标|任务|水平|增速|均值|平均)[^，；]{0,6}\d[\d.]*个?百分点/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 24)),
      ) &&
      /[高低快慢多少超][于过出出][^，；]{0,16}$/u.test(t.slice(Math.max(v.start, q.start - 20), q.start)),
  },
  {
    // 对年收入首次突破1亿元、5亿元的，分别给予…: who is meant.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        clause.mark === '，' &&
        /^(?:（[^）]*）)?(?:对|凡|对于)/u.test(t.slice(clause.start, clause.end)) &&
        t.charAt(clause.end - 1) === '的' &&
        !/给予|奖励|补助/u.test(t.slice(clause.start, q.start))
      );
    },
  },
  {
    // 培育年产值50亿元企业2家、10亿元企业5家: how big those are that are counted.
    rule: 'size-of-what',
    holds: (t, q, v) =>
      /元$/u.test(q.unit) &&
      /^(?:级|以上的?|的)?(?:工业|商贸|龙头|骨干|重点|农业|服务业)?(?:企业|项目|园区|产业园|集群|产业集群|镇|街道|村|商圈)[约近超]?(?:不少于|不低于)?\d+(?:[-—–~至]\d+)?[个家户]/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 22)),
      ),
  },
  {
    // 对零售额超过1亿元且增速不低于10%的企业奖励10万元: which of them.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        q.comparator !== null &&
        /^(?:对|凡|对于)/u.test(t.slice(clause.start, clause.start + 2)) &&
        /^(?:且|或|、|并)?[^，；]{0,24}的(?:企业|单位|个人|项目|农户|人员|机构)[^，；]{0,6}(?:给予|奖励|补助|补贴|奖补)/u.test(
          t.slice(q.end, clause.end),
        )
      );
    },
  },
  {
    // 编制50人（含）以上的机关: whom it is for.
    rule: 'condition',
    holds: (t, q, v) =>
      /^（含(?:本数)?）以[上下内](?:的|[\u4e00-\u9fff]{2})/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 14)),
      ) && !/(?:达到?|完成|实现|建成|新增)$/u.test(before(t, q, v)),
  },
  {
    // 淘汰10蒸吨及以下燃煤锅炉, 关停30万千瓦以下机组: the size of those that are done away with.
    rule: 'size-of-what',
    holds: (t, q, v) =>
      /(?:蒸吨|吨|千瓦|兆瓦|立方米|平方米|马力|千伏)(?:\/[^，]{1,3})?$/u.test(q.unit) &&
      /^(?:及?以下)?(?:的)?[\u4e00-\u9fff]{2}/u.test(t.slice(q.end, Math.min(v.end, q.end + 8))) &&
      /以下/u.test(t.slice(q.start, q.end + 4)) &&
      /(?:淘汰|关停|关闭|拆除|取缔|整治|退出|禁止|不再新建|清理|改造)[^，；]{0,30}$/u.test(
        t.slice(Math.max(v.start, q.start - 36), q.start),
      ),
  },
  {
    // 在完成5437户重建和10万户加固的基础上: presupposed.
    rule: 'as-a-means',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        /的基础上$/u.test(t.slice(q.end, clause.end)) &&
        // 在去年增长5.9%、总量达187亿元的基础上: told in passing, and told.
        !/在(?:去年|上年)/u.test(t.slice(clause.start, q.start)) &&
        /在[^，]*$/u.test(t.slice(clause.start, q.start))
      );
    },
  },
];
