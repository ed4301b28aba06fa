import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { prefixComparators } from '../values/comparator.js';
import type { QuantityMention } from '../values/quantity.js';

/** Words that may stand between a comparator and its number and belong to the value's text (ruling 4): 至少设置1所. */
const between =
  /(至少|不少于|不低于|不超过|最少|最多|最低|最高)(设置|设立|建设|建成|配备|配置|安排|开展|培训|组织|举办|有|设|建|办|配|选派|新建|完成|培育|打造)$/u;

/** Fills value, unit, comparator and the value's span for a quantity. Needs the stance: 超过 as a goal is >=, as a fact >. */
export function valueRefiner(context: ExtractionContext, draft: Draft): void {
  const q = draft.quantity;
  if (!q) return;
  const { text } = context;
  draft.value = q.value;
  draft.valueMax = q.valueMax;
  draft.unit = q.unit;
  draft.valueStart = q.start;
  draft.valueEnd = q.end;
  const goal = draft.stance === 'commitment';
  if (q.comparator) {
    draft.comparator = goal ? q.comparator.goal : q.comparator.fact;
    because(draft, 'comparator', 'comparator:adjacent');
    if (q.comparator.goal === '~' || q.comparator.goal === 'range') return;
  } else {
    const shared = sharedBound(text, draft) ?? boundBefore(text, draft);
    draft.comparator = shared ? (goal ? shared.goal : shared.fact) : '=';
    if (shared) {
      because(draft, 'comparator', 'comparator:shared');
      return;
    }
  }
  const head = text.slice(draft.segment.start, q.start);
  const joined = between.exec(head);
  if (joined) {
    draft.valueStart = draft.segment.start + joined.index;
    draft.comparator = /不超过|最多|最高/.test(joined[1] ?? '') ? '<=' : '>=';
    because(draft, 'comparator', 'comparator:joined-by-verb');
    return;
  }
  if (q.comparator) return;
  const distant = distantComparator(head);
  if (distant) {
    draft.comparator = goal ? distant.goal : distant.fact;
    because(draft, 'comparator', `comparator:distant:${distant.word}`);
  } else because(draft, 'comparator', 'comparator:none');
}

const distantWords = new Set([
  '至少',
  '不少于',
  '不低于',
  '不得少于',
  '不得低于',
  '不小于',
  '最少',
  '不超过',
  '不高于',
  '不得超过',
  '不得高于',
  '不多于',
  '控制在',
  '至多',
]);

/** 分别达到90%、60%、35%以上: the bound behind the last value is everyone's. */
function sharedBound(text: string, draft: Draft): QuantityMention['comparator'] {
  const { quantity: q, clause, view } = draft;
  if (!q || !text.slice(clause.start, q.start).includes('分别')) return null;
  const list = view.quantities.filter((each) => each.start >= clause.start && each.end <= clause.end);
  const last = list.at(-1);
  return last &&
    last !== q &&
    last.unit === q.unit &&
    list.slice(0, -1).every((each) => each.comparator === null)
    ? last.comparator
    : null;
}

const bounds = /^(?:不少于|不低于|至少|不得少于|不得低于|不超过|不多于|最多|至多)$/u;

/** 不少于15人和2辆消防车: the bound before the first count holds for what is joined to it. */
function boundBefore(text: string, draft: Draft): QuantityMention['comparator'] {
  const { quantity: q, clause, view } = draft;
  const before = q && view.quantities[view.quantities.indexOf(q) - 1];
  if (!q || !before || before.start < clause.start) return null;
  const word = text.slice(before.start, before.numberStart);
  // 分别超过2%、5%: one bound for each that follows.
  const isShared = word !== '' && text.slice(clause.start, before.start).endsWith('分别');
  if (
    !(isShared || bounds.test(word)) ||
    !/^[\u4e00-\u9fff“”]{0,12}[、和及与]$/u.test(text.slice(before.end, q.start))
  )
    return null;
  return prefixComparators.find((each) => each.word === word) ?? null;
}

/** A comparator at a distance in the same stretch: 不低于当地标准的1.6倍, 超每千人6.5批次. */
function distantComparator(head: string) {
  if (!/[不至最控超突约]/u.test(head)) return null;
  if (/约占[^，]{0,18}$/u.test(head)) return prefixComparators.find(({ word }) => word === '约') ?? null;
  const over = /(?:超过?|突破)(?=每|人均)[^，]{1,8}$/u.exec(head);
  if (over) return prefixComparators.find(({ word }) => word === '超') ?? null;
  let best: { at: number; word: (typeof prefixComparators)[number] } | null = null;
  for (const word of prefixComparators) {
    if (!distantWords.has(word.word)) continue;
    const at = head.lastIndexOf(word.word);
    if (at >= 0 && head.length - at <= 40 && (!best || at > best.at)) best = { at, word };
  }
  return best?.word ?? null;
}
