import type { SentenceView } from '../../draft.js';
import type { QuantityMention } from '../../values/quantity.js';
import { after, before, clauseOf, type Exclusion } from './exclusion.js';

/** 共增加8条，王村中学5条，淄博六中两条: a bare count among counts of the same unit. */
const oneOfCounts = (t: string, q: QuantityMention, v: SentenceView): boolean => {
  const clause = clauseOf(q, v);
  return (
    clause?.end === q.end &&
    /^[个条所座家处辆台名户套栋间件]$/u.test(q.unit) &&
    /^[\u4e00-\u9fff]{2,10}$/u.test(t.slice(clause.start, q.start)) &&
    v.quantities.some((other) => other.end < clause.start && other.unit === q.unit)
  );
};

/** 增设公交站点一处, 配备救护车两辆: a verb of building, its noun, then the count that ends the words. */
const countsItsNoun = (t: string, q: QuantityMention, v: SentenceView): boolean =>
  /^(?:[，。；、）]|$)/u.test(t.slice(q.end, Math.min(v.end, q.end + 1))) &&
  /^[处座所家条辆台套名位间栋口支期场盏眼孔艘扇]$/u.test(q.unit) &&
  (/(?:新建|[动开]工建设|增设|新增|增加|设立|设置|配备|配置|购置|新设|增配|增派|增开|开通|建成|举办|招聘|引进|安装|修建|维修|修缮|改建|扩建|拆除|重建|迁建|打造|配套)了?[\u4e00-\u9fff]{2,12}$/u.test(
    before(t, q, v, 20),
  ) ||
    measured.test(before(t, q, v, 40)));

/** 新建高20米、容积100立方米水塔一座, 维修长3米×宽3米旧泵房一间: a verb of building, the sizes, the noun, then the count. */
const measured =
  /(?:新建|建设|修建|维修|修缮|改建|扩建|重建|建成|安装|购置|配备|铺设|[长宽高深]|容量|容积|用水量|面积|直径|功率)(?:了|约|为)?\d[\d.]*(?:平方米|立方米|千瓦|公里|吨|米|m³|m|亩)(?:[×xX*][长宽高深厚]?\d[\d.]*(?:厘米|米|m)?)*的?[\u4e00-\u9fff]{2,10}$/u;

/** Numbers that point at what is said elsewhere, or count nothing: 两个方面, 一系列, 13项重点任务. */
export const pointingExclusions: readonly Exclusion[] = [
  {
    // Chinese one to ten with a classifier mostly points (两个方面, 三级医院); it counts after a verb of building or a comparator.
    rule: 'chinese-numeral-pointing',
    holds: (t, q, v) => {
      if (!q.chinese || q.comparator !== null || /%|倍|番|成/.test(q.unit) || /^[万亿]/.test(q.unit))
        return false;
      if (q.value >= 11 && q.unit !== '大' && q.unitKnown && q.unit !== '项' && q.unit !== '个') return false;
      return (
        !(
          /(?:建成|新建|加装|安装|修建|兴建|建造|增开|补充|增配|铺设|投放|采购|购买|聘用|选派|派驻|建设|设立|设置|配备|配置|招聘|招录|引进|购置|新增|增加|增设|培育|打造|改造|完成|至少有?|不少于|每.{1,10}[建设有配]?|建有|拥有|创建|举办|开通|增开|开设|容纳|(?:改扩建|改建|扩建)[\u4e00-\u9fff]{0,4})(?:了|有)?$/.test(
            before(t, q, v),
          ) ||
          countsItsNoun(t, q, v) ||
          oneOfCounts(t, q, v)
        ) ||
        (q.unit === '个' && q.value === 1 && !/(?:至少有?|每.{1,8})$/.test(before(t, q, v)))
      );
    },
  },
  {
    // 一批, 一系列, 一类: no count at all.
    rule: 'indefinite',
    holds: (t, q) =>
      q.chinese &&
      q.value === 1 &&
      /^(?:批|系列|类|种|些|步|方面|次性|支|套|点)/.test(t.slice(q.numberEnd, q.numberEnd + 3)) &&
      q.comparator === null,
  },
  {
    rule: 'enumeration-head',
    holds: (t, q, v) =>
      (/^(?:方面|环节|领域|维度|层面|步骤|阶段|要素|重点(?:任务|方面|环节|领域|工作)|任务(?:：|$)|问题(?:：|$)|措施(?:：|$)|原则|统一|结合|转变)/.test(
        after(t, q, v),
      ) ||
        // 《方案》提出13项重点任务和4项保障措施: what a document holds.
        (/(?:提出|明确|部署|安排)了?[^，]{0,16}$/u.test(before(t, q, v, 20)) &&
          /^[\u4e00-\u9fff]{0,6}(?:任务|措施|举措|要求|原则)(?:[，；。和、]|$)/u.test(after(t, q, v)) &&
          v.block.kind === 'body')) &&
      /^(?:个|大|项|条)/.test(q.unit),
  },
];
