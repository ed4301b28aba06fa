import type { Item } from '../../domain/item.js';
import {
  type DocumentView,
  documentView,
  type Report,
  reportsOf,
  type Target,
  type TrackedDocument,
  targetsOf,
} from '../fact/document-view.js';
import { canonicalText } from '../indicator/canonical.js';
import {
  ahead,
  begunWords,
  builtVerbs,
  inUseVerbs,
  issuedVerbs,
  negated,
  partialWords,
  rescheduled,
} from '../lexicon/stage-words.js';
import { type Subject, subjectOf } from '../match/about-plan.js';
import { searchWords } from '../match/target-index.js';
import { type Deliverable, deliverableOf } from '../milestone/deliverable.js';
import { byRarity, marksOf, nameKeys } from './name-keys.js';

/** A fact without its document, which stands once. */
export type FactBody =
  | ({ readonly side: 'target' } & Omit<Target, 'view'>)
  | ({ readonly side: 'report' } & Omit<Report, 'view'>)
  | ({ readonly side: 'deliverable' } & Omit<Deliverable, 'view'>)
  /** A promise that nothing can be held against. */
  | { readonly side: 'plain'; readonly item: Item };
export type FactSide = FactBody['side'];

/** One fact of a document, with the keys that an index finds it by. Plain JSON. */
export interface StoredFact {
  readonly itemId: string;
  readonly keys: readonly string[];
  readonly body: FactBody;
}

/** What tracking keeps of a document: a function of the document alone. */
export interface DocumentFacts {
  readonly place: string | null;
  readonly day: string | null;
  readonly subject: Subject;
  /** Marks of its clauses: which deliverables it may speak of. */
  readonly marks: readonly string[];
  readonly facts: readonly StoredFact[];
}

/** Its words and figures, not why it is there. */
const slim = (item: Item): Item => ({ ...item, rules: {}, section: [], missing: [] });

function keysOf(fact: Target | Report): string[] {
  return nameKeys(searchWords(fact), fact.topic === null ? 'name' : 'clause');
}

function targetFact(target: Target): StoredFact {
  const { view: _, ...fact } = target;
  const body = { ...fact, side: 'target' as const, item: slim(fact.item) };
  return { itemId: fact.item.id, keys: keysOf(target), body };
}

function reportFact(report: Report): StoredFact {
  const { view: _, ...fact } = report;
  const body = { ...fact, side: 'report' as const, item: slim(fact.item) };
  // An item that a report tells as done is a promise's row too: each of its facts has a key of its own.
  const { id, stance } = fact.item;
  return { itemId: stance === 'commitment' ? `${id}+told` : id, keys: keysOf(report), body };
}

function deliverableFacts(view: DocumentView): StoredFact[] {
  return view.document.items
    .filter(({ stance, kind }) => stance === 'commitment' && kind === 'milestone')
    .flatMap((item) => {
      const deliverable = deliverableOf(item, view);
      if (!deliverable) return [];
      const { names, stage } = deliverable;
      // One mark a name, its rarest: a document that speaks of the name has all of its marks.
      const keys = [...new Set(names.flatMap((name) => marksOf(name).sort(byRarity).slice(0, 1)))];
      return [{ itemId: item.id, keys, body: { side: 'deliverable', item: slim(item), names, stage } }];
    });
}

/** Sentences that may tell of a deliverable: how far it has come, or a new day for it. */
const tells = new RegExp(
  [
    ...[builtVerbs, inUseVerbs, issuedVerbs],
    ...[begunWords, partialWords, negated, rescheduled].map(({ source }) => source),
    `(?:${ahead.source}).*[年月底]|[年月底].*(?:${ahead.source})`,
  ].join('|'),
  'su',
);

function marksIn({ outline, sentences }: DocumentView): string[] {
  const marks = new Set<string>();
  const telling = sentences.filter(({ start, end }) => tells.test(outline.clean.text.slice(start, end)));
  for (const { clauses } of telling)
    for (const { start, end } of clauses)
      for (const mark of marksOf(canonicalText(outline.clean.text.slice(start, end)))) marks.add(mark);
  return [...marks].sort();
}

/** Reads a document for tracking, once; the store keeps what it gives. */
export function documentFacts(document: TrackedDocument): DocumentFacts {
  const view = documentView(document);
  const held = [...targetsOf(view).map(targetFact), ...deliverableFacts(view)];
  const known = new Set(held.map(({ itemId }) => itemId));
  return {
    place: view.place,
    day: view.day,
    subject: subjectOf(view),
    marks: marksIn(view),
    facts: [
      ...held,
      ...document.items
        .filter(({ stance, id }) => stance === 'commitment' && !known.has(id))
        .map(
          (item): StoredFact => ({ itemId: item.id, keys: [], body: { side: 'plain', item: slim(item) } }),
        ),
      ...reportsOf(view).map(reportFact),
    ],
  };
}
