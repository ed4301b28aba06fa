import type { Span } from '../../domain/source-text.js';
import type { Evidence } from '../../domain/tracking.js';
import { findDates } from '../../extract/values/date.js';
import { headingText } from '../../text/outline/outline.js';
import type { Clause } from '../../text/sentence/sentences.js';
import type { FactView, TextView } from '../fact/document-view.js';
import type { PlacedSentence } from '../fact/passage.js';
import { otherPlace, samePlace } from '../fact/place.js';
import { canonicalText } from '../indicator/canonical.js';
import { ahead, intentions, rescheduled } from '../lexicon/stage-words.js';
import { CandidateIndex } from '../match/candidate-index.js';
import type { Deliverable } from './deliverable.js';
import { keeps, sayingOf } from './stage.js';

/** Words of a report about one deliverable. */
export interface Progress {
  readonly deliverable: Deliverable;
  readonly name: string;
  readonly view: FactView;
  readonly evidence: Evidence & { readonly reach: 'yes' | 'no' };
}

/** A later day set for a deliverable. */
export interface Rescheduling {
  readonly deliverable: Deliverable;
  readonly view: FactView;
  readonly quote: string;
  readonly date: string;
}

export interface MilestoneNews {
  readonly progress: readonly Progress[];
  readonly rescheduled: readonly Rescheduling[];
}

interface Mention {
  readonly deliverable: Deliverable;
  readonly name: string;
}

/** An index of deliverables' names, one entry a name. */
export function deliverableIndex(deliverables: readonly Deliverable[]): CandidateIndex<Mention> {
  const index = new CandidateIndex<Mention>();
  for (const deliverable of deliverables)
    for (const name of deliverable.names) index.add(name, deliverable.view.place, { deliverable, name });
  return index;
}

/** What a report says of the deliverables, clause by clause. */
export function newsOf(view: TextView, index: CandidateIndex<Mention>): MilestoneNews {
  const progress: Progress[] = [];
  const changes: Rescheduling[] = [];
  const { text } = view.outline.clean;
  for (const sentence of view.sentences) {
    // A heading names what its section is about.
    if (sentence.end <= sentence.block.headingEnd) continue;
    const intended = underIntentions(view, sentence);
    const named = sentence.clauses.flatMap((clause, at) =>
      mentionsIn(text, clause, index, view).map((found) => ({ ...found, clause, at })),
    );
    for (const found of named) {
      if (isElsewhere(view, sentence, found)) continue;
      const next = named.find((other) => other.at > found.at && other.deliverable !== found.deliverable)?.at;
      const clauses = sentence.clauses.slice(
        found.at,
        Math.min(next ?? Number.POSITIVE_INFINITY, found.at + 4),
      );
      const news = readClauses(view, found, clauses, intended);
      if (news.progress) progress.push(news.progress);
      if (news.rescheduled) changes.push(news.rescheduled);
    }
  }
  return { progress, rescheduled: changes };
}

interface Found extends Mention {
  readonly head: string;
  readonly tail: string;
}

function mentionsIn(text: string, clause: Clause, index: CandidateIndex<Mention>, view: TextView): Found[] {
  const words = canonicalText(text.slice(clause.start, clause.end));
  if (words.length < 4) return [];
  return index.find(words, view.place, 'clause').flatMap(({ deliverable, name }) => {
    const at = words.indexOf(name);
    return at < 0
      ? []
      : [{ deliverable, name, head: words.slice(0, at), tail: words.slice(at + name.length) }];
  });
}

function underIntentions(view: TextView, sentence: PlacedSentence): boolean {
  return sentence.block.path.some((at) => {
    const block = view.outline.blocks[at];
    return block !== undefined && intentions.test(headingText(view.outline, block));
  });
}

/** Another place's work, or a report from before the promise. */
function isElsewhere(
  view: TextView,
  sentence: PlacedSentence,
  { deliverable: { view: plan }, clause, head }: Found & { clause: Clause },
): boolean {
  if (plan.day !== null && view.day !== null && view.day < plan.day) return true;
  if (plan.place !== null && view.place !== null && !samePlace(plan.place, view.place)) return true;
  const before = view.outline.clean.text.slice(sentence.start, clause.start);
  return otherPlace(before, view.place) !== null || otherPlace(head, view.place) !== null;
}

