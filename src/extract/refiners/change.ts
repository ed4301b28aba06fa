import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';

const rise =
  /新增|净增|扩充|增设|增核|增补|增加(?!值)|增长|增速|增幅|涨幅|上涨|上升|上调|上浮|调增|调高|回升|提高|提升(?!示范|工程|行动|项目|中心|计划|基地)|增收|扩增|增支|(?<![新净递扩])增$|涨(?:了|价)?$|多(?:挣|收|赚)$|(?<=[比较](?:上年|去年|上一?年度?|上年同期|去年同期|同期))多$/gu;
const fall =
  /下降|降低|减少|收窄|回落|下滑|下跌|下浮|调减|调低|压减|缩减|降幅|削减|压缩(?!车|机|箱|式|站|垃圾|空气|天然气|包|袋|罐)|缩短|下调|精简|降(?!标|级|噪|压|水|雨)|减(?=环节|材料|时限|跑动)|减轻(?=[^，；\d]{0,8}负担)|减量|再减$|节约$|(?<=[比较](?:上年|去年|上一?年度?|上年同期|去年同期|同期))少$/gu;
/** 提高到, 提升至: a level reached, no change; 提升改造, 提高能力: no amount. */
const level = /^(?:到|至|为|了?到)/u;

function last(text: string, words: RegExp): { word: string; at: number } | null {
  let found: { word: string; at: number } | null = null;
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text))
    found = { word: match[0], at: match.index };
  return found;
}

/** Fills `change` when the value is an amount of change (rulings 17): the nearest verb of change before the number, not followed by 到/至. */
export function changeRefiner(context: ExtractionContext, draft: Draft, previous: Draft | null): void {
  const q = draft.quantity;
  if (!q) return;
  const { text } = context;
  const head = text.slice(draft.segment.start, q.numberStart);
  const up = last(head, rise);
  const down = last(head, fall);
  const nearest = !up ? down : !down ? up : up.at > down.at ? up : down;
  if (!nearest) {
    if (previous?.change && carries(draft, previous, head, text)) {
      draft.change = previous.change;
      because(draft, 'change', 'change:carried');
    }
    return;
  }
  const after = head.slice(nearest.at + nearest.word.length);
  // 新增服务人员、健康口腔行动完成率分别为12%、14%: how much of it is done.
  if (
    /%/.test(q.unit) &&
    /(?:完成|开工|完工|办结|到位|整改|投用|签约|支付)率(?:分别)?(?:达到?|为|是)?$/u.test(after)
  )
    return;
  // 节约120万元: what was not spent, no rate.
  if (nearest.word === '节约' && !/%/u.test(q.unit)) return;
  // 按每新增一个学位奖补1000元: for each one. 对增长贡献超五成, 新增院士占全国一半: a share.
  if (/每$/u.test(head.slice(0, nearest.at)) || /^[^，]{0,4}贡献/u.test(after)) return;
  if (/^(?:新增|净增)$/u.test(nearest.word) && q.rules.some((rule) => /half|tenths|fraction/u.test(rule)))
    return;
  // 增速高于全县增速2个百分点: between two.
  if (
    /^增[速幅]$/u.test(nearest.word) &&
    after === '' &&
    /[高低快慢]于[^，]*$/u.test(head.slice(0, nearest.at))
  )
    return;
  // 农村供水保障提升工程施工中（75%）: a name.
  if (/^(?:改造)?(?:工程|项目|行动|专项|计划)/u.test(after)) return;
  // 提升4.98万农村人口饮水质量: whose, not by how much.
  if (
    after === '' &&
    /^[\u4e00-\u9fff]{2,14}(?:质量|水平|能力|标准|条件)$/u.test(text.slice(q.end, draft.segment.end))
  )
    return;
  if (
    /^(?:的|比例|率|幅度(?!达))/.test(after) ||
    after.length > (/新增|净增/.test(nearest.word) ? 40 : 20) ||
    /等$/u.test(after)
  )
    return;
  if (level.test(after) || /(?<!\d)(?:到|至)(?:[^，]{0,10})$/.test(after.replace(/达到$/, ''))) return;
  // 新增用地出让比例达到100%: the share of what is new, no change of a share.
  if (
    /%/.test(q.unit) &&
    /^(?:新增|净增)$/.test(nearest.word) &&
    /(?:率|比例|比重|占比)(?:均)?(?:达到?|为|不低于|超过)?$/u.test(after)
  )
    return;
  // 摸排新增危旧房5289套: found, not added.
  if (nearest === up && /(?:摸排|排查|发现|核查|录入|识别)$/u.test(head.slice(0, nearest.at))) return;
  // 城镇新增就业完成年计划的118.2%: a share of what was planned.
  if (/%/.test(q.unit) && /(?:计划|任务|目标)(?:数|量)?的$/u.test(after)) return;
  // 饮水安全巩固提升170938人: whom it reached. 年均诊疗量提高3万人次: by how much.
  if (
    /^(?:提高|提升)$/.test(nearest.word) &&
    /^[万千]?(?:人|名|户|人次)$/u.test(q.unit) &&
    !/(?:数|量|流|规模|就业|[比较](?:上年|去年|上一?年度?)(?:同期)?)$/u.test(head.slice(0, nearest.at))
  )
    return;
  const ratio = /%|‰|百分点|倍/.test(q.unit);
  const money = /元/.test(q.unit);
  if (
    (nearest.word === '提高' || nearest.word === '提升') &&
    (!(ratio || after.length <= 1 || (money && /(?:额|标准|金|费|价|工资|收入|待遇)$/u.test(after))) ||
      /^(?:改造|完善|建设)/.test(after) ||
      /(?:改造|升级)$/u.test(head.slice(0, nearest.at)))
  )
    return;
  if ((nearest.word === '增加' || nearest.word === '提升') && /^(?:投入|投资)/.test(after)) return;
  if (nearest === down && /^(?:解|级|水|雨|落|本|费(?!用负担))/.test(after)) return;
  draft.change = nearest === up ? 'increase' : 'decrease';
  because(draft, 'change', `change:${nearest.word}`);
}

