import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';

const stop =
  '拥有|配置|配备|设置|建设|建成|建立|建有|至少|不少于|不低于|不超过|最|达到|达|按照|按|新增|新建|培训|培育|为|补助|安排|开展|遴选|实施|推广|发布|选派|发放|提高|减少|增加|完成|组织|举办|滚动|分行业|引进|招聘|投入|从|由|要|可|应|需|办好|打造|改造|超|约|有(?!关)|设(?!区|施)|力争|确保|均|都|累计|建(?!制)|提供|给予|奖励|补贴|享受|定额|通(?=\\d|$)';
const each = new RegExp(
  `(?:每(?:\\d[\\d.]*|[一二两三四五六七八九十百千万])?(?:[-~至]\\d+)?[百千万亿]{0,2}[^，。；：、\\d]{0,16}?(?:每[年月天日人户])?)(?=${stop}|\\d|$|[一二三四五六七八九](?:[名个所辆家位]))`,
  'gu',
);
/** 每千人口托位数: the denominator ends with the people counted. */
const population =
  /^每(?:\d[\d.]*)?[百千万]?(?:名|位)?(?:常住|户籍|服务|城镇|农村)?(?:人口|老年人|老人|学生|儿童|劳动者|劳动力|就业人员|从业人员|职工|居民|适龄儿童|适龄妇女|人(?!口))/u;
/** 每个卫生室业务用房面积, 每亩收获玉米: the denominator ends with what is counted. */
const body =
  /^(每(?:[亩吨户头只台辆](?=[\u4e00-\u9fff]{2,}$)|(?:个|所|家|座|处)[\u4e00-\u9fff（）]{0,8}?(?:卫生室|卫生院|医院|学校|幼儿园|社区|乡镇|街道|县区|区县|中心|机构|企业|园区|小区|家庭|点位|站点)(?=[\u4e00-\u9fff]{0,6}(?:面积|数量|人数|床位|投资|收入|产值|费用|规模|标准)$)))/u;
const average =
  /(?:年均(?!气温|温度|降[水雨]|日照|水位|浓度|值|增[长速])|单户|单[座件项套辆](?=[^，；]{0,4}(?:投资|经费|支持|补助|资金))|日均|单个项目|单台|人均|户均|亩均|生均|班均|村均)/u;

/** What values side by side share: 年均评聘不少于160名和25名. */
const sharedAverage = /^(?:人均|年均|日均|月均|户均)$/u;

/** A character of each wording: most sentences hold none. */
const anyPer = /[每均单各]|全部|所有|[1一]个|1所|[百千万]人/u;
/** 千人口托位数, 万人警力: the denominator that opens a rate's name. */
const bareThousand =
  /(?:^|[，、；：全市县区省])((?:百|千|万|十万)人口?)(?=[\u4e00-\u9fff]{1,8}(?:数|量|率|床位|学位|托位)(?:达到?|为|不低于|提高到|增加到|约|至)*$)/u;

const has =
  '(?:建立|建有|设有|设立|设置|配备|配有|拥有|创建|建成|建设|(?<![新改扩共拟筹重迁])建|(?<![共现设建配拥])有)';
/** Bodies and places, of which each may have its own. */
const bodyEnd =
  '(?:(?:[区县市镇乡村街园校院站所社户]|街道|社区|片区|单位|部门|机构|企业|网格|窗口)(?:（[^）]{1,8}）)?)';
const inEachWords = new RegExp(
  `((?:各|全部|所有)[^，。；：、\\d每各]{0,10}?${bodyEnd})(?:(?<all>均|都|各|分别)|应当?|要|须)*(?:${has}(?<least>至少|不少于)?|(?<only>至少|不少于)${has}?)了?$`,
  'u',
);
const eachOfSeveral = new RegExp(
  `([^，。；：]{1,24}(?:[区县市镇乡村街园校）]))各${has}(?:至少|不少于)?$`,
  'u',
);

const eachReach = 48;
/** 到2027年计划在城东镇、城西镇: what the bodies' names begin behind. */
const beforeBodies = /^.*(?:\d年[底末内前]*|计划|力争|确保|要求|[在由对向])(?=\p{Script=Han})/u;

/** 各区（县级市）建有1所, 全部镇均建有1所, 区和镇各建有1个: so many in each of them. @param clause what stands before the number */
function inEach(clause: string, count: number): string | null {
  const head = clause.slice(-eachReach);
  const several = eachOfSeveral.exec(head);
  if (several?.[1]) return several[1].replace(beforeBodies, '');
  const found = inEachWords.exec(head);
  const { all, least, only } = found?.groups ?? {};
  return found?.[1] && (count <= 3 || all || least || only) ? found[1] : null;
}

