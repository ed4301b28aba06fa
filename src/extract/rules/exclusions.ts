import type { ExtractionContext, SentenceView } from '../draft.js';
import { boundToWordBefore, type QuantityMention } from '../values/quantity.js';

export interface Exclusion {
  readonly rule: string;
  readonly holds: (
    text: string,
    q: QuantityMention,
    view: SentenceView,
    context: ExtractionContext,
  ) => boolean;
}

const before = (text: string, q: QuantityMention, view: SentenceView, n = 12): string =>
  text.slice(Math.max(view.start, q.numberStart - n), q.numberStart);
const after = (text: string, q: QuantityMention, view: SentenceView, n = 12): string =>
  text.slice(q.end, Math.min(view.end, q.end + n));

/** The text between the nearest opener before a place and its closer, or null. */
function enclosed(
  text: string,
  view: SentenceView,
  q: QuantityMention,
  opener: string,
  closer: string,
): string | null {
  const head = text.slice(view.start, q.numberStart);
  const open = head.lastIndexOf(opener);
  if (open < 0) return null;
  // Straight quotes open and close alike: an even number before the place leaves it outside.
  if (opener === closer && head.split(opener).length % 2 === 1) return null;
  const start = view.start + open;
  const rest = text.slice(start + 1, Math.min(view.end + 40, start + 400));
  const close = rest.indexOf(closer);
  if (close >= 0 && start + 1 + close < q.numberStart) return null;
  return text.slice(start, close < 0 ? view.end : start + close + 2);
}

const clauseOf = (q: QuantityMention, view: SentenceView) =>
  view.clauses.find((clause) => q.numberStart >= clause.start && q.numberStart < clause.end);

