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
  /^[处座所家条辆台套名位间栋口支期场]$/u.test(q.unit) &&
  /(?:新建|[动开]工建设|增设|新增|增加|设立|设置|配备|配置|购置|新设|增配|增派|增开|开通|建成|举办|招聘|引进|安装)了?[\u4e00-\u9fff]{2,12}$/u.test(
    before(t, q, v, 20),
  );

const sizeUnit =
  /^[万千]?(?:平方米|平方|㎡|公里|千米|米|亩|吨|元|只|头|羽|人|户|张|床|立方米|千瓦|兆瓦|方)$/u;

/** Numbers that only tell which ones, for whom or by what means: 服务人口少于1000人的村, 两个方面. */
export const modifierExclusions: readonly Exclusion[] = [
  {
    // 国考10市PM2.5浓度改善10.8%: where, not how many.
    rule: 'places-measured',
    // 2016年计划出列的2个贫困乡和20个贫困村，…: where it is done.
    holds: (t, q, v) =>
      (/^(?:市|县|区|州|省)$/.test(q.unit) &&
        v.quantities.some((other) => other.start > q.end && other.start - q.end < 24)) ||
      /(?:计划|拟)(?:出列|脱贫|退出|摘帽|搬迁|实施)的(?:\d+个[\u4e00-\u9fff]{1,6}和)?$/u.test(
        t.slice(Math.max(v.start, q.start - 24), q.start),
      ),
  },
  {
    // 村委会辖5个自然村670户2717人: what there is of it.
    rule: 'size-of-what',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return (
        /^(?:个|户|人|口|余?[村组])$/u.test(q.unit) &&
        /(?:下辖|管辖|共辖|[村会镇乡区县组街道]辖)[^，]*$/u.test(t.slice(clause?.start ?? v.start, q.start))
      );
    },
  },
  {
    // 涉及全县4镇5乡: where.
    rule: 'places-measured',
    holds: (t, q, v) =>
      /^[镇乡县区市村]$/u.test(q.unit) &&
      /(?:涉及|涵盖|辐射|覆盖|惠及|分布)[^，；]{0,10}$/u.test(before(t, q, v, 16)),
  },
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
    // 大门正前方20余米处, 距县城8公里的村: where it lies.
    rule: 'places-measured',
    holds: (t, q, v) =>
      /^(?:公里|千米|米|华里|里)$/.test(q.unit) &&
      (/^(?:远|左右|外|开外)?(?:处|的(?:地方|位置|地段))/.test(t.slice(q.end, q.end + 8)) ||
        /(?:相?距离?|离)[^，。；\d]{0,14}(?:仅|约|只有|不足|不到)?$/u.test(before(t, q, v, 18))) &&
      !/[缩拉短]/u.test(before(t, q, v, 18)),
  },
  {
    // 经踏勘确定的12个基站之中的一个: one of so many.
    rule: 'size-of-those',
    holds: (t, q, v) =>
      /^[\u4e00-\u9fff]{0,12}(?:之一|[之其]?中的(?:一|[1１])[个家所座处名])/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 20)),
      ),
  },
  {
    // 是75户320名群众的夙愿: whose wish.
    rule: 'size-of-those',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      return /^[^，。；]{0,24}的(?:夙愿|愿望|期盼|心愿|心声|呼声|诉求|期待|梦想|盼望|福音|关注)/u.test(
        t.slice(q.end, clause?.end ?? v.end),
      );
    },
  },
  {
    // 2000亩以上的片区, 7座以下班线车: a size that tells which ones, where nothing is done before it.
    rule: 'size-of-what',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      // 下达30户以上自然村通硬化路项目305公里, 30户较大人口规模自然村: which villages, whatever is done.
      if (
        /^[户人]$/u.test(q.unit) &&
        /^(?:以上|较大|左右|的|人口|规模|户籍)*(?:自然村|行政村|村寨|村组|村庄|村落)[\u4e00-\u9fff\d]/u.test(
          t.slice(q.end, q.end + 12),
        )
      )
        return true;
      if (!clause || q.comparator === null || /%|‰|成/.test(q.unit)) return false;
      const head = t.slice(clause.start, q.start);
      if (/[建设配投安增达培展力争确打完购引招发新下提控压缩解决补选录聘种植修铺整治供签储]/.test(head))
        return false;
      const tail = t.slice(q.end, q.end + 2);
      return (
        (/以下$/.test(t.slice(q.start, q.end)) && /^[\u4e00-\u9fff]/.test(tail)) ||
        (/^的/.test(tail) && /(?:亩|米|里|瓦|吨|元|人|户|座|层|小时|天)$/.test(q.unit))
      );
    },
  },
  {
    // 路口东200m长范围内, 两侧50米范围内: where something is done.
    rule: 'places-measured',
    holds: (t, q) =>
      /^(?:公里|千米|米|km|m)$/.test(q.unit) &&
      /^[、，]?[东西南北]?\d*m?(?:长)?(?:的)?(?:范围|路段|区域)(?:内|之内)/.test(t.slice(q.end, q.end + 10)),
  },
  {
    // 50张床位以上的养老机构全部…, 56人以上大班额全部消除: the size of those that the claim is for.
    rule: 'size-of-those',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      if (!clause || /%|‰/.test(q.unit)) return false;
      const tail = /^(?:[\u4e00-\u9fff]{0,3}以[上下内])?的?[\u4e00-\u9fff]/u.exec(t.slice(q.end, q.end + 8));
      const sized =
        /以[上下]$/.test(t.slice(q.start, q.end)) || /以[上下]的?/.test(t.slice(q.end, q.end + 6));
      return (
        sized &&
        tail !== null &&
        /^(?:其中|将|对|把|为|消除|取消|辖区|全[市县区省])?$/.test(
          t.slice(clause.start, q.start).replace(/^.*前[，]?/, ''),
        ) &&
        /全部|均|都|全覆盖|\d/.test(t.slice(q.end, clause.end))
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
    // 11个国省考断面优Ⅲ类比例为100%: how many the share is taken of.
    rule: 'base-of-share',
    holds: (t, q, v) => {
      const clause = clauseOf(q, v);
      // 占计划任务2万亩的105%: what the share is of.
      // 完成全年任务（42.5亿元）的59.94%: the same in brackets.
      if (!/%|‰/.test(q.unit) && /^）?的\d[\d.]*%/.test(t.slice(q.end, q.end + 10))) return true;
      // 全市125万亩小麦平均单产达520公斤: what the yield is of.
      if (
        /亩$|公顷$/u.test(q.unit) &&
        /^[\u4e00-\u9fff]{2,20}(?:单产|亩产|平均产量)(?:达到?|为)?\d/u.test(
          t.slice(q.end, Math.min(v.end, q.end + 28)),
        )
      )
        return true;
      return (
        clause !== undefined &&
        (clause.start === q.start || /等$/u.test(t.slice(clause.start, q.start))) &&
        !/%|‰/.test(q.unit) &&
        /^[\u4e00-\u9fffⅠ-Ⅹ]{2,20}(?:比例|占比|[达优良合格办结满意]率)(?:分别|均)?(?:为|达到?|是)\d/u.test(
          t.slice(q.end, clause.end),
        )
      );
    },
  },
  {
    // 15个农村幸福院建设已完成8个: of how many; what is done comes after.
    rule: 'out-of-how-many',
    holds: (t, q, v) => {
      const done = v.quantities.find((other) => other.start > q.end);
      // 已建成的16座运行12座
      if (
        done?.unit === q.unit &&
        /的$/u.test(t.slice(Math.max(v.start, q.start - 1), q.start)) &&
        /^(?:中|已|正常|稳定|目前|现)*(?:运行|投用|完成|开工|达标|验收|通过|实现|使用|竣工|建成|投产|启用)(?:了|的)?$/u.test(
          t.slice(q.end, done.start),
        )
      )
        return true;
      if (!/^$|[，；。：、（）]/u.test(t.slice(Math.max(v.start, q.start - 1), q.start).trim())) return false;
      return (
        done !== undefined &&
        done.unit === q.unit &&
        /^[\u4e00-\u9fff“”]{2,30}已经?(?!经)[\u4e00-\u9fff]{0,6}$/u.test(t.slice(q.end, done.start))
      );
    },
  },
  {
    // 总投资85亿元的母港项目…完成码头主体工程: a project's size, told in passing.
    rule: 'size-of-project',
    holds: (t, q, v) =>
      /^的[\u4e00-\u9fff“]/u.test(t.slice(q.end, q.end + 2)) &&
      /(?:总投资|投资|占地|总长|全长|建筑面积|总规模|设计规模)(?:约|近|超)?$/u.test(before(t, q, v)),
  },
  {
    // 957个50户以上村寨: the second number only tells which ones.
    rule: 'nested-modifier',
    holds: (t, q, v) =>
      q.comparator !== null &&
      v.quantities.some((other) => other.end === q.start) &&
      /^[\u4e00-\u9fff]/.test(t.slice(q.end, q.end + 1)),
  },
  {
    // 建成1条路面宽度5米以上公路, 5000只以上规模养殖场31家: a size that tells which of those that are counted.
    rule: 'nested-modifier',
    holds: (t, q, v) => {
      if (q.comparator === null || !sizeUnit.test(q.unit)) return false;
      const clause = clauseOf(q, v);
      const tail = /^的?((?:(?![\d，；])[\u4e00-\u9fff“”]){2,16})/u.exec(
        t.slice(q.end, clause?.end ?? v.end),
      );
      if (!clause || !tail || /^的?(?:以|左|[工建]期)/u.test(tail[0])) return false;
      const next = q.end + tail[0].length;
      return v.quantities.some(
        (other) =>
          other !== q &&
          /^[条个家处座所块片栋幢户村]$/u.test(other.unit) &&
          other.comparator === null &&
          ((other.start === next && other.end === clause.end) ||
            (other.end >= clause.start &&
              other.end <= q.start &&
              /^(?:[\u4e00-\u9fff]{0,16}且)?(?:路面|路基|建筑|占地|用地|单体|总|库容)?(?:宽度?|高度?|长度?|厚度?|深度?|面积|投资|规模|容量|库容|直径)?$/u.test(
                t.slice(other.end, q.start),
              ))),
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
    // Chinese one to ten with a classifier mostly points (两个方面, 三级医院); it counts after a verb of building or a comparator.
    rule: 'chinese-numeral-pointing',
    holds: (t, q, v) => {
      if (!q.chinese || q.comparator !== null || /%|倍|番|成/.test(q.unit) || /^[万亿]/.test(q.unit))
        return false;
      if (q.value >= 11 && q.unit !== '大' && q.unitKnown && q.unit !== '项' && q.unit !== '个') return false;
      return (
        !(
          /(?:建成|新建|建设|设立|设置|配备|配置|招聘|招录|引进|购置|新增|增加|增设|培育|打造|改造|完成|至少有?|不少于|每.{1,10}[建设有配]?|建有|拥有|创建|举办|开通|增开|开设|容纳|(?:改扩建|改建|扩建)[\u4e00-\u9fff]{0,4})(?:了|有)?$/.test(
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
