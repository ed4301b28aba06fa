import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { clip, stripLeading, withoutDates } from './indicator-words.js';
import { isWeak, topicBefore } from './topic.js';

const stepBefore =
  /^(?:确定|选定|落实)[^，]{0,4}(?:施工|中标|建设|监理)(?:单位|队伍|企业)(?:并|后)|^(?:完成|办理)[^，]{0,8}(?:招投?标|手续|审批)(?:工作)?(?:并|后)(?=.{2})/u;

/** 3处学校均已完成主体建设，今年秋季开学全部投入使用: all of those that were counted. */
function allOf({ previous, view }: Draft, words: string): string {
  if (!/^(?:将|可|能够?|预计|计划)*(?:全部|均|都)/u.test(words) || previous?.view !== view) return '';
  if (previous.kind !== 'quantity' || !/^[处个所座家条栋项]$/u.test(previous.unit ?? '')) return '';
  return previous.indicator.replace(/(?:均|都|已|全部|现).*$/u, '');
}

/** Fills the indicator of a milestone: its deliverable, with the subject of an earlier clause where the own words only complete. */
export function milestoneIndicator(context: ExtractionContext, draft: Draft): void {
  const words = withoutDates(context, draft, draft.clause)
    .replace(/^.*[：]/u, '')
    .replace(/^(?:[，、]|力争|争取|确保|努力|计划|利用|用|我[区市县省]将?|将|要)+/u, '');
  const object = words.replace(
    /(?:全面|基本|如期|加快|全部)?(?:完成|建成|实现|建立起?|形成|出台|印发|设立|成立)(?=.{4,})/u,
    '',
  );
  // 确定施工单位并开工建设: the step before it is no deliverable's name.
  const own = stripLeading(object).replace(stepBefore, '');
  // 该项目预计可投入使用, 整个工程预计完成: which one is said before.
  const bare = own.replace(
    /^(?:该|此|本|上述|以上|整个)?(?:(?:项目|工程){1,2}|(?:条|段|处|座)?(?:道路|公路|路段|桥梁?|水库|学校|医院|小区|公园|线路|管网))(?:实施|建设)?(?=预计|计划|将|可|力争|拟|全部|已|建成|完成|完工|竣工|投)/u,
    '',
  );
  const subject =
    /^(?:项目|工程)(?:建设|实施|施工|主体)?(?:工作|任务)?$/u.test(own) ||
    isWeak(own.replace(/项目/gu, '某项')) ||
    (bare !== own && isWeak(bare))
      ? allOf(draft, words) || topicBefore(context, draft)
      : '';
  // …工程二期 + 二期开工: its stage is said once.
  const rest = subject && own.startsWith(subject.slice(-2)) ? own.slice(2) : own;
  draft.indicator = clip(
    `${subject}${rest.replace(/^(?:便?可(?!研|行)|能够|能(?!源|耗)|将|再(?!生))+/u, '')}`,
  );
  because(draft, 'indicator', subject ? 'indicator:subject-before' : 'indicator:deliverable');
}
