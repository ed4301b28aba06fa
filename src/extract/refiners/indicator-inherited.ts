import type { Draft, ExtractionContext } from '../draft.js';
import { stripLeading, withoutDates } from './indicator-words.js';

/** 项目已竣工 and 竣工率: what has been done is said by the rate. */
export function withRate(name: string, own: string): string {
  const done = /^(?:已)?([\u4e00-\u9fff]{2})率$/u.exec(own)?.[1];
  const bare = done ? (name.endsWith(done) ? name.slice(0, -2) : name).replace(/已(?:全部|经)?$/u, '') : name;
  return `${bare}${own}`;
}

/** Words that name nothing by themselves (其中, 同比, 新建) take the name of the item before, of the clause beside or of the heading. */
export function inherited(
  context: ExtractionContext,
  draft: Draft,
  own: string,
  previous: Draft | null,
): string {
  const { text } = context;
  const at = draft.view.clauses.indexOf(draft.clause);
  const spending = /^(?:投入|投资|安排|拨付|筹集|争取|落实)/u.test(own);
  const verbOnly =
    /^(?:其中|同比|环比|同口径|比上年|较上年|较去年|分别|达|共|累计|给予|上调|下调|增长|下降|提高|减少|上升|上涨|回升|回落|提升|增加|下滑|降低|增至|降至)*$/u.test(
      own,
    );
  if (previous && previous.view === draft.view && previous.indicator && !spending)
    return verbOnly || previous.indicator.includes(own)
      ? previous.indicator
      : withRate(previous.indicator, own.replace(/^其中|^[比较](?:上年|去年|同期|年初)*$/gu, ''));
  // A table's row: 新增4000张养老床位 | 4385张 | 110%.
  if (own === '' && previous?.indicator && previous.view !== draft.view)
    return draft.unit === '%' && previous.unit !== '%' ? `${previous.indicator}完成率` : previous.indicator;
  const neighbour = spending
    ? (draft.view.clauses[at + 1] ?? draft.view.clauses[at - 1])
    : (draft.view.clauses[at - 1] ?? draft.view.clauses[at + 1]);
  // 2011年完成28个；今年任务70个: what comes after does not name it.
  if (neighbour && !spending && own.length >= 2 && neighbour.start > draft.clause.start) return own;
  if (neighbour) {
    const words = stripLeading(withoutDates(context, draft, neighbour))
      .replace(/《[^》]*》/gu, '')
      .slice(-24);
    if (words.length >= 2) return `${words}${own}`;
  }
  const block = draft.view.block;
  const heading = text
    .slice(block.start, block.headingEnd)
    .replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、）).．]/u, '')
    .replace(/[。：]$/u, '');
  return own || heading || text.slice(draft.clause.start, draft.clause.end);
}