function readClauses(
  view: TextView,
  found: Found & { clause: Clause; at: number },
  clauses: readonly Clause[],
  intended: boolean,
): { progress: Progress | null; rescheduled: Rescheduling | null } {
  const { text } = view.outline.clean;
  const { deliverable, name, head, tail, clause } = found;
  const last = clauses.at(-1) ?? clause;
  const whole = text.slice(clause.start, last.end);
  const dates = findDates(text, clause.start, last.end, view.reference).filter(
    (d) => d.date !== null && d.role === 'by',
  );
  const later = dates.at(-1)?.date ?? null;
  const planned =
    intended ||
    ahead.test(whole) ||
    rescheduled.test(whole) ||
    (later !== null && view.day !== null && later > view.day && dates.at(-1)?.inferred.length === 0);
  const due = deliverable.item.deadline?.date ?? null;
  const change =
    planned &&
    later !== null &&
    due !== null &&
    later > due &&
    (rescheduled.test(whole) || intended || ahead.test(whole))
      ? {
          deliverable,
          view,
          quote: sourceOf(view, { start: clause.start, end: last.end }).quote,
          date: later,
        }
      : null;
  if (intended) return { progress: null, rescheduled: change };
  const asOf = view.day !== null && later !== null && later > view.day ? view.day : (later ?? view.day);
  const make = (end: number, reach: 'yes' | 'no'): Progress => ({
    deliverable,
    name,
    view,
    evidence: wordsAsEvidence(view, { start: clause.start, end }, reach, asOf),
  });
  const rest = clauses.slice(1);
  const following = rest.map((c) => canonicalText(text.slice(c.start, c.end)));
  const saying = sayingOf(head, tail, deliverable.stage);
  if (saying.kind === 'reached') {
    // 已竣工，尚未投用: what follows takes it back.
    const doubt = following.some(
      (words) => sayingOf('', words, deliverable.stage).kind === 'short' && /未|尚/u.test(words),
    );
    if (keeps(deliverable.stage, saying.stage) && !doubt)
      return { progress: make(clause.end, 'yes'), rescheduled: null };
    return { progress: make(clause.end, 'no'), rescheduled: change };
  }
  if (saying.kind === 'promised' && !rescheduled.test(whole)) return { progress: null, rescheduled: change };
  if (saying.kind === 'short' && !rescheduled.test(whole))
    return { progress: make(clause.end, 'no'), rescheduled: change };
  for (const [i, words] of following.entries()) {
    const said = sayingOf('', words, deliverable.stage);
    const end = rest[i]?.end ?? clause.end;
    if (
      said.kind === 'reached' &&
      i === 0 &&
      saying.kind === 'nothing' &&
      /^(?:已|于|现|并|20\d\d年)/u.test(words) &&
      keeps(deliverable.stage, said.stage)
    )
      return { progress: make(end, 'yes'), rescheduled: null };
    if (said.kind === 'short') return { progress: make(end, 'no'), rescheduled: change };
  }
  return { progress: null, rescheduled: change };
}

/** A stretch of the clean text as it stands in the source. */
function sourceOf({ outline, document }: TextView, span: Span): Span & { quote: string } {
  const { start, end } = outline.clean.toSource(span);
  return { start, end, quote: document.source.text.slice(start, end) };
}

function wordsAsEvidence(
  view: TextView,
  span: Span,
  reach: 'yes' | 'no',
  asOf: string | null,
): Progress['evidence'] {
  return {
    file: view.document.file,
    documentId: view.document.id ?? null,
    itemId: null,
    ...sourceOf(view, span),
    valueText: null,
    valueStart: null,
    valueEnd: null,
    value: null,
    unit: null,
    asOf,
    reach,
    score: 1,
    parts: { name: 1, unit: 1, time: 1, place: 1 },
  };
}
