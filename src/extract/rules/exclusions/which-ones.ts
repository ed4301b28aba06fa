import { after, before, clauseOf, type Exclusion } from './exclusion.js';

const otherAfter = /^[^，；]{0,8}\d/u;

/** Numbers that only say which ones, of how many, or what a rate measures: 24小时扑灭率, 86个村中有61个, 四层以上住宅, 240升垃圾桶. */
export const whichExclusions: readonly Exclusion[] = [
  {
    // 15秒接通率保持在95%, 12小时内到点的比例提高到八成: what the share is called.
    rule: 'name-of-rate',
    holds: (t, q, v) => {
      if (!/^(?:小时|秒|分钟|天|日|个?工作日)$/u.test(q.unit)) return false;
      const tail = t.slice(q.end, Math.min(v.end, q.end + 36));
      const name =
        /^(?:以?内)?(?:(?!效率|概率)[\u4e00-\u9fff]){0,10}?(?:(?<![效概频功])率|的比例|占比)/u.exec(tail);
      return (
        name !== null &&
        (otherAfter.test(tail.slice(name[0].length)) ||
          /[成半]/u.test(tail.slice(name[0].length, name[0].length + 8)))
      );
    },
  },
  {
    // 每周投递不少于5次的村占82%: which of them the share is of.
    rule: 'threshold-of-share',
    holds: (t, q, v) =>
      q.comparator !== null &&
      !/%|‰/u.test(q.unit) &&
      /^的[\u4e00-\u9fff]{1,8}(?:占|达到?|为)[^，；\d]{0,4}\d[\d.]*%/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 24)),
      ),
  },
  {
    // 四层以上无电梯住宅共2917个单元, 25度以上坡耕地: which ones.
    rule: 'size-of-what',
    holds: (t, q) =>
      ((q.unit === '层' &&
        /^的?[\u4e00-\u9fff]{0,6}(?:住宅|建筑|楼|房屋|居民楼|单元)/u.test(t.slice(q.end, q.end + 10))) ||
        (/^[度°]$/u.test(q.unit) && /^的?(?:陡坡|坡|旱坡)/u.test(t.slice(q.end, q.end + 4)))) &&
      /以[上下]$/u.test(t.slice(q.start, q.end)),
  },
  {
    // 240升垃圾桶910只: the size of what is counted after it.
    rule: 'size-of-what',
    holds: (t, q, v) =>
      /^(?:升|毫升|英?寸|毫安时?)$/u.test(q.unit) &&
      /^的?[\u4e00-\u9fff]{2,8}\d[\d.]*[万]?[只个台辆套组块]/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 18)),
      ),
  },
  {
    // 86个贫困村中有61个种药, 132家机关中已有89家开放: of how many.
    rule: 'out-of-how-many',
    holds: (t, q, v) => {
      const next = v.quantities.find((other) => other.start > q.end);
      return (
        next?.unit === q.unit &&
        /^[\u4e00-\u9fff（）“”]{1,18}?(?<!其)中[，]?(?:目前)?(?:已经?)?有$/u.test(t.slice(q.end, next.start))
      );
    },
  },
  {
    // 今年的5个项目中，…: of which something is told one by one.
    rule: 'size-of-those',
    holds: (t, q, v) =>
      /^[个家所处项座条]$/u.test(q.unit) &&
      /^[\u4e00-\u9fff]{1,6}(?<!其)中，/u.test(after(t, q, v)) &&
      /^(?:今年|上述|这|该|其余|剩余)?的?$/u.test(t.slice(clauseOf(q, v)?.start ?? v.start, q.start)),
  },
  {
    // 20家充装站已整合为11家: from how many.
    rule: 'baseline',
    holds: (t, q, v) =>
      /^[\u4e00-\u9fff]{1,10}?(?:已|将|要|全部)?(?:整合|合并|归并|压减|缩减|优化|撤并|精简)(?:为|成|到|至)\d/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 20)),
      ),
  },
  {
    // 由30个工作日压减一半, 较2022年的1.4亿美元翻一番: what it is reckoned from.
    rule: 'baseline',
    holds: (t, q, v) =>
      (/[由从][^，；\d]{0,8}$/u.test(before(t, q, v)) &&
        /^(?:再)?(?:压减|压缩|缩短|减少|降低|提高|增加)(?:一半|[一二三四五六七八九]成|\d[\d.]*%|[三四五]分之)/u.test(
          after(t, q, v),
        )) ||
      (/[较比](?:(?:19|20)\d{2}年|上年|去年)[底末]?的?(?:约|近)?$/u.test(before(t, q, v)) &&
        /^(?:实现)?翻[了一]?/u.test(after(t, q, v))),
  },
  {
    // （国家标准为不超过80个工作日）, 优于国家0.9‰的控制指标, 同全省5.5%左右的目标相衔接: others' measure.
    rule: 'baseline',
    holds: (t, q, v) => {
      const head = t.slice(Math.max(v.start, q.start - 14), q.start);
      const tail = t.slice(q.end, Math.min(v.end, q.end + 12));
      return (
        /(?:国家|省定|部颁|行业)(?:规定|标准|要求)(?:的|为|是)$/u.test(head) ||
        (/(?:国家|全[国省])(?:确定|规定|下达)?的?$/u.test(head) &&
          /^(?:左右|以[上内下])?的(?:预期|控制|增长|考核)*(?:目标|指标|要求|标准)/u.test(tail) &&
          /(?:优于|低于|高于|同|与|和|对接|衔接)[^，；\d]{0,6}$/u.test(head)) ||
        /全[国省]同期[^，；\d]{0,12}$/u.test(head)
      );
    },
  },
  {
    // 17个重点产业增加值增长8%: of how many.
    rule: 'base-of-share',
    holds: (t, q, v) =>
      /^[个家户]$/u.test(q.unit) &&
      q.start === clauseOf(q, v)?.start &&
      /^[\u4e00-\u9fff]{2,14}(?:增加值|产值|营业收入|营收|利润|投资)(?:同比|年均)?(?:增长|下降)\d/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 28)),
      ),
  },
  {
    // 14亿多中国人的饭碗: a people.
    rule: 'population',
    holds: (t, q, v) => /^[余多]?(?:中国人|中华儿女|人民(?!币))/u.test(after(t, q, v)),
  },
  {
    // 第1、4、7件: which ones of a list.
    rule: 'ordinal',
    holds: (t, q, v) => /第\d{1,2}(?:[、,和]\d{1,2})*[、,和]$/u.test(before(t, q, v)),
  },
  {
    // 按每新增一个学位奖补: for each. 按40米一盏算: how it is reckoned.
    rule: 'denominator',
    holds: (t, q, v) =>
      (q.value === 1 && /每(?:新增|增加|减少|完成|新建|培训|招聘|引进|改造|建成)$/u.test(before(t, q, v))) ||
      (/按(?:每)?(?:隔)?$/u.test(before(t, q, v)) && /^一[盏个根棵处座台套]/u.test(after(t, q, v))),
  },
  {
    // 不足60份就亏, 两三天才送一次: how it goes otherwise.
    rule: 'condition',
    holds: (t, q, v) =>
      /^(?:就|便)(?:会|要)?(?:亏|赔|不|停|关|难)/u.test(after(t, q, v)) ||
      (/^(?:天|日|个?月|周|小时)$/u.test(q.unit) && /^才/u.test(after(t, q, v))),
  },
  {
    // 老城区（环城路以内8.7平方公里）, 片区（6县）: where.
    rule: 'places-measured',
    holds: (t, q, v) =>
      t.charAt(q.end) === '）' &&
      ((q.unit === '平方公里' && /（[^（），]{0,10}(?:以内|之内|范围|面积)(?:约)?$/u.test(before(t, q, v))) ||
        (/^[县市区]$/u.test(q.unit) && /（[^（），\d]{0,8}$/u.test(before(t, q, v)))),
  },
  {
    // 过去村医每月只有100元补助。今年1月起提高到…: what it was.
    rule: 'baseline',
    holds: (t, q, v) =>
      /^(?:过去|以前|原先|原来)[^，；]*(?:只有?|仅有?)[^，；\d]{0,4}$/u.test(
        t.slice(clauseOf(q, v)?.start ?? v.start, q.start),
      ),
  },
  {
    // 不低于1.2万元（现为0.98万元）: what it is now.
    rule: 'baseline',
    holds: (t, q, v) =>
      t.charAt(q.end) === '）' &&
      /（(?:现为|原为|目前为|现行标准为|现行为|此前为)(?:约)?$/u.test(before(t, q, v)) &&
      v.quantities.some((other) => other.end < q.start && q.start - other.end <= 8 && other.unit === q.unit),
  },
  {
    // 按照国家“2018年基本消除66人以上超大班额”的总体部署: what others set.
    rule: 'as-a-means',
    holds: (t, q, v) => {
      const clause = t.slice(v.start, q.start);
      const open = clause.lastIndexOf('“');
      if (open < 0 || clause.indexOf('”', open) >= 0) return false;
      if (
        !/(?:按照?|根据|依据|围绕|对照|落实)[^，“]{0,14}$/u.test(clause.slice(Math.max(0, open - 18), open))
      )
        return false;
      const close = t.indexOf('”', q.end);
      return (
        close >= 0 &&
        close < v.end &&
        /^的?(?:总体)?(?:部署|要求|目标|安排|任务)/u.test(t.slice(close + 1, close + 8))
      );
    },
  },
  {
    // 满意率低于80%的要限期整改: a case, and what follows.
    rule: 'condition',
    holds: (t, q, v) =>
      q.comparator !== null &&
      /^的[，]?(?:要|须|应|将)?(?:限期|扣减|扣除|退回|返工|重新|整改)/u.test(after(t, q, v)),
  },
];
