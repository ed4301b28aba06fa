import { isEnclosed } from '../../text/sentence/sentences.js';
import { because, clauseDraft, type Draft, type ExtractionContext, type SentenceView } from '../draft.js';
import { saidByProposer } from './exclusions/whose-words.js';
import type { Dropped } from './quantity.rule.js';

/** A total claim without a digit, with the words that state it. Order: the most telling first. */
const claims: readonly { readonly rule: string; readonly regex: RegExp }[] = [
  { rule: 'coverage:全覆盖', regex: /(?<!健)全覆盖/u },
  { rule: 'coverage:全面覆盖', regex: /全面覆盖/u },
  // 所有新建公厕全部按一类标准建设: two words for one total.
  { rule: 'coverage:所有', regex: /所有(?=[^，。；所]{2,30}全部(?!是|由|属))/u },
  {
    rule: 'coverage:全部',
    regex:
      /全部(?:达到|建成|完成|实现|纳入|达标|落实|安装|配备|关停|消除|建立|设立|整改|办结|接入|配置|退出|淘汰|取得|持证|入网|上线|联网|接通|开通|投用|到位|改造|治理|覆盖|脱贫|解决)?/u,
  },
  { rule: 'coverage:应X尽X', regex: /应([\u4e00-\u9fff])尽\1/u },
  {
    rule: 'coverage:所有',
    regex:
      /所有(?=[^，。；]{2,40}(?:纳入|实现|达到|完成|建立|配备|建成|接入|设立|安装|达标|开展|覆盖|配置|取消|落实|配齐|接通|通|一律(?=实[行施]|公[示开]|纳入|安装|执行|采用|免费)|均可|均能|都可|都能|都(?!是|由|属|没|无|不|很|比较|存在|面临|[^，]{0,8}(?:下达|审批|安排|负责))))/u,
  },
  {
    rule: 'coverage:所有',
    regex:
      /(?<=覆盖|惠及|遍及|延伸[到至]|通达|直达|普惠|辐射|通[到至]|下沉[到至]|推广[到至])所有(?=[\u4e00-\u9fff]{2,})/u,
  },
  { rule: 'coverage:一律', regex: /一律(?=清退|淘汰|更换|拆除|关停|停用|报废)/u },
  { rule: 'coverage:每个都', regex: /个个(?:都有?|均有?|达标)/u },
  { rule: 'coverage:每个都', regex: /每[个所家座村镇][^，。；\d]{1,16}?(?:都有|均有|都|均)/u },
  {
    rule: 'coverage:均',
    regex:
      /均(?=已?(?:达到|实现|建成|配备|设立|设有|建有|纳入|达标|开通|安装|启用|投用|接入|配齐|覆盖|实施|通(?!过审)|完成|成立|设置)(?!国家下达))/u,
  },
  { rule: 'coverage:全面', regex: /全面(?:消除|普及)(?=[^，。；]{2,})/u },
];

/** 全过程、全方位、全覆盖 as a slogan; 在…全覆盖的基础上 as something presupposed; 全覆盖 as a name's part. */
const notClaim =
  /[全][\u4e00-\u9fff]{1,4}、全覆盖|全覆盖、全[\u4e00-\u9fff]|全覆盖一体化|全覆盖(?:的基础|基础上|式|监管机制|工作机制|要求|的要求)|全部(?:工作|力量|精力|内容|过程|责任)|(?:全部|均|全面)(?:已经?|基本)?(?:用完|用尽|耗尽|用光|占满|占用|损[毁坏]|毁坏|老化|报废|停[用产运办工]|瘫痪|破损|倒塌|被|受损|受灾|超)|(?:前期(?:工作|手续|准备)|前置手续)(?:已|现)?(?:全部|均)|(?:全部|均)[\u4e00-\u9fff]{0,6}(?:之后|后(?![续勤期备])|时(?:[，]|$))/u;

