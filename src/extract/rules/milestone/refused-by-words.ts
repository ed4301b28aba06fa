import type { Span } from '../../../domain/source-text.js';
import type { Clause } from '../../../text/sentence/sentences.js';
import type { ExtractionContext, SentenceView } from '../../draft.js';
import { saidByProposer } from '../exclusions/whose-words.js';
import type { Refusal } from './refusal.js';

/** Why a clause with a completing verb is no deliverable whatever its day: supposed, done, an aim, somebody else's words. */
export function refusedByWords(
  { text }: ExtractionContext,
  view: SentenceView,
  clause: Clause,
  verb: Span,
): Refusal | null {
  // 若年均增速达到8%: supposed, not promised.
  if (/^(?:若|如果|倘若|假如)/.test(text.slice(clause.start, clause.start + 2))) return { rule: 'condition' };
  // 京津冀等区域提前一年完成: sooner than what was said before, which is the item.
  if (
    /提前[一二两三半\d]{1,2}(?:年|个月|个季度)(?:全面|基本)?完成$/u.test(text.slice(clause.start, clause.end))
  )
    return { rule: null };
  // 提前完成目标任务的省份，要…: who.
  if (
    clause.mark === '，' &&
    /的(?:省份|地区|区域|市县|县区|区县|市州|乡镇|街道|单位|部门|企业|项目|村|县|市|区|学校|医院|人员|个人|集体)$/u.test(
      text.slice(verb.end, clause.end),
    ) &&
    !/(?:已|将|要|应|须|对|给予)/u.test(text.slice(clause.start, verb.start))
  )
    return { rule: 'condition' };
  // 验收得分低于70分的, 取消当年评优资格: a case, and what befalls it.
  if (
    /的$/u.test(text.slice(clause.start, clause.end)) ||
    (/^取消$/u.test(text.slice(verb.start, verb.end)) &&
      /(?:资格|称号|荣誉|奖励|补助|备案|授牌)$/u.test(text.slice(verb.end, clause.end)))
  )
    return { rule: 'condition' };
  // 与主体工程同步验收: how each of them is handled.
  if (
    /^(?:并|均|应|须|要)*与[^，]{2,12}同步/u.test(text.slice(clause.start, verb.start)) &&
    clause.end === verb.end
  )
    return { rule: 'milestone-vague' };
  // 配合科技部启动专项: another's.
  if (/^(?:积极|主动|继续|全力|并)*配合[^，]{2,16}$/u.test(text.slice(clause.start, verb.start)))
    return { rule: 'milestone-of-effort' };
  // 方案提出，到2026年全国要建成一批基地: the nation's goal.
  if (/全国(?:要|将|应|须|力争|计划)[^，]{0,4}$/u.test(text.slice(clause.start, verb.start)))
    return { rule: 'example-of-others' };
  // 编制了项目库: that is done.
  if (
    /^了(?!结)/u.test(text.slice(verb.end, clause.end)) &&
    !/将|要|拟|确保|力争/u.test(text.slice(clause.start, verb.start))
  )
    return { rule: 'result-without-value' };
  // 基本实现“玉米不减产”的种植目标: an aim, no product. 由各责任单位全面完成: of all that stands above.
  if (
    (/实现$/u.test(text.slice(verb.start, verb.end)) && /目标$/u.test(text.slice(verb.end, clause.end))) ||
    /由各?(?:责任|牵头|有关|相关|承办)单位/u.test(text.slice(clause.start, verb.start))
  )
    return { rule: 'milestone-vague' };
  // 为后期项目落地提供规划依据: what it is good for.
  if (
    /^(?:并|从而|以|也|将|可)*为[^，]*提供[^，]*(?:依据|支撑|保障|基础|条件|参考|遵循|支持|借鉴)$/u.test(
      text.slice(clause.start, clause.end),
    )
  )
    return { rule: 'milestone-of-effort' };
  // 工程完工后即启动整治: when, hangs on something else.
  if (
    /(?:完工|建成|完成|到位|批复|审批|竣工|落实|下达)后/u.test(text.slice(clause.start, verb.start)) &&
    !view.dates.some((d) => d.start >= clause.start && d.end <= clause.end)
  )
    return { rule: 'condition' };
  if (saidByProposer(text, view.start, verb.start)) return { rule: 'own-words-of-proposer' };
  // 即将开工建设，预计年底完工: shortly, by no day of its own.
  if (
    /即将[^，]{0,8}$/u.test(text.slice(clause.start, verb.start)) &&
    !view.dates.some((d) => d.start >= clause.start && d.end <= clause.end)
  )
    return { rule: 'milestone-without-deadline' };
  return null;
}
