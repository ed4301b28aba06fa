import { before, clauseOf, type Exclusion } from './exclusion.js';

const sizeUnit =
  /^[万千]?(?:平方米|平方|㎡|公里|千米|米|亩|吨|元|只|头|羽|人|户|张|床|立方米|千瓦|兆瓦|方)$/u;

/** Numbers that only tell which ones, of how many, how large or where: 957个50户以上村寨, 距县城8公里的村. */
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
        /^(?:个|户|人|口|[镇乡办街]|街道|余?[村组])$/u.test(q.unit) &&
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
    // 大门正前方20余米处, 距县城8公里的村: where it lies.
    rule: 'places-measured',
    holds: (t, q, v) =>
      /^(?:公里|千米|米|华里|里|km|KM|m)$/.test(q.unit) &&
      (/^(?:远|左右|外|开外)?(?:处|的(?:地方|位置|地段))/.test(t.slice(q.end, q.end + 8)) ||
        /(?:相?距离?|(?<![隔分脱偏撤剥])离)[^，。；\d]{0,14}(?:仅|约|只有|不足|不到)?$/u.test(
          before(t, q, v, 18),
        )) &&
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
        /^(?:以上|较大|左右|的|人口|规模|户籍|[未已][\u4e00-\u9fff]{2,6}的?)*(?:自然村|行政村|村寨|村组|村庄|村落)[\u4e00-\u9fff\d（]/u.test(
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
        /^[\u4e00-\u9fffⅠ-Ⅹ]{2,20}(?:比例|占比|[达优良合格办结满意]率)(?:分别|均)?(?:为|达到?|是)\d|^[\u4e00-\u9fff（）]{2,20}(?:上等级|达标|投用|在线|入住|开通)率\d/u.test(
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
      // 设立总规模30亿元的产业基金: what is set up, and with how much.
      !(
        /(?:设立|组建|成立)[^，；]{0,6}$/u.test(t.slice(Math.max(v.start, q.start - 12), q.start)) &&
        /^的[^，；]{2,16}(?:基金|资金池)/u.test(t.slice(q.end, q.end + 22))
      ) &&
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
];
