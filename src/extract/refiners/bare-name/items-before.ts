import type { Draft, SentenceView } from '../../draft.js';
import { onlyDone, onlyEach, onlyPart, onlyRate, onlyWhere } from './bareness.js';

/** The last draft of a sentence. */
const lastOf = new WeakMap<SentenceView, Draft>();
/** How many sentences and items are looked back over. */
const sentencesBack = 2;
const itemsBack = 12;

export const remember = (draft: Draft): void => {
  lastOf.set(draft.view, draft);
};

/** The items before it in its paragraph, the nearest first. */
export function* itemsBefore(draft: Draft): Generator<Draft> {
  let left = itemsBack;
  for (let each = draft.previous; each && each.view === draft.view && left-- > 0; each = each.previous)
    yield each;
  let view: SentenceView | null = draft.view.previous;
  for (let i = 0; view && i < sentencesBack; i++, view = view.previous) {
    if (view.block !== draft.view.block) return;
    for (let each = lastOf.get(view) ?? null; each && each.view === view && left-- > 0; each = each.previous)
      yield each;
  }
}

export const isBare = (words: string): boolean =>
  onlyDone(words) || onlyEach(words) || onlyRate(words) || onlyPart(words) || onlyWhere(words);

const doneAtEnd =
  /(?:均|都|已|全部|现|共|总)*(?:任务|目标|完成|建成|新建|改建|改造|盘活|安装|开工|完工|竣工|到位|登记|投放|受理|实施|率先|继续|任务数|总数|总量|数量|个数|计划|三年|[一二三四五六七八九十]年)+$/u;

/** A name without what was done with it: what goes on to be counted. */
export const stem = (indicator: string): string => {
  const rest = indicator
    .replace(doneAtEnd, '')
    .replace(/^.*?原?计划(?:完成|实施|新建|开展)?(?=.{4})/u, '')
    .replace(/^(?:新建|改扩建|改建|扩建|建成|、)+(?=.{2})/u, '');
  return rest.length >= 2 ? rest : indicator;
};
