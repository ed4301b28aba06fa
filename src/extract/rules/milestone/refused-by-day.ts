import type { Span } from '../../../domain/source-text.js';
import type { Clause } from '../../../text/sentence/sentences.js';
import type { Draft, ExtractionContext, SentenceView } from '../../draft.js';
import { effortBefore, endOfEffort, isRaising, raised, settingUp, tangible } from '../../lexicon/verbs.js';
import type { Refusal } from './refusal.js';

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

/** 明年3月底前必须销号: nothing but the day. */
const bareDay =
  /^(?:务必|必须|力争|确保|将|要|均|于|在|计划|预计|最迟)*[\d今明年月日号底以前内第一二三四季度上下半旬春秋季开学五国庆元旦节“”]*(?:务必|必须|要|须)?(?:全部|全面)?$/u;
const ofWhatIsLeft = /^(?:目前|现)?(?:还|尚|仍)(?:有|差|剩|余)|^(?:剩余|其余|余下|剩下)/u;

/** A deliverable with a day, as far as the rule has read it. */
export interface Dated {
  readonly view: SentenceView;
  readonly clause: Clause;
  readonly verb: Span;
  readonly firm: boolean;
  /** The day stands in a tag or a table's column. */
  readonly tagged: boolean;
  readonly deadline: { readonly date: string | null; readonly scope: 'clause' | 'section' };
  /** The sentence's items of other kinds, and its deliverables so far. */
  readonly taken: readonly Draft[];
  readonly drafts: readonly Draft[];
}

/** Why a deliverable with a day is none that an auditor can tick: effort, no product, a day that is over, said already. */
export function refusedByDay(
  context: ExtractionContext,
  { view, clause, verb, firm, tagged, deadline, taken, drafts }: Dated,
): Refusal | null {
  const { text } = context;
  const object = text.slice(verb.end, clause.end);
  const subject = text.slice(clause.start, verb.start);
  const word = text.slice(verb.start, verb.end);
  if (deadline.scope !== 'clause') {
    const effort =
      (effortBefore.test(subject) && endOfEffort.test(word)) ||
      hastens.test(subject) ||
      ofOthers.test(subject) ||
      (word === '完成' && /(?:认真|切实|扎实|严格)$/u.test(subject) && /工作$/u.test(object));
    if (effort || (!firm && !isTangible(word, object, tagged))) return { rule: 'milestone-of-effort' };
  }
  // 达标率达到国家考核要求: a target whose value the words do not give.
  if (
    /^达到|^处于/.test(word) &&
    /(?:率|浓度|比例|水质|质量)$/u.test(subject) &&
    /(?:要求|标准|目标|水平)$/u.test(object)
  )
    return { rule: null };
  if (/^[及和、]/.test(object) && !firm) return { rule: null };
  // A day that is over when the document was signed promises nothing.
  const { day } = context.reference;
  if (day !== null && deadline.date !== null && deadline.date < day) return { rule: 'milestone-over' };
  const dated = view.dates.some((d) => d.role !== 'every' && d.start >= clause.start && d.end <= clause.end);
  if (!dated && !opensWithDate(context, view, clause) && bitByBit(subject, word))
    return { rule: 'milestone-of-effort' };
  if (/^完成$/u.test(word) && object.length === 0 && unnamed.test(subject))
    return { rule: 'milestone-vague' };
  // 现将…印发给你们: the letter that sends it out.
  // 近日，省政府印发《…》: news.
  if (
    /^(?:印发|出台|发布|公布|启动)$/u.test(word) &&
    /(?:近日|(?<!\d)日前|昨[日天]|今[日天])[，]?[^，]{0,20}$/u.test(text.slice(view.start, verb.start))
  )
    return { rule: null };
  // 为贯彻…，…，制定2019年工作计划: what the text itself is.
  if (
    /^制定$/u.test(word) &&
    /^(?:为|根据|按照)/u.test(text.slice(view.start, view.start + 2)) &&
    /(?:方案|计划|意见|措施|规划)$/u.test(object)
  )
    return { rule: null };
  if (/^现将|印发给你们|^是.*之年$|如下$/u.test(text.slice(clause.start, clause.end))) return { rule: null };
  if (word === '贯通' && /(?:服务|全程|数据|体系|上下|链条|流程)$/u.test(subject)) return { rule: null };
  // 改建工程竣工，并投入使用: the same thing, one step on.
  if (
    !dated &&
    /^并?(?:正式|全面|全部|同步)?(?:投入(?:使用|运营|运行)|投用|交付(?:使用)?|启用|运营|对外开放|通车|验收)$/u.test(
      text.slice(clause.start, clause.end),
    ) &&
    drafts.some((other) => other.clause === view.clauses[view.clauses.indexOf(clause) - 1])
  )
    return { rule: null };
  // 建成联网成片，形成循环路网: what comes of it.
  if (
    word === '形成' &&
    !dated &&
    drafts.some((other) => other.clause === view.clauses[view.clauses.indexOf(clause) - 1])
  )
    return { rule: 'milestone-vague' };
  const issues = /^(?:出台|印发|发布|制定|编制)$/u.test(word) && object.length >= 3;
  // 建成市科技馆: a short name is one all the same.
  const named =
    ((firm && /^(?:建成|开工建设|完成|建成投用)$/u.test(word)) || isRaising.test(word)) && object.length >= 3;
  if (object.length + subject.length < 6 && !dated && !issues && !named && deadline.scope !== 'clause')
    return { rule: null };
  // 15个小区，务必于5月1日前完工: the count before it is the item.
  const before = view.clauses.findLast((each) => each.end <= clause.start);
  if (
    before &&
    dated &&
    /^(?:、[\u4e00-\u9fff]{2,4}(?:运行|使用|投用))?$/u.test(object) &&
    taken.some(
      (other) =>
        other.clause === before && other.kind === 'quantity' && !/[元%]/u.test(other.quantity?.unit ?? ''),
    ) &&
    (word === '完成' ||
      ofWhatIsLeft.test(text.slice(before.start, before.end)) ||
      !/[建开增打改完培投购招发创组实]/u.test(text.slice(before.start, before.end))) &&
    bareDay.test(subject)
  )
    return { rule: null };
  if (!firm && (vague.test(object) || object.length < (dated ? 2 : 4))) return { rule: 'milestone-vague' };
  return null;
}
