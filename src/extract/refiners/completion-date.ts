import type { Span } from '../../domain/source-text.js';
import type { Draft } from '../draft.js';
import type { DateMention } from '../values/date.js';

/** 甲单位负责征地；乙单位负责施工，整个工程计划于9月完工: what the last clause says, it says of them all. */
const wholeAhead = (text: string, clauses: readonly Span[], at: number): boolean =>
  clauses.slice(at + 1, at + 5).some(({ start }) => /^整个(?:工程|项目)/u.test(text.slice(start, start + 4)));

const atLatest = /^但?最[迟晚](?:不得?|应|要|须|必须)?(?:超过|晚于|迟于|于|在)?$/u;
const theRest = /^(?:另有|另外|仍差|还差|尚差|还有|尚有|仍有|其余|剩余|余下|剩下)/u;

/** 建设管道约50公里，已进场施工，预计2024年6月底前可完工: a later clause only says by when. */
export function completion(text: string, draft: Draft, dates: readonly DateMention[]): DateMention | null {
  const { clauses } = draft.view;
  const at = clauses.indexOf(draft.clause);
  let begun: DateMention | null = null;
  for (const next of clauses.slice(at + 1, at + 7)) {
    const whole = /^整个|^全部(?:工程|项目)/u.test(text.slice(next.start, next.start + 4));
    if (clauses[clauses.indexOf(next) - 1]?.mark !== '，' && !whole && !wholeAhead(text, clauses, at))
      return begun;
    // 已立138座，仍差22座，9月20日前到位: by when the rest is.
    if (theRest.test(text.slice(next.start, next.start + 4))) return begun;
    const date = dates.find((d) => d.start >= next.start && d.end <= next.end);
    // 其余4条允许跨年实施，但最迟不得超过2026年3月底: the last day of all.
    if (date && atLatest.test(text.slice(next.start, date.start)) && date.end === next.end) return date;
    if (
      date &&
      /^(?:(?:整个|全部|该|以上|上述|各|所有|这些)*(?:工程|项目|任务|工作|目标))?(?:务必|力争|确保|争取|计划|预计|已|将|要|均|全部|须|应|于|在)*$/u.test(
        text.slice(next.start, date.start),
      ) &&
      /^(?:以?前)?(?:必须|务必|要|须|应)?(?:[便即就]?可|[便就]?能|将)?(?:全部|全面|基本|如期)?(?:完成|完工|建成|竣工|投用|交付|投入使用|(?:安装|整改|拨付|落实|发放|配备)?到位|办结|开工|通水|通车|建成投[产用]|投产|营业|开业|亮灯|销号|清零|换好|装好|补上|补齐|开放)(?:、[\u4e00-\u9fff]{2,4}(?:运行|使用|投用)$)?(?:建设|施工|交付|投用|并?投用|任务|投入使用|并投入使用|(?:项目|工程|车辆|设备|全部|主体|管网|线路)?(?:更新|更换|改造|建设|施工|安装|采购|整治|维修)(?:工作|任务|工程|项目)?)?$/u.test(
        text.slice(date.end, next.end),
      )
    ) {
      // 4月开工，8月完工: by when it is done.
      if (!/开工(?:建设|施工)?$/u.test(text.slice(date.end, next.end))) return date;
      begun = date;
      continue;
    }
    if (begun) return begun;
    // Between them only more of the same: 已进场施工, 规划72个班.
    // 目前方案已通过审批: how far it is, said between.
    if (
      !date &&
      draft.stance === 'commitment' &&
      /^(?:也|并|同时)?(?:目前|现|正在?|已)/u.test(text.slice(next.start, next.start + 4))
    )
      continue;
    // 每个园区入驻不少于15家: a detail of what is built.
    if (
      date ||
      (next.end - next.start > 16 &&
        !/^(?:每|平均每)/u.test(text.slice(next.start, next.start + 3)) &&
        !wholeAhead(text, clauses, at))
    )
      return null;
  }
  return begun;
}
