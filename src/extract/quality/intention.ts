import type { Span } from '../../domain/source-text.js';
import { isEnclosed } from '../../text/sentence/sentences.js';
import { clauseDraft, type ExtractionContext, type SentenceView } from '../draft.js';
import { stanceRefiner } from '../refiners/stance.js';
import { saidByProposer } from '../rules/exclusions/whose-words.js';

/** Verbs of effort: they promise that something is worked at, never that anything is there in the end. */
const effort =
  /加强|强化|推进|推动|完善|健全|深化|探索|优化|加大|加快|促进|提升|提高|巩固|拓展|规范|做好|抓好|落实|争取|研究|支持|鼓励|引导/u;
/** 加强了, 推进中; 的加强, 对于完善: what was done, and what is only named. */
const notPromised = /^(?:了|后|以来|以后|的|中，)/u;
const presupposed = /(?:通过|随着|由于|为了?|关于|对于?|经|是|如何|建议|需要您|希望|感谢)[^，。；]{0,12}$/u;
/** The frame of a document, its thanks and its appeals: nobody sets out to do anything in them. */
const frame =
  /^(?:为(?!此)|欢迎|感谢|衷心感谢|希望|请(?!示)|根据|按照.{0,40}(?:要求|部署)$)|特制定|为(?:根本)?指导|全面贯彻|总体要求|现印发|(?:以下|如下)[^，。]{0,10}$|意义|体现了|重要性|列[入为].{0,4}议案/u;
const shortest = 8;

/** Where a clause of the sentence sets out to make an effort. */
function effortIn(text: string, view: SentenceView) {
  for (const clause of view.clauses) {
    const body = text.slice(clause.start, clause.end);
    const match = effort.exec(body);
    if (!match || body.length < shortest) continue;
    const place = clause.start + match.index;
    if (isEnclosed(text, view.start, place, '《', '》') || isEnclosed(text, view.start, place, '“', '”'))
      continue;
    if (notPromised.test(body.slice(match.index + match[0].length))) continue;
    if (presupposed.test(body.slice(0, match.index))) continue;
    return { clause, at: place };
  }
  return null;
}

/**
 * A sentence that promises by effort alone: promise stance, no figure, no deliverable, so no row of its own.
 * @returns its clean span, or null
 */
export function intentionIn(context: ExtractionContext, view: SentenceView): Span | null {
  if (view.inHeading || view.block.indicator || view.column === 'progress') return null;
  if (frame.test(context.text.slice(view.start, view.end))) return null;
  const found = effortIn(context.text, view);
  if (!found || saidByProposer(context.text, view.start, found.at)) return null;
  const draft = clauseDraft('milestone', view, found.clause, 'intention');
  stanceRefiner(context, draft);
  return draft.stance === 'commitment' ? { start: view.start, end: view.end } : null;
}
