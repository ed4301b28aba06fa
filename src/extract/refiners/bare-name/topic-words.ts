import type { Draft, ExtractionContext, SentenceView } from '../../draft.js';
import { stripLeading } from '../indicator-words.js';
import { marker } from '../topic-heading.js';

const longest = 16;
/** Verbs of effort: a heading that opens with one tells what to strive for, not of what. */
const strives =
  /^(?:加强|加快|加大|推进|推动|完善|强化|深化|健全|提升|提高|优化|持续|切实|认真|积极|大力|全面|主要|重点|坚持|突出|抓好|做好|落实|严格|聚焦|着力|构建|创新|促进|有效|进一步|扎实|总体|工作|基本|当前|下一?步|今后|目前|存在|已|其他|指导|组织|保障|完成|有序|毫不|用心|办好|搞好|筑牢|守牢|建强|壮大|缓解|补齐|培育|扩大|发展|打造|实施|开展|您|你|如何|年|贯彻|关于|牢牢|集中|为|对|从|以|把|将)/u;
/** 节会带动作用明显: a heading that tells how it went. */
const tells =
  /(?:明显|显著|有力|有效|良好|提升|提高|增强|改善|优化|加快|规范|运行|突破|进展|成效|开展|推进|落实|到位|完善|蓬勃|扎实|明确|深化|完成|进步|见效|加大|加强|稳定|短板|难题?|如何.*|任务|目标|指标|事项|安排|清单|措施|保障|步骤|要求|采纳|打算|计划|情况)$/u;

/** What a point's own heading names: 关于待遇问题, （五）家庭养老床位, 6.体育公园. '' where it strives or is long. */
function ofHeading(raw: string): string {
  const words = raw
    .replace(marker, '')
    .replace(/^[（(][一二三四五六七八九十\d]{1,3}[）)]/u, '')
    .replace(/^[\s\d.．、）)]+/u, '')
    .replace(/[。：，；]$/u, '')
    .replace(/^关于(?:推进|加快|加强|建立|完善|提高|推动|促进)?/u, '')
    .replace(/(?:的?(?:建议|意见|问题|情况|事情|事|方面|工作|答复))+$/u, '')
    .replace(/^[“"]([^”"]*)[”"](?:——.*|（[^）]*）)?$/u, '$1')
    .replace(/^(?:发放|推行|增设|新建|新增|建设|利用)(?=.{3})/u, '');
  return words.length >= 2 &&
    words.length <= longest &&
    /^[\u4e00-\u9fff“”A-Za-z\d（）]+$/u.test(words) &&
    !strives.test(words) &&
    !tells.test(words)
    ? words
    : '';
}

/** What the point's own heading names. */
export const ownHeading = ({ text }: ExtractionContext, { block }: SentenceView): string =>
  block.headingEnd > block.start && !block.columns
    ? ofHeading(text.slice(block.start, block.headingEnd))
    : '';

/** The nearest heading that names a thing: the point's own, else the one above it. */
export function headed(context: ExtractionContext, view: SentenceView): string {
  const own = ownHeading(context, view);
  if (own) return own;
  const { text } = context;
  const { blocks } = context.outline;
  const { block } = view;
  // A table's row stands under the table's own head.
  if (block.columns) return '';
  const above = blocks[block.path.at(-1) ?? -1];
  return above && above !== block ? ofHeading(text.slice(above.start, above.headingEnd)) : '';
}

const plan = /《([^》]{4,24}?)(?:建设|发展)?(?:行动|工作|实施|专项)?(?:规划|方案|计划)(?:[（(][^》]*)?》/u;

/** 我部正在修订《全国X建设规划》，规划拟明确，…: what the plan that is told of plans. */
export function planned({ text }: ExtractionContext, { view }: Draft): string {
  for (let each: SentenceView | null = view, i = 0; each && i < 2; each = each.previous, i++) {
    const words = text.slice(each.start, Math.min(each.end, each.start + 400));
    const found = words.includes('《') ? plan.exec(words)?.[1] : undefined;
    if (found && /规划|方案|计划/u.test(words.slice(words.indexOf('》'))))
      return found.replace(/^全[国省市县区]/u, '').slice(-longest);
  }
  return '';
}

const made =
  /(?:起草|制定|编制|拟定|拟订|修订|研究|形成|准备|开展|实施|推行|推进|启动|设立|设|建|购置|更换|投放|补助|建立|引进|选择|纳入)了?(?![，、])([^，；。]{2,14})$/u;

/** What the clause before does something to: 据此起草新的操作口径，…; 在社区设固定登记点，…. */
export function object({ text }: ExtractionContext, draft: Draft): string {
  const { clauses } = draft.view;
  const at = clauses.findIndex((each) => each.start <= draft.clause.start && each.end >= draft.clause.end);
  const before = clauses[at - 1];
  if (!before || before.mark === '；') return '';
  const found = made.exec(text.slice(before.start, before.end))?.[1];
  if (!found || /\d/.test(found)) return '';
  const words = stripLeading(found.replace(/^新的/u, ''));
  return words.length >= 2 && words.length <= longest ? words : '';
}

const planTells = /(?:规划|方案|计划)(?:拟|将)?(?:明确|提出|确定)，/u;

/** 规划拟明确，累计建成6万亩: what is only done there is done with what the plan is of. */
export const toldByPlan = (context: ExtractionContext, draft: Draft): string =>
  planTells.test(context.text.slice(draft.view.start, draft.clause.start)) ? planned(context, draft) : '';