/** 根据省里“每个乡镇都建成一所”的要求: what somebody asked for. */
const askedFor =
  /^[^，]{0,14}(?:根据|按照|依据|依照|遵照|对照)[^，]*(?:要求|规定|精神|部署|原则|标准|通知|意见)[”"]?$/u;

/** 要想将村寨全部改造结束，是很难做到的. */
const cannotBe = /^(?:这?是|确实?|也|还|显然)*(?:很|比较|非常|十分|极为?)?(?:难|不可能|做不到|困难|不现实)/u;

/** A day, and that all is done by then. */
const onlyWhen =
  /^(?:预计|计划|力争|确保|争取|拟|将|可|于|在|到|，)*(?:(?:今|明|20\d\d)年)?[\d第一二三四上下年月日季度半底末初中旬春秋开学寒暑假期]*以?(?:前|底|末|内)?(?:可|能|将)?(?:全部|均)(?:可|能够?|将)*(?:完成|完工|竣工|建成|投用|投入使用|交付|到位|启用|开放|投产|营业|开业|落实到位|安装到位|整改到位)*(?:使用|投用)?$/u;
/** 该工程已全部完成: one work, no total of many. */
const oneWork =
  /^(?:[^，]{0,12})(?:该|此|本|上述)(?:项|条|座|处|个)?(?:工程|项目|道路|路段|线路|工作|桥梁|水库|水渠|事项|小区|设施)(?!群)[^，各每]{0,16}(?:全部|均|全面)(?:完成|完工|竣工|建成|投用|到位|结束|交付|通车|验收)/u;

/** 10月底前主体工程全部完工, 完成全部装修: one work to its end, a deliverable where a day is named. */
const workToItsEnd =
  /^[^，各每所]{0,20}(?:主体|工程|项目|装修|施工|月[上中下]旬)(?:应|须|要|将|可)?全部(?:完工|竣工|建成投[产用]|建成并投[产用入](?:使用)?)$|完成全部(?:的)?(?:装修|施工|建设|土建|安装|主体|工程)/u;

/** 其他地区有把校舍全部移交的做法: theirs. */
const others =
  /(?:其他|其它|有的|兄弟|邻近|周边|外地)(?:地区|地方|城市|省市|市县|县市|[县市区])(?=有|已|采取|实行|推行|把|将)/u;

/** A character of each of them: most clauses hold none. */
const total = /[全应所每均]|一律|个个/u;

/** A clause with a total word and no count of its own (ruling 2) becomes a coverage draft: value 100, unit %. */
export function coverageRule(
  context: ExtractionContext,
  view: SentenceView,
  taken: readonly Draft[],
  dropped: Dropped[],
): Draft[] {
  const { text } = context;
  const drafts: Draft[] = [];
  if (!total.test(text.slice(view.start, view.end))) return drafts;
  for (const clause of view.clauses) {
    if (taken.some((draft) => draft.clause === clause)) continue;
    const body = text.slice(clause.start, clause.end);
    if (!total.test(body)) continue;
    const next = view.clauses[view.clauses.indexOf(clause) + 1];
    const named =
      notClaim.test(body) ||
      askedFor.test(body) ||
      (next !== undefined && cannotBe.test(text.slice(next.start, Math.min(next.end, next.start + 10))));
    if (named || body.length < 6) {
      if (named) dropped.push({ start: clause.start, end: clause.end, rule: 'coverage-named' });
      continue;
    }
    // 新建15所，全部投入使用: the count before it is the item (ruling 2).
    const before = view.clauses[view.clauses.indexOf(clause) - 1];
    if (/^(?:已|将|要)?(?:全部|均)/u.test(body) && before && taken.some((draft) => draft.clause === before))
      continue;
    // 对7个小区施工，工程正在推进，预计第三季度全部完成: no more than when those are done.
    if (
      onlyWhen.test(body) &&
      taken.some(
        (draft) =>
          draft.kind === 'quantity' &&
          draft.end <= clause.start &&
          !/[%元]/u.test(draft.quantity?.unit ?? ''),
      )
    )
      continue;
    const toItsEnd =
      workToItsEnd.test(body) &&
      view.dates.some((d) => d.role === 'by' && d.start >= clause.start && d.end <= clause.end);
    if (oneWork.test(body) || toItsEnd) {
      dropped.push({ start: clause.start, end: clause.end, rule: 'coverage-named' });
      continue;
    }
    for (const { rule, regex } of claims) {
      const match = regex.exec(body);
      if (!match) continue;
      const start = clause.start + match.index;
      const inTitle = isEnclosed(text, view.start, start, '《', '》');
      const ofOthers = others.test(text.slice(view.start, start));
      if (inTitle || ofOthers || saidByProposer(text, view.start, start)) {
        const end = start + match[0].length;
        dropped.push({
          start,
          end,
          rule: inTitle ? 'in-title' : ofOthers ? 'example-of-others' : 'own-words-of-proposer',
        });
        continue;
      }
      const draft = clauseDraft('coverage', view, clause, rule);
      draft.valueStart = start;
      draft.valueEnd = start + match[0].length;
      draft.value = 100;
      draft.unit = '%';
      draft.comparator = '=';
      because(draft, 'value', rule);
      drafts.push(draft);
      break;
    }
  }
  return drafts;
}
