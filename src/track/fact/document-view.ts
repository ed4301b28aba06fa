import type { DocumentMeta } from '../../domain/document.js';
import type { Item } from '../../domain/item.js';
import type { MetaFields } from '../../domain/meta-correction.js';
import type { SourceText } from '../../domain/source-text.js';
import { dateReference } from '../../extract/reference.js';
import type { DateReference } from '../../extract/values/date.js';
import type { Outline } from '../../text/outline/block.js';
import { dayOf } from './day.js';
import { type Fact, factOf } from './fact.js';
import { looksBack } from './looked-back.js';
import { outlineWith } from './outline-with.js';
import { cleanOffset, type PlacedSentence, passageOf, sentencesOf } from './passage.js';
import { placeOf } from './place.js';
import { repeatedTasks } from './restated.js';
import { planYears, reviewYear, type Scope, scopesOf } from './timeline.js';
import { setsAnew, type Told, toldAsDone } from './told-as-done.js';
import { reportWindow, type TargetWindow, targetWindow, type Window } from './window.js';

/** The text of a document, as tracking takes it. */
export interface TrackedText {
  readonly file: string;
  readonly id?: string;
  readonly source: SourceText;
  /** What people set of the document in place of what is read of it. */
  readonly corrected?: MetaFields;
}

/** A document with its items. */
export interface TrackedDocument extends TrackedText {
  readonly meta: DocumentMeta;
  readonly items: readonly Item[];
}

/** What comparing needs to know of the document that a figure stands in. */
export interface FactView {
  /** `id` in the ledger; none for a file that is only read. */
  readonly document: { readonly file: string; readonly id?: string };
  readonly place: string | null;
  /** The document's own day, or null. */
  readonly day: string | null;
}

/** A promise of a value, and the time that it is for. */
export interface Target extends Fact {
  readonly view: FactView;
  readonly window: TargetWindow;
  /** It may take an earlier target's place; not where a report only tells how far things are. */
  readonly anew: boolean;
  /** It stands where the plan looks back: what was, read as a promise. */
  readonly past: boolean;
}

/** A reported value, and the time that it speaks of. */
export interface Report extends Fact {
  readonly view: FactView;
  readonly window: Window;
}

/** What tracking knows of a document's text. */
export interface TextView extends FactView {
  readonly document: TrackedText;
  readonly outline: Outline;
  readonly sentences: readonly PlacedSentence[];
  readonly scopes: readonly Scope[];
  /** Which of its sentences, as a report, repeat its tasks. */
  readonly tasks: ReadonlySet<number>;
  readonly reference: DateReference;
  /** The year that a report looks back on. */
  readonly year: number | null;
  /** The years that a plan runs over. */
  readonly plan: { readonly from: number; readonly to: number } | null;
}

export interface DocumentView extends TextView {
  readonly document: TrackedDocument;
}

export const documentView = (document: TrackedDocument): DocumentView => ({
  ...textView(document),
  document,
});

export function textView(document: TrackedText): TextView {
  const { corrected = {} } = document;
  const outline = outlineWith(document.source, corrected);
  const reference = dateReference(outline);
  const sentences = sentencesOf(outline);
  const day = dayOf(outline, corrected.date);
  const year = reviewYear(outline, day);
  return {
    document,
    outline,
    sentences,
    scopes: scopesOf(outline, sentences, year),
    tasks: repeatedTasks(outline, sentences),
    reference,
    place: placeOf(outline, corrected.issuer),
    day,
    year,
    plan: planYears(outline, day, reference.year),
  };
}

interface Read {
  readonly fact: Fact;
  readonly scope: Scope;
  readonly task: boolean;
  readonly told: Told;
  readonly anew: boolean;
  readonly past: boolean;
}

/** Items of the stance, and of the other what a report tells as done. */
function* read(view: DocumentView, stance: Item['stance']): Generator<Read> {
  const { document, outline, sentences, place } = view;
  let previous: { clause: number; end: number } | null = null;
  for (const item of document.items) {
    const passage = passageOf(outline, sentences, item);
    if (!passage) continue;
    const sameClause = previous?.clause === passage.clause.start;
    const told = toldAsDone(view, document.meta, item, passage);
    if (item.stance === stance || (told !== null && stance === 'achievement')) {
      const fact = factOf(outline, item, passage, place, sameClause ? (previous?.end ?? null) : null);
      const past = item.stance === 'commitment' && looksBack(outline, item, passage, view.plan?.from ?? null);
      if (fact)
        yield {
          fact,
          scope: view.scopes[passage.sentence.index] ?? { kind: 'year', year: view.year },
          task: view.tasks.has(passage.sentence.index),
          told,
          anew: told === null && !past && setsAnew(view, document.meta, passage),
          past,
        };
    }
    if (item.valueEnd !== null)
      previous = { clause: passage.clause.start, end: cleanOffset(outline, item.valueEnd) };
  }
}

const partOfYear = /半年|季度|月|截[至止]|中期|阶段/u;

/** The promises of values in a document, in reading order. */
export function targetsOf(view: DocumentView): Target[] {
  return Array.from(read(view, 'commitment'), ({ fact, anew, past }) => ({
    ...fact,
    view,
    anew,
    past,
    window: targetWindow(fact.item, fact.words, view.plan),
  }));
}

/** The reported values of a document, in reading order. */
export function reportsOf(view: DocumentView): Report[] {
  const { title } = view.document.meta;
  const time = { day: view.day, partial: title === null || partOfYear.test(title) };
  return Array.from(read(view, 'achievement'), ({ fact, scope, task, told }) => ({
    ...fact,
    restated: fact.restated ?? (task || told === 'likely' ? 'perhaps' : null),
    view,
    window: reportWindow(fact.item, fact.words, scope, time),
  }));
}
