import type { SentenceView } from '../../draft.js';
import { after, before, clauseOf, type Exclusion } from './exclusion.js';

/** 1岁1692人；2岁2178人; 3—5岁5277人: a count for an age. */
const perAge =
  /\d(?:[-—–~至]\d{1,2})?周?岁(?:组|以[上下])?(?:[\u4e00-\u9fff]{0,4})[：:]?(?:有|共|为)?\d[\d.]*[万千]?人?/gu;
const aroundAges = 48;

/** Whether counts for several ages stand around a place: a table of ages that was flattened to a line. */
function amongAges(text: string, { block }: SentenceView, start: number, end: number): boolean {
  const near = text.slice(Math.max(block.start, start - aroundAges), Math.min(block.end, end + aroundAges));
  return (near.match(perAge)?.length ?? 0) >= 2;
}

/** Whom a place has: 全县共有8万余户人口, 现有农业人口3万人. 覆盖农村人口32万人: a verb before it tells what was done for them. */
const inhabitants =
  /^(?:目前|现在|其中|截[至止][^，]{0,10}|[^，搬迁覆受转服务减保障供解]{0,12}[省市县区州旗镇乡村内])?(?:现|共|总|约|现在|目前)*有?(?:户籍|常住|总|农业|非农业?|农村|城镇|流动|辖区)+人口(?:数|总数|约|为|达|达到|有|共|近)*$|^(?!其中)[^，]{0,12}[省市县区州旗镇乡村](?:现|共|总|约)*有(?:居民|农户|人口|村民)?(?:约|近)?$/u;

const groups = /^(?:村民小组|居民小组|自然村|村小组)/u;

/** Figures that describe a place or a people, or say why something would be needed: nobody did them and nobody promises them. */
export const descriptiveExclusions: readonly Exclusion[] = [
  {
    rule: 'population',
    holds: (t, q, v) =>
      /^[余多]?[名人]$|^人/u.test(q.unit) &&
      !/寿命/u.test(before(t, q, v)) &&
      (/岁(?:组|以[上下])?[：:]?(?:有|共|为)?$|(?:合计|共计|总计|小计)[：:]?$/u.test(before(t, q, v)) ||
        /合计$/u.test(t.slice(q.start, q.end))) &&
      amongAges(t, v, q.start, q.end),
  },
  {
    // 全县共有8万余户人口，其中农业户有7万多户
    rule: 'population',
    holds: (t, q, v, { outline }) => {
      if (outline.meta.kind !== 'reply' || !/^(?:[余多]?[万千]?)?[户人口]$/u.test(q.unit)) return false;
      const head = before(t, q, v, 20).replace(/^.*，/u, '');
      if (/[建改新增完投发补培惠参脱]/u.test(head)) return false;
      const own = inhabitants.test(head) && /^人口|^(?:居民|村民)?(?:[，。；、（]|$)/u.test(after(t, q, v));
      const part =
        /^其中[^，]{0,8}(?:户|人口|户数|人数)(?:有|为|约|共)*$/u.test(head) &&
        /\d[\d.]*[余多]?[万千]?[余多]?[户人]人口/u.test(t.slice(v.start, q.start));
      return own || part;
    },
  },
  {
    // 该村共有2个村民小组，493户，1724人: what there is of it.
    rule: 'population',
    holds: (t, q, v, { outline }) => {
      if (outline.meta.kind !== 'reply') return false;
      if (q.unit === '个')
        return (
          groups.test(after(t, q, v)) &&
          /(?:共有|现有|总共有|设有|村有|[村社区镇乡]共?有|共)$/u.test(before(t, q, v))
        );
      const clause = clauseOf(q, v);
      return (
        /^[户人]$/u.test(q.unit) &&
        clause !== undefined &&
        /^(?:共|约|总)*$/u.test(t.slice(clause.start, q.start)) &&
        /^(?:[^，]{0,2}|\d+人)$/u.test(t.slice(q.end, clause.end)) &&
        /有\d+个(?:村民小组|居民小组|自然村|村小组)/u.test(t.slice(v.start, q.start))
      );
    },
  },
  {
    // 从3万元到10万元不等: between what, no figure of one.
    rule: 'indefinite',
    holds: (t, q, v) => /^不等/u.test(after(t, q, v)),
  },
  {
    // 为建设剩下800米渠道问题，我局会…: what it is done for.
    rule: 'as-a-means',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        clause !== undefined &&
        clause.mark === '，' &&
        /^为了?(?:解决|建设|完成|满足|做好|保障|缓解|弥补)/u.test(t.slice(clause.start, clause.start + 5)) &&
        /(?:问题|需求|需要|困难|难题|缺口|不足)$/u.test(t.slice(q.end, clause.end))
      );
    },
  },
  {
    // 在南川片区建设一所综合性医院非常必要
    rule: 'necessity',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return /(?:非常|十分|很有|确有|尤为|极为|很|确|极有|显得)必要$|势在必行$|刻不容缓$|迫在眉睫$|[很十非极]常?[为分]?(?:迫切|紧迫)$/u.test(
        t.slice(q.end, clause?.end ?? v.end),
      );
    },
  },
  {
    // 农田坡度大于25度, 边坡高差30米: how the ground lies. 埋深不低于1.2米: a standard; 水位埋深较上年回升1.2米: a result.
    rule: 'natural-fact',
    holds: (t, q, v) =>
      /^(?:度|°|米|%|℃|厘米)$/u.test(q.unit) &&
      /(?:坡度|坡角|倾角|高差|落差|坡比|纵坡|地势|水深|埋深|土层厚?度?)[^，；\d]{0,6}$/u.test(
        before(t, q, v, 16),
      ) &&
      !/改造|治理|控制|提高|达到|较|回升|上升|抬升|下降/u.test(before(t, q, v, 16)) &&
      !/不(?:低于|少于|小于|大于|超过|高于)/u.test(t.slice(q.start - 4, q.end)),
  },
  {
    // 在保庆花园10幢10单元: an address.
    rule: 'places-measured',
    holds: (t, q, v) =>
      !/(?:改造|新建|整治|加装|维修|更新|完成|涉及|惠及|安装|修缮)了?[^，在]{0,14}$/u.test(
        before(t, q, v, 20),
      ) &&
      ((/^[幢栋号]$/u.test(q.unit) &&
        /^(?:[东西南北中]|\d{1,2})(?:单元|号|室|层|门)/u.test(t.slice(q.end, q.end + 5)) &&
        /(?:花园|小区|家园|苑|庭|城|府|公寓|新村|里|坊|湾|园|路|街|巷|社区)$|(?:^|[，、])(?:在|位于)[^，]{2,}$/u.test(
          before(t, q, v),
        )) ||
        (q.unit === '单元' && /\d[幢栋号楼](?:\d{1,2}单元、)?$/u.test(before(t, q, v)))),
  },
  {
    // 1总投资1.2亿元的项目: the point's number, its mark lost.
    rule: 'no-classifier',
    holds: (t, q) =>
      !q.chinese &&
      !q.unitKnown &&
      /^[总共约近超达另其该本此各全现已将由对为在按从自经与和新改完推加]$/u.test(q.unit) &&
      Number.isInteger(q.value) &&
      !/[\d.]/u.test(t.charAt(q.numberStart - 1)),
  },
];
