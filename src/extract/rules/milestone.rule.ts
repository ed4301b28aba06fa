import { type Clause, isEnclosed } from '../../text/sentence/sentences.js';
import { because, clauseDraft, type Draft, type ExtractionContext, type SentenceView } from '../draft.js';
import {
  building,
  effortBefore,
  endOfEffort,
  firmDeliverables,
  isRaising,
  raised,
  raising,
  settingUp,
  softDeliverables,
  tangible,
} from '../lexicon/verbs.js';
import { deadlineOf } from '../refiners/deadline.js';
import { columnDay } from '../refiners/row.js';
import { deliverable } from './deliverable.js';
import { saidByProposer } from './exclusions/whose-words.js';
import type { Dropped } from './quantity.rule.js';

/** A建成开诊、B开工: each product with its own completing word is one; A、B、C开工 stays one. */
function products(text: string, clause: Clause): Clause[] {
  const body = text.slice(clause.start, clause.end);
  if (!body.includes('、')) return [clause];
  const cuts: number[] = [];
  let open = false;
  let at = 0;
  for (const part of body.split('、')) {
    const completes = part.length >= 5 && endsInCompletion.test(part);
    if (open && completes) cuts.push(at);
    open = completes;
    at += part.length + 1;
  }
  if (cuts.length === 0) return [clause];
  const starts = [0, ...cuts];
  return starts.map((start, i) => ({
    start: clause.start + start,
    end: i + 1 < starts.length ? clause.start + (starts[i + 1] ?? 0) - 1 : clause.end,
    mark: i + 1 < starts.length ? '、' : clause.mark,
  }));
}
const endsInCompletion =
  /(?:建成|竣工|开工|动工|投用|投入使用|投运|通车|交付|投产|开园|开业|开馆|开诊|封顶|完工|落地|通水|启用)(?:投用|使用|运营|开诊|达效|建设)?$/u;

/** 确保全年目标任务顺利完成: nothing is named that is to be done. */
const unnamed =
  /^(?:[^，]{0,6}(?:确保|保证|力争|推动|促进))?[^，“”《》]{0,12}(?:目标|任务|工作|责任|考核)(?:任务|目标|考核|和重点项目|落实)*(?:顺利|圆满|全面|如期|按时限?|按期|高质量|超额|全部|均|已|较好)*$/u;

const vague =
  /^对[^，]*(?:进行|开展|给予|予以)|机制(?:建设)?$|氛围|意识|合力|格局(?!$)|责任制|环境|力度|良性循环|有机|监管$|良好|队伍$|统筹考虑|研究|统筹安排/u;

/** 推动项目早开工、早建成; 坚持把完成实事作为重中之重: sooner, and how much it weighs, but no day. */
const hastens = /(?:尽快|尽早|早日|抓紧|[、动保]早|^早)$|(?:坚持|始终)把[^，]*$/u;
/** 工程陆续开工, 分批逐步改造完成: bit by bit, without a day of its own. */
const bitByBit = (subject: string, word: string): boolean =>
  /(?:陆续|相继|分批|分期|逐年|逐步|有序)(?:[\u4e00-\u9fff]{0,2})$/u.test(subject) ||
  (word === '完成' && /(?:分步|分批|分期|逐步|逐年|陆续)[^，]{0,6}$/u.test(subject));
/** 6月底前，分批完成…: the day by which, alone in the clause before it. */
function opensWithDate({ text }: ExtractionContext, view: SentenceView, clause: Clause): boolean {
  const before = view.clauses.findLast((each) => each.end <= clause.start);
  return (
    before !== undefined &&
    view.dates.some(
      (d) =>
        d.role === 'by' &&
        d.start >= before.start &&
        d.end === before.end &&
        /^[到至]|[前底末]$/u.test(text.slice(d.start, d.end)),
    )
  );
}
const isTangible = (word: string, object: string, tagged: boolean): boolean =>
  ((tagged || settingUp.test(word)) && tangible.test(object)) ||
  (isRaising.test(word) && raised.test(object));

/** 支持企业建成智能工厂: theirs. */
const ofOthers =
  /^(?:积极|大力|重点|继续)?(?:支持|鼓励|引导|帮助|扶持)[^，]{0,8}(?:企业|社会|民间|个人|农户|群众|主体)[^，]*$/u;

/**
 * A dated deliverable without a value: the clause names a product that can be ticked, and its sentence, or the section above it,
 * gives the deadline. A document's period alone does not make one (ruling 10).
 */