/** Fills `per`: 每3万人口, 每个乡镇卫生院, 人均; 每年 governs the sentence from where it stands. Null for a unit with a slash (ruling 23). */
export function perRefiner(context: ExtractionContext, draft: Draft, previous: Draft | null): void {
  if (draft.kind === 'milestone' || draft.view.block.indicator || draft.unit?.includes('/')) return;
  const { text } = context;
  const { view, segment, clause } = draft;
  const at = draft.quantity?.numberStart ?? draft.valueStart ?? clause.end;
  if (!anyPer.test(text.slice(view.start, Math.max(at, clause.start)))) return;
  const head = text.slice(Math.max(segment.start, clause.start), at);
  const clauseHead = text.slice(clause.start, at);
  const set = (per: string, rule: string) => {
    draft.per = per;
    because(draft, 'per', rule);
  };
  const one = /((?:1个|一个|1所|每)[^，。；：、]{1,10}?)(?:原则上)?(?:建设|设置|建有|配备|设立|至少)$/u.exec(
    head,
  );
  if (one?.[1] && !one[1].startsWith('每')) {
    set(one[1], 'per:one-for-one');
    return;
  }
  const { quantity: q } = draft;
  const bodies =
    q && !/[%‰元]/u.test(q.unit)
      ? (inEach(text.slice(clause.start, q.start), q.value) ?? inEach(head, q.value))
      : null;
  if (bodies) {
    set(bodies, 'per:in-each');
    return;
  }
  // 全市724个村卫生室每个至少有一名: the noun stands before 每个.
  const bare = /([\u4e00-\u9fff]{2,10}?)每[个所家名户村](?=至少|都|均|有|配备|不)/u.exec(clauseHead);
  if (bare && !/[按以照由]$/u.test(bare[1] ?? '')) {
    const noun =
      /(?:[个家所座名户])([\u4e00-\u9fff]{2,10})$/u.exec(
        clauseHead.slice(0, bare.index + (bare[1]?.length ?? 0)),
      )?.[1] ??
      bare[1] ??
      '';
    set(`每个${noun}`, 'per:each-before');
    return;
  }
  const matches = [...(head.includes('每') ? head : clauseHead).matchAll(each)]
    .map((m) => m[0])
    .filter((m) => m.length >= 2 && !/^每(?:天|日)?$/.test(m));
  const recurring = matches.map((m) => /^每(?:年度?|季度|月|学期|半年|周)/u.exec(m)?.[0] ?? null);
  const specific = matches.filter((_m, i) => recurring[i] === null).at(-1);
  if (specific) {
    set(
      /^每[人生户][·]?每[月年季天]/u.exec(specific)?.[0] ??
        population.exec(specific)?.[0] ??
        body.exec(specific)?.[1] ??
        specific,
      'per:each',
    );
    return;
  }
  const people = bareThousand.exec(head)?.[1];
  if (people) {
    set(people, 'per:each');
    return;
  }
  if (draft.unit !== '%' && draft.unit !== '个百分点') {
    const mean = average.exec(head);
    // 人均预期寿命 is a name.
    if (mean && !/[预期]期寿命|期望寿命|健康素养/u.test(head)) {
      set(mean[0], 'per:average');
      return;
    }
  }
  // 城乡居民人均收入完成29092元、17191元: side by side they share it.
  if (
    previous?.per &&
    sharedAverage.test(previous.per) &&
    previous.clause === clause &&
    previous.unit === draft.unit &&
    /^[、和]$/.test(text.slice(previous.valueEnd ?? 0, draft.valueStart ?? 0))
  ) {
    set(previous.per, 'per:average');
    return;
  }
  const condition = /每(?:连续|增加|新增|超过|满|提前|减少|多)[^，。；]{1,10}\d[年次个月人]$/u.exec(
    text.slice(view.start, clause.start - 1),
  );
  if (condition) {
    set(condition[0], 'per:clause-before');
    return;
  }
  // 每生每年: a part of a denominator, not a frequency of what follows.
  const every = view.dates
    .filter(
      (d) =>
        d.role === 'every' && d.start < at && !/每.$/u.test(text.slice(Math.max(0, d.start - 2), d.start)),
    )
    .at(-1);
  if (every && !text.slice(every.end, at).includes('；')) {
    const other = view.dates.some(
      (d) => (d.role === 'by' || d.role === 'length') && d.start > every.end && d.end <= at,
    );
    const share =
      draft.unit === '%' &&
      every.end < clause.start &&
      !/增长|下降|提高|提升|上升|降低/u.test(text.slice(clause.start, at));
    // 每年拿出编制公开招聘，累计招聘1837人: over the years.
    const summed =
      every.end < clause.start &&
      /累计|共计|总共|合计|年来|以来|已招/u.test(text.slice(Math.max(every.end, clause.start - 8), at));
    // 每年单列指标，三年供地2600亩: a time of its own.
    const ownTime =
      every.end < clause.start &&
      /^(?:[一二三四五六\d]{1,2}年(?!级)|第一批|首批|今[春秋]|(?:整合|带动|撬动)[^，；\d]*(?:资金|投资))/u.test(
        text.slice(clause.start, at),
      );
    if (!other && !share && !summed && !ownTime && !/年均/u.test(text.slice(every.end, at)))
      set(text.slice(every.start, every.end), 'per:every');
    return;
  }
}