const measureOf = (unit: string | null): string => (unit ?? '').replace(/^[十百千万亿]+/u, '');

/** 分别增长5%、7% and 新增承诺单位1.5万家，退货承诺店4500家: the verb of the value before it serves this one too. */
function carries(draft: Draft, previous: Draft, head: string, text: string): boolean {
  if (previous.view !== draft.view) return false;
  const own = head.replace(/^[，、和与及]+/u, '');
  // 增长6.5%左右，力争7%: the same growth, bettered.
  if (/^(?:力争|争取|确保|力求)(?:达到?|实现)?$/u.test(own) && previous.unit === draft.quantity?.unit)
    return true;
  // A rate or an index is a level, whatever grew before it.
  if (/(?:率|指数|比例|比重|占比)(?:在|控制在|为|达到?)?$/u.test(own)) return false;
  // 新增泊位8491个，其中小区8165个；共增加专线8条，分别是王村5条: parts of what was added.
  const parts =
    /^(?:其中|分别[是为])/u.test(own) || previous.rules.change?.includes('change:carried') === true;
  if (
    parts &&
    measureOf(previous.unit) === measureOf(draft.quantity?.unit ?? null) &&
    previous.rules.change?.some((rule) => /新增|净增|增加|carried/u.test(rule)) &&
    /^(?:其中|分别[是为])?[\u4e00-\u9fff]{2,12}$/u.test(own)
  )
    return !/[已完拟再培治修转总]|占|为止/u.test(own);
  if (
    own.length > 24 ||
    /[建造培开完达为是有占发补录申]|总数|总量|累计|余额|存量|再就业|培训|脱贫|改造|治理|修复|转企/u.test(own)
  )
    return false;
  // The verb that the first of the list has.
  let first = previous;
  while (first.rules.change?.includes('change:carried') && first.previous) first = first.previous;
  const verb = text.slice(first.segment.start, first.quantity?.numberStart ?? first.segment.start);
  const adds = /新增|净增/u.test(verb);
  if (measureOf(previous.unit) !== measureOf(draft.quantity?.unit ?? null))
    // 新增林地6万亩、绿道20公里, 新增房间20间、床位50张: what a verb of adding lists, each in its own measure.
    return (
      adds &&
      previous.clause === draft.clause &&
      /^(?:、|约?$)/u.test(
        text.slice(previous.valueEnd ?? previous.quantity?.end ?? 0, draft.quantity?.start ?? 0),
      ) &&
      !/其中|率|比|%/u.test(own + (draft.quantity?.unit ?? ''))
    );
  if (previous.clause === draft.clause) return true;
  return adjacentClause(draft, previous) && adds;
}

function adjacentClause(draft: Draft, previous: Draft): boolean {
  const { clauses } = draft.view;
  const at = clauses.indexOf(draft.clause);
  return at > 0 && clauses[at - 1] === previous.clause && previous.clause.mark === '，';
}
