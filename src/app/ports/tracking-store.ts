import type { Claim, Decision } from '../../domain/decision.js';
import type { Standing } from '../../domain/standing.js';
import type { DocumentFacts, FactSide, StoredFact } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import type { Subject } from '../../track/match/about-plan.js';

/** What tracking knows of a document apart from its facts. */
export interface TrackedHead {
  readonly documentId: string;
  readonly file: string;
  /** Which engine's items the facts are of: goes with each row that rests on them. */
  readonly stamp: string;
  readonly place: string | null;
  readonly day: string | null;
  readonly subject: Subject;
}

export type FoundFact = StoredFact & { readonly documentId: string };

/** What is said of a promise; its running number is given when it is stored. */
export type NewDecision = Omit<Decision, 'seq' | 'id'>;
export type NewClaim = Omit<Claim, 'seq' | 'id'>;

/**
 * What tracking keeps. Standings are a projection: brought up to date in the transaction of every write that bears on them.
 * One office sees nothing of another.
 */
export interface TrackingStore {
  /** Replaces the document's facts. */
  saveFacts(tenant: string, head: Omit<TrackedHead, 'subject'>, facts: DocumentFacts): Promise<void>;
  heads(tenant: string, documentIds: readonly string[]): Promise<readonly TrackedHead[]>;
  /** All facts of a document. */
  factsOf(tenant: string, documentId: string): Promise<readonly FoundFact[]>;
  /**
   * Facts of one side that have one of the keys, of this place or of none that is known.
   * @param place null: of any place
   */
  factsLike(
    tenant: string,
    side: FactSide,
    place: string | null,
    keys: readonly string[],
  ): Promise<readonly FoundFact[]>;
  /** Documents that have all the marks, of this place or of none that is known, newest first. */
  documentsTelling(
    tenant: string,
    place: string | null,
    marks: readonly string[],
  ): Promise<readonly string[]>;
  /**
   * Replaces every row in which the document takes part.
   * @param stamps of all documents that the rows rest on
   * @returns false, with nothing written, where one of them has been read anew meanwhile
   */
  saveHeld(
    tenant: string,
    documentId: string,
    stamps: ReadonlyMap<string, string>,
    held: readonly Held[],
  ): Promise<boolean>;

  /** All that a document says of other documents' promises. */
  heldBy(tenant: string, documentId: string): Promise<readonly Held[]>;
  standing(tenant: string, itemId: string): Promise<Standing | null>;
  /**
   * Appends a decision.
   * @param version how many decisions its maker knew of. Faults: `decision-conflict` where there are others, `not-found`.
   */
  decide(tenant: string, decision: NewDecision, version: number): Promise<Standing>;
  /** Appends a claim. Fault: `not-found`. */
  claim(tenant: string, claim: NewClaim): Promise<Standing>;
  /**
   * Appends a decision to add a promise to a document that is extracted, or to take it out again, with its row; the document
   * waits for being tracked again. What was added is kept when the document is extracted anew.
   * Faults: `not-found`, `item-exists`.
   */
  amend(tenant: string, decision: NewDecision): Promise<void>;
  /** Decisions made in a document, in their order. */
  decisionsOf(tenant: string, documentId: string): Promise<readonly Decision[]>;
  /** Decisions and claims whose item is not there any more, oldest first; none of a document that lies in the bin. */
  lost(tenant: string): Promise<readonly (Decision | Claim)[]>;
}