export function milestoneRule(
  context: ExtractionContext,
  view: SentenceView,
  taken: readonly Draft[],
  dropped: Dropped[],
): Draft[] {
  const { text } = context;
  const drafts: Draft[] = [];
  if (view.inHeading) return drafts;
  for (const clause of view.clauses.flatMap((each) => products(text, each))) {
    if (
      taken.some(
        (draft) =>
          draft.start < clause.end &&
          draft.end > clause.start &&
          // 完成客运总站迁建（占地75亩）: a figure in passing leaves the deliverable its own.
          !isEnclosed(text, clause.start, draft.quantity?.numberStart ?? draft.start, '（', '）'),
      ) ||
      clause.end - clause.start < 4
    )
      continue;
    const firm = deliverable(text, clause.start, clause.end, firmDeliverables);
    const ofRow = columnDay(context, view);
    const tagged = ofRow !== null || context.sections[view.block.index]?.deadline?.rule === 'deadline:tag';
    const section = context.sections[view.block.index]?.deadline?.rule;
    const underYear = section === 'deadline:heading' || section === 'deadline:lead-in';
    const soft = firm
      ? null
      : (deliverable(text, clause.start, clause.end, softDeliverables) ??
        (tagged ? deliverable(text, clause.start, clause.end, building) : null) ??
        (underYear ? deliverable(text, clause.start, clause.end, raising) : null));
    const verb = firm ?? soft;
    if (!verb) continue;
    const drop = (rule: string) => dropped.push({ start: clause.start, end: clause.end, rule });
    // 若年均增速达到8%: supposed, not promised.
    if (/^(?:若|如果|倘若|假如)/.test(text.slice(clause.start, clause.start + 2))) {
      drop('condition');
      continue;
    }
    // 京津冀等区域提前一年完成: sooner than what was said before, which is the item.
    if (
      /提前[一二两三半\d]{1,2}(?:年|个月|个季度)(?:全面|基本)?完成$/u.test(
        text.slice(clause.start, clause.end),
      )
    )
      continue;
    // 提前完成目标任务的省份，要…: who.
    if (
      clause.mark === '，' &&
      /的(?:省份|地区|区域|市县|县区|区县|市州|乡镇|街道|单位|部门|企业|项目|村|县|市|区|学校|医院|人员|个人|集体)$/u.test(
        text.slice(verb.end, clause.end),
      ) &&
      !/(?:已|将|要|应|须|对|给予)/u.test(text.slice(clause.start, verb.start))
    ) {
      drop('condition');
      continue;
    }
    // 编制了项目库: that is done.
    if (
      /^了(?!结)/u.test(text.slice(verb.end, clause.end)) &&
      !/将|要|拟|确保|力争/u.test(text.slice(clause.start, verb.start))
    ) {
      drop('result-without-value');
      continue;
    }
    // 基本实现“玉米不减产”的种植目标: an aim, no product. 由各责任单位全面完成: of all that stands above.
    if (
      (/实现$/u.test(text.slice(verb.start, verb.end)) && /目标$/u.test(text.slice(verb.end, clause.end))) ||
      /由各?(?:责任|牵头|有关|相关|承办)单位/u.test(text.slice(clause.start, verb.start))
    ) {
      drop('milestone-vague');
      continue;
    }
    // 为后期项目落地提供规划依据: what it is good for.
    if (
      /^(?:并|从而|以|也|将|可)*为[^，]*提供[^，]*(?:依据|支撑|保障|基础|条件|参考|遵循|支持|借鉴)$/u.test(
        text.slice(clause.start, clause.end),
      )
    ) {
      drop('milestone-of-effort');
      continue;
    }
    // 工程完工后即启动整治: when, hangs on something else.
    if (
      /(?:完工|建成|完成|到位|批复|审批|竣工|落实|下达)后/u.test(text.slice(clause.start, verb.start)) &&
      !view.dates.some((d) => d.start >= clause.start && d.end <= clause.end)
    ) {
      drop('condition');
      continue;
    }
    if (saidByProposer(text, view.start, verb.start)) {
      drop('own-words-of-proposer');
      continue;
    }
    // 即将开工建设，预计年底完工: shortly, by no day of its own.
    if (
      /即将[^，]{0,8}$/u.test(text.slice(clause.start, verb.start)) &&
      !view.dates.some((d) => d.start >= clause.start && d.end <= clause.end)
    ) {
      drop('milestone-without-deadline');
      continue;
    }
    const draft = clauseDraft('milestone', view, clause, firm ? 'milestone:firm' : 'milestone:soft');
    const own = deadlineOf(context, draft);
    const deadline =
      ofRow && own?.scope !== 'clause' ? ({ date: ofRow.date, scope: 'section' } as const) : own;
    if (!deadline || deadline.scope === 'document') {
      drop('milestone-without-deadline');
      continue;
    }
    const object = text.slice(verb.end, clause.end);
    const subject = text.slice(clause.start, verb.start);
    const word = text.slice(verb.start, verb.end);
    if (deadline.scope !== 'clause') {
      const effort =
        (effortBefore.test(subject) && endOfEffort.test(word)) ||
        hastens.test(subject) ||
        ofOthers.test(subject) ||
        (word === '完成' && /(?:认真|切实|扎实|严格)$/u.test(subject) && /工作$/u.test(object));
      if (effort || (soft && !isTangible(word, object, tagged))) {
        drop('milestone-of-effort');
        continue;
      }
    }
    // 达标率达到国家考核要求: a target whose value the words do not give.
    if (
      /^达到|^处于/.test(word) &&
      /(?:率|浓度|比例|水质|质量)$/u.test(subject) &&
      /(?:要求|标准|目标|水平)$/u.test(object)
    )
      continue;
    if (/^[及和、]/.test(object) && soft) continue;
    // A day that is over when the document was signed promises nothing.
    const { day } = context.reference;
    if (day !== null && deadline.date !== null && deadline.date < day) {
      drop('milestone-over');
      continue;
    }
    const dated = view.dates.some(
      (d) => d.role !== 'every' && d.start >= clause.start && d.end <= clause.end,
    );
    if (!dated && !opensWithDate(context, view, clause) && bitByBit(subject, word)) {
      drop('milestone-of-effort');
      continue;
    }
    if (/^完成$/u.test(word) && object.length === 0 && unnamed.test(subject)) {
      drop('milestone-vague');
      continue;
    }
    // 现将…印发给你们: the letter that sends it out.
    // 近日，省政府印发《…》: news.
    if (
      /^(?:印发|出台|发布|公布|启动)$/u.test(word) &&
      /(?:近日|日前|昨[日天]|今[日天])[，]?[^，]{0,20}$/u.test(text.slice(view.start, verb.start))
    )
      continue;
    // 为贯彻…，…，制定2019年工作计划: what the text itself is.
    if (
      /^制定$/u.test(word) &&
      /^(?:为|根据|按照)/u.test(text.slice(view.start, view.start + 2)) &&
      /(?:方案|计划|意见|措施|规划)$/u.test(object)
    )
      continue;
    if (/^现将|印发给你们|^是.*之年$|如下$/u.test(text.slice(clause.start, clause.end))) continue;
    if (word === '贯通' && /(?:服务|全程|数据|体系|上下|链条|流程)$/u.test(subject)) continue;
    // 改建工程竣工，并投入使用: the same thing, one step on.
    if (
      !dated &&
      /^并?(?:正式|全面|全部|同步)?(?:投入(?:使用|运营|运行)|投用|交付(?:使用)?|启用|运营|对外开放|通车|验收)$/u.test(
        text.slice(clause.start, clause.end),
      ) &&
      drafts.some((other) => other.clause === view.clauses[view.clauses.indexOf(clause) - 1])
    )
      continue;
    // 建成联网成片，形成循环路网: what comes of it.
    if (
      word === '形成' &&
      !dated &&
      drafts.some((other) => other.clause === view.clauses[view.clauses.indexOf(clause) - 1])
    ) {
      drop('milestone-vague');
      continue;
    }
    const issues = /^(?:出台|印发|发布|制定|编制)$/u.test(word) && object.length >= 3;
    // 建成市科技馆: a short name is one all the same.
    const named =
      ((firm !== null && /^(?:建成|开工建设|完成|建成投用)$/u.test(word)) || isRaising.test(word)) &&
      object.length >= 3;
    if (object.length + subject.length < 6 && !dated && !issues && !named && deadline.scope !== 'clause')
      continue;
    // 15个小区，务必于5月1日前完工: the count before it is the item.
    const before = view.clauses.findLast((each) => each.end <= clause.start);
    if (
      before &&
      dated &&
      object.length === 0 &&
      taken.some((other) => other.clause === before && other.kind === 'quantity') &&
      !/[建开增打改完培投购招发创组实]/u.test(text.slice(before.start, before.end)) &&
      /^(?:务必|力争|确保|将|要|均|于|在|计划)*[\d今明年月日底前一二三四季度上下半]*(?:全部|全面)?$/u.test(
        subject,
      )
    )
      continue;
    if (soft && (vague.test(object) || object.length < (dated ? 2 : 4))) {
      drop('milestone-vague');
      continue;
    }
    because(draft, 'item', `deliverable:${word}`);
    drafts.push(draft);
  }
  return drafts;
}
