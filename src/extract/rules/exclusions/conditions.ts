import { after, before, clauseOf, type Exclusion } from './exclusion.js';

/** Numbers that say when, for whom or by what means something holds: 服务人口少于1000人的村, 若年均增速达到8%. */
export const conditionExclusions: readonly Exclusion[] = [
  {
    // 由于径流面积在200平方公里以下，未能列入规划: why not.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        /^(?:因|由于|鉴于)/u.test(t.slice(clause.start, clause.start + 2)) &&
        /^，(?:故|因此|所以|暂|目前)?(?:未能?|尚未|无法|不能|不符合|不具备|不满足|没有|难以|不予)/u.test(
          t.slice(clause.end, Math.min(v.end, clause.end + 10)),
        )
      );
    },
  },
  {
    // 因水沟剩余3公里未修复: why.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        /^(?:因|由于|鉴于|因为)[^，]*(?:剩余|尚有|仍有|还有|缺口|不足|仅有?|只有)[^，]{0,6}$/u.test(
          t.slice(clause?.start ?? v.start, q.start),
        ) && /^[^，]{0,12}(?:未|没有|无法|不)/u.test(t.slice(q.end, clause?.end ?? v.end))
      );
    },
  },
  {
    // 低于100mg/L的, 超国家规定的45人标准班额: a threshold, whose own noun is not said or is the state's.
    rule: 'threshold',
    holds: (t, q, v) =>
      (q.comparator !== null && /^的(?:[，；。]|$|(?:共?有|为|达|占)\d)/.test(t.slice(q.end, q.end + 5))) ||
      // 与基本要求4.5个相差甚远: what one falls short of.
      /^[^，。]{0,8}(?:相差|差距|的差距|有差距)/.test(t.slice(q.end, q.end + 14)) ||
      (q.unit !== '项' && /国家(?:规定|标准)的?$/.test(before(t, q, v))) ||
      /^标准班额/.test(t.slice(q.end, q.end + 4)),
  },
  {
    // 10名以上孤寡老人的行政村都建有安居点, 1所200张床位以上的养老机构: which villages, what kind of home.
    rule: 'threshold',
    holds: (t, q, v) => {
      const tail = t.slice(q.end, Math.min(v.end, q.end + 44));
      if (/^[^，。；\d]{0,5}以上的?$/u.test(tail)) return false;
      const isOver =
        /以[上下]$/u.test(t.slice(q.numberEnd, q.end)) || /^[\u4e00-\u9fff]{1,4}以[上下]的/u.test(tail);
      // 500家以上企业均实现转型: what is counted is the promise itself (ruling 2).
      if (!isOver || !/(?:人|名|位|户|人次|张|床|亩|平方米)$/u.test(q.unit)) return false;
      const isOfCounted = v.quantities.some((other) => other.end === q.start && !/[%‰]/u.test(other.unit));
      return (
        (isOfCounted && /^的[^，。；\d]{2,20}(?:[，。；、]|$)/u.test(tail)) ||
        /^[^，。；\d]{0,24}?(?:[区县市镇乡村街园校院）]|社区|机构|企业|单位|小区|场所)(?:都|均|各|全部|要|应|须|必须)(?:建|设|配|有|达|实现|开展)/u.test(
          tail,
        )
      );
    },
  },
  {
    // 年收益超10万元的村占比达55%: a threshold inside a share's name.
    rule: 'threshold-of-share',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        !/%|‰/.test(q.unit) &&
        /^[^，；%]{0,30}?(?:占比|比例|比重|覆盖率|达标率|[\u4e00-\u9fff]率)(?:分别)?(?:均)?(?:达|提高|提升|为|超|不低|增长|到|稳定|控制)[^，；]{0,6}\d/.test(
          t.slice(q.end, clause.end),
        ) &&
        q.comparator !== null
      );
    },
  },
  {
    // 无法满足周边近1.5万居民生活需要, 无法安排150万元补助: for whom, and what will not be.
    rule: 'condition',
    holds: (t, q, v) =>
      /无法(?:满足|承担|解决|安排)[^，]{0,6}$/u.test(before(t, q, v, 12)) ||
      (/(?:满足|保障)/u.test(before(t, q, v, 12)) &&
        /^(?:万|余)*(?:名|人|户)?(?:居民|群众|村民|师生|学生|老人|人口)[^，。；\d]{0,16}(?:需要|需求|要求)/u.test(
          t.slice(q.numberEnd, q.numberEnd + 26),
        )),
  },
  {
    // 服务人口少于1000人的村, 人口超过50万的县, 满4年的人员, 0-6岁儿童: whom a measure is for.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      const head = t.slice(clause?.start ?? v.start, q.start);
      const tail = after(t, q, v, 8);
      // 若年均增速达到8%: supposed, not set.
      if (
        /^(?:若|如果|倘若|假如)/.test(head) &&
        /^(?:左右|以上)?$/.test(t.slice(q.end, clause?.end ?? v.end))
      )
        return true;
      if (/%|‰/.test(q.unit)) return false;
      // 面积超过5平方公里或居住人口5万人以上的乡镇: one of two conditions.
      if (
        q.comparator !== null &&
        /^(?:或者?|且|、)[^，。；\d]{0,8}\d[^，。；]{0,6}以[上下内]的/.test(
          t.slice(q.end, Math.min(v.end, q.end + 30)),
        )
      )
        return true;
      if (
        /(?:人口|规模|人数|面积|收入|年龄|连续|已?满|年限|产值|规格|职工|户数|金额|注册资本)(?:规模|总数|数|在)?$/.test(
          head,
        ) &&
        // 设立总规模30亿元的基金: what is set up.
        !/(?:设立|组建|成立)总规模$/u.test(head) &&
        /^(?:及以[上下])?(?:的|且)/.test(tail)
      )
        return true;
      if (
        /(?:少于|不足|未满|年满|已满|满|超过|高于|低于|大于|达到)$/.test(t.slice(q.start, q.numberStart)) &&
        /^的/.test(tail) &&
        /(?:对|凡|符合|服务人口|人口)/.test(head)
      )
        return true;
      // 项目要求占地达到1.5万平方米，但城区没有…: what is asked for and cannot be met.
      if (
        /要求[^，]{0,12}$/u.test(head) &&
        /^[，；](?:但是?|而|然而|目前)[^，]{0,8}(?:没有|不具备|无法|不符合|达不到|不足|无|不满足)/u.test(
          t.slice(clause?.end ?? q.end, Math.min(v.end, (clause?.end ?? q.end) + 24)),
        )
      )
        return true;
      return /^(?:对|凡|对于|针对|符合).{0,30}满$/.test(head);
    },
  },
  {
    // A中的N项 as a means: 以…26项指标为抓手.
    rule: 'as-a-means',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      if (!clause) return false;
      const head = t.slice(clause.start, q.start);
      return (
        /(?:^|[\u4e00-\u9fff])(?:以|按照|围绕|聚焦|紧扣|根据|依托)[^，]*$/.test(head) &&
        /为(?:抓手|重点|依托|基础|契机|载体|核心|引领|龙头|枢纽|牵引|主线|目标|导向|支撑)/.test(
          t.slice(q.end, clause.end),
        )
      );
    },
  },
];