/** Numbers that no auditor would write into the ledger, each with the reason. Order does not matter: the first that holds is reported. */
export const exclusions: readonly Exclusion[] = [
  { rule: 'in-title', holds: (t, q, v) => enclosed(t, v, q, '《', '》') !== null },
  {
    rule: 'in-doc-number',
    holds: (t, q, v) =>
      enclosed(t, v, q, '〔', '〕') !== null ||
      /[〕\]]第?\d*$/.test(before(t, q, v)) ||
      /^号/.test(t.slice(q.numberEnd, q.numberEnd + 1)),
  },
  {
    // “333”工程, “十大行动”: a slogan in marks; a whole quoted clause is none.
    rule: 'in-slogan',
    holds: (t, q, v) => {
      const quoted = enclosed(t, v, q, '“', '”') ?? enclosed(t, v, q, '"', '"');
      return quoted !== null && quoted.length <= 24;
    },
  },
  {
    rule: 'bound-to-word',
    holds: (t, q) =>
      !q.chinese && boundToWordBefore(t, q.numberStart) && !/[>]/.test(t.charAt(q.numberStart - 1)),
  },
  { rule: 'letter-follows', holds: (t, q) => !q.unitKnown && /[A-Za-z+]/.test(t.charAt(q.numberEnd)) },
  {
    rule: 'plus-formula',
    holds: (t, q) =>
      /[+＋]/.test(t.charAt(q.numberStart - 1)) || /^[+＋]/.test(t.slice(q.numberEnd, q.numberEnd + 1)),
  },
  {
    rule: 'ordinal',
    holds: (t, q, v) =>
      /第$/.test(before(t, q, v)) ||
      /^(?:号|年级|届|岁|周岁|月龄|号线|级(?!以上)|楼|次会议|次全)/.test(
        t.slice(q.numberEnd, q.numberEnd + 4),
      ),
  },
  {
    rule: 'age',
    holds: (t, q) =>
      /^(?:周?岁|月龄)/.test(t.slice(q.numberEnd, q.numberEnd + 3)) || /(?:周?岁)/.test(q.unit),
  },
  {
    rule: 'name-of-circle',
    holds: (t, q, v) =>
      /^(?:分钟|小时|公里)/.test(q.unit) &&
      /^.{0,12}?(?:圈|生活圈|服务圈|经济圈|交通圈|范围|响应圈)/.test(after(t, q, v, 16)),
  },
  {
    rule: 'name-of-line',
    holds: (t, q) =>
      /^(?:热线|急救|平台|工程|行动计划|排CT|基地|国道|省道)/.test(t.slice(q.end, q.end + 4)) &&
      q.unit.length <= 1,
  },
  {
    // 感谢你们走访23个村; 提出11条审议意见; 关于…翻一番的建议: what was asked and how, no promise.
    rule: 'about-the-proposal',
    holds: (t, q, v) =>
      /^(?:感谢|衷心感谢|非常感谢)/.test(t.slice(v.start, v.start + 6)) ||
      /^(?:审议)?(?:意见|建议)(?!书)/.test(t.slice(q.end, q.end + 6)) ||
      (/关于[^，。]*$/.test(t.slice(v.start, q.start)) &&
        /^[^，。]{0,30}的?(?:建议|提案|问题)[”"]?$/.test(t.slice(q.end, v.end))),
  },
  {
    rule: 'vote',
    holds: (t, q, v) =>
      /表决|业主|同意/.test(t.slice(q.end, Math.min(v.end, q.end + 30))) &&
      /^(?:%)$/.test(q.unit) &&
      /(?:占比|人数|面积)/.test(t.slice(v.start, q.start)),
  },
  {
    rule: 'name-of-rate',
    holds: (t, q) =>
      /^(?:米|公里|分钟|小时)$/.test(q.unit) &&
      /^(?:内)?(?:[\u4e00-\u9fff]{0,8})?(?:覆盖率|半径|服务圈|可达率)/.test(t.slice(q.end, q.end + 14)),
  },
  { rule: 'name-of-list', holds: (t, q) => /^(?:强|佳|优)/.test(t.slice(q.numberEnd, q.numberEnd + 1)) },
  {
    // 国考10市PM2.5浓度改善10.8%: where, not how many.
    rule: 'places-measured',
    holds: (_t, q, v) =>
      /^(?:市|县|区|州|省)$/.test(q.unit) &&
      v.quantities.some((other) => other.start > q.end && other.start - q.end < 24),
  },
  {
    // 2000亩以上的片区, 7座以下班线车: a size that tells which ones, where nothing is done before it.
    rule: 'size-of-what',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      if (!clause || q.comparator === null || /%|‰|成/.test(q.unit)) return false;
      const head = t.slice(clause.start, q.start);
      if (/[建设配投安增达培展力争确打完购引招发新下提控压缩]/.test(head)) return false;
      const tail = t.slice(q.end, q.end + 2);
      return (
        (/以下$/.test(t.slice(q.start, q.end)) && /^[\u4e00-\u9fff]/.test(tail)) ||
        (/^的/.test(tail) && /(?:亩|米|里|瓦|吨|元|人|户|座|层|小时|天)$/.test(q.unit))
      );
    },
  },
  { rule: 'estimate', holds: (t, q, v) => /(?:测算|估算)[^。]*$/.test(t.slice(v.start, q.start)) },
  {
    // 按照《…条例》规定，藏品不少于300件: the law's figure, nobody's promise here.
    rule: 'law-quoted',
    holds: (t, q, v) =>
      /^(?:按照?|根据|依据|依照)[^。]{0,20}《[^》]*(?:条例|法|办法|规定|规范|标准)》[^。]{0,16}(?:有关)?规定[^。]*$/.test(
        t.slice(v.start, q.start).replace(/^[^：]{0,20}[。：]/, ''),
      ),
  },
  { rule: 'kind-of-game', holds: (t, q) => /^制/.test(t.slice(q.end, q.end + 1)) },
  {
    // 957个50户以上村寨: the second number only tells which ones.
    rule: 'nested-modifier',
    holds: (t, q, v) =>
      q.comparator !== null &&
      v.quantities.some((other) => other.end === q.start) &&
      /^[\u4e00-\u9fff]/.test(t.slice(q.end, q.end + 1)),
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
  { rule: 'ct-rows', holds: (t, q) => q.unit === '排' && /^CT/i.test(t.slice(q.end, q.end + 2)) },
  {
    // Chinese one to ten with a classifier mostly points (两个方面, 三级医院); it counts after a verb of building or a comparator.
    rule: 'chinese-numeral-pointing',
    holds: (t, q, v) => {
      if (!q.chinese || q.comparator !== null || /%|倍|番|成/.test(q.unit) || /^[万亿]/.test(q.unit))
        return false;
      if (q.value >= 11 && q.unit !== '大' && q.unitKnown && q.unit !== '项' && q.unit !== '个') return false;
      return (
        !/(?:建成|新建|建设|设立|设置|配备|配置|招聘|招录|引进|购置|新增|增加|培育|打造|改造|完成|至少有?|不少于|每.{1,10}[建设有配]?|建有|拥有|创建|举办)$/.test(
          before(t, q, v),
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
    rule: 'name-of-livelihood-list',
    holds: (t, q) =>
      /^(?:件|项|个)$/.test(q.unit) &&
      /^(?:民生|惠民|为民|利民|便民)?(?:办)?实事/.test(t.slice(q.end, q.end + 6)),
  },
  {
    // 120快速急救, 12355热线: the character after the number begins a word, so it is no classifier.
    rule: 'no-classifier',
    holds: (t, q, _v, context) => {
      if (q.unitKnown) return false;
      const first = context.segmenter.tag(t.slice(q.end - q.unit.length, q.end + 5))[0];
      return first === undefined || first.word.length > q.unit.length;
    },
  },
  { rule: 'chinese-unknown-classifier', holds: (_t, q) => q.chinese && !q.unitKnown },
  { rule: 'duration', holds: (_t, q) => /^个?(?:月|年|季度|学期)$/.test(q.unit) },
  { rule: 'in-a-row', holds: (t, q, v) => /连续$/.test(before(t, q, v)) },
  {
    // 服务人口少于1000人的村, 人口超过50万的县, 满4年的人员, 0-6岁儿童: whom a measure is for.
    rule: 'condition',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      const head = t.slice(clause?.start ?? v.start, q.start);
      const tail = after(t, q, v, 8);
      if (/%|‰/.test(q.unit)) return false;
      if (
        /(?:人口|规模|人数|面积|收入|年龄|连续|已?满|年限|产值|规格|职工|户数|金额|注册资本)(?:规模|总数|数|在)?$/.test(
          head,
        ) &&
        /^(?:及以[上下])?(?:的|且)/.test(tail)
      )
        return true;
      if (
        /(?:少于|不足|未满|年满|已满|满|超过|高于|低于|大于|达到)$/.test(t.slice(q.start, q.numberStart)) &&
        /^的/.test(tail) &&
        /(?:对|凡|符合|服务人口|人口)/.test(head)
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
  {
    rule: 'enumeration-head',
    holds: (t, q, v) =>
      /^(?:方面|环节|领域|维度|层面|步骤|阶段|要素|重点(?:任务|方面|环节|领域|工作)|任务(?:：|$)|问题(?:：|$)|措施(?:：|$)|原则|统一|结合|转变)/.test(
        after(t, q, v),
      ) && /^(?:个|大|项|条)/.test(q.unit),
  },
  {
    // Figures of a contact line, a form, a clock: no unit that measures.
    rule: 'no-measure',
    holds: (_t, q) => !q.unitKnown && /[、，。；：（）“”\s/\-~]/.test(q.unit),
  },
  {
    rule: 'own-words-of-proposer',
    holds: (t, q, v) =>
      /(?:您|你们?|代表|委员|提案|建议)(?:们|人|者|中)?(?:在.{0,30})?(?:提出|建议|指出|反映|认为|关注|所提)/.test(
        t.slice(v.start, q.start),
      ) && !/(?:现答复|答复如下|办理情况)/.test(t.slice(v.start, q.start)),
  },
  {
    rule: 'example-of-others',
    holds: (t, q, v) =>
      /(?:借鉴|学习(?:借鉴|考察|[^，]{2,4}[市县区省]“)|参照|例如|比如|发达国家|外省|外地|邻[市县]|该[市县区](?!要|将|须)|兄弟(?:省|市|县)|国际上|先进地区|上游[^，]{2,3}市|周边[市县])/.test(
        t.slice(v.start, q.start),
      ),
  },
  {
    rule: 'meeting-number',
    holds: (t, q, v) =>
      /^(?:次|届)(?:会议|全会|常委会|集体学习)/.test(t.slice(q.numberEnd, q.numberEnd + 5)) ||
      /(?:电话|热线|传真|邮编|编号|序号)[：:]$/.test(before(t, q, v)),
  },
  { rule: 'law-article', holds: (t, q, v) => /^条$/.test(q.unit) && /第$/.test(before(t, q, v)) },
];
