import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';

const rise = /新增|净增|增加|增长|增速|增幅|涨幅|上升|提高|提升|增收|扩增/gu;
const fall = /下降|降低|减少|压减|缩减|降幅|削减|压缩|缩短|下调|降/gu;
/** 提高到, 提升至: a level reached, no change; 提升改造, 提高能力: no amount. */
const level = /^(?:到|至|为|了?到)/u;

function last(text: string, words: RegExp): { word: string; at: number } | null {
  let found: { word: string; at: number } | null = null;
  for (const match of text.matchAll(words)) found = { word: match[0], at: match.index };
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
    const carried =
      previous?.change != null &&
      previous.view === draft.view &&
      measureOf(previous.unit) === measureOf(q.unit) &&
      (previous.clause === draft.clause || adjacentClause(draft, previous)) &&
      !/[建造培开完达为是有]/.test(head.replace(/^[，、]/, '')) &&
      head.length <= 24;
    if (
      carried &&
      previous &&
      /新增|净增|分别/.test(
        text.slice(previous.segment.start, previous.quantity?.numberStart ?? previous.segment.start),
      )
    ) {
      draft.change = previous.change;
      because(draft, 'change', 'change:carried');
    }
    return;
  }
  const after = head.slice(nearest.at + nearest.word.length);
  if (/^的/.test(after)) return;
  if (level.test(after) || /(?:到|至)(?:[^，]{0,10})$/.test(after.replace(/达到$/, ''))) return;
  const ratio = /%|‰|百分点|倍/.test(q.unit);
  const money = /元/.test(q.unit);
  if (
    (nearest.word === '提高' || nearest.word === '提升') &&
    (!(ratio || money || after === '') || /^(?:改造|完善|建设)/.test(after))
  )
    return;
  if ((nearest.word === '增加' || nearest.word === '提升') && /^(?:投入|投资)/.test(after)) return;
  if (nearest === down && /^(?:解|级|水|雨|落|本|费)/.test(after)) return;
  draft.change = nearest === up ? 'increase' : 'decrease';
  because(draft, 'change', `change:${nearest.word}`);
}

const measureOf = (unit: string | null): string => (unit ?? '').replace(/^[十百千万亿]+/u, '');

function adjacentClause(draft: Draft, previous: Draft): boolean {
  const { clauses } = draft.view;
  const at = clauses.indexOf(draft.clause);
  return at > 0 && clauses[at - 1] === previous.clause && previous.clause.mark === '，';
}
