import type {
  DocumentMeta,
  DocumentStatus,
  Engine,
  MetaCorrection,
  StoredDocument,
} from '../../domain/document.js';
import type { FaultRecord } from '../../domain/fault-record.js';
import type { Item } from '../../domain/item.js';
import type { BoundFilter, LedgerPage, LedgerRow, Proposal, Unit } from '../../domain/ledger.js';
import type { PromiseCell } from '../../domain/promise-count.js';
import type { NewProposalNote, ProposalNote } from '../../domain/proposal-note.js';
import type { SourceText } from '../../domain/source-text.js';
import type { Dimension, Tally, TallyOptions } from '../../domain/tally.js';
import type { BinStore } from './bin-store.js';
import type { FirstAnswers } from './first-answers.js';
import type { Page } from './page.js';
import type { PracticeStore } from './practice-store.js';
import type { TrackingStore } from './tracking-store.js';

export type { Page } from './page.js';

export interface NewDocument {
  readonly tenant: string;
  readonly place: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

export interface Extraction {
  readonly engine: Engine;
  readonly meta: DocumentMeta;
  readonly items: readonly Item[];
  /** Sentences that promise by effort alone: counted, never rows. */
  readonly intentions: number;
  /** Search terms of each item, in order, where they were made along with it; otherwise the store asks its `Tokenize`. */
  readonly terms?: readonly (readonly string[])[];
}

export interface ChangedDocument {
  readonly document: StoredDocument;
  /** Of how many promises it says something; null until it has been held against the others. */
  readonly evidence: number | null;
}

/**
 * The ledger. One office (tenant) sees nothing of another: every method takes the tenant, or an id that is looked up within it.
 * Writes are idempotent and atomic per document; when a promise resolves the result is durable.
 * Faults: `store-unavailable`, `cursor-invalid`, `not-found`.
 */
export interface LedgerStore extends TrackingStore, BinStore, FirstAnswers, PracticeStore {
  /**
   * Unique by (tenant, sha256): the same file again gives the first document with `created: false`, its first name kept. New
   * ones are `received` and stand in `unqueued`. Fault: `document-binned` where it lies in the bin.
   */
  addDocument(document: NewDocument): Promise<{ document: StoredDocument; created: boolean }>;
  document(tenant: string, id: string): Promise<StoredDocument | null>;
  /** Newest first. */
  documents(
    tenant: string,
    page: { limit: number; cursor?: string | undefined; status?: DocumentStatus | undefined },
  ): Promise<Page<StoredDocument>>;

  /** Documents that have changed since, in the order of their last changes: what goes on, for who watches. */
  documentsChanged(
    tenant: string,
    after: { readonly at: string; readonly id: string },
    limit: number,
  ): Promise<readonly ChangedDocument[]>;

  /** Documents accepted whose first job is not known to be in the queue: what lets uploads go on while the queue is away. */
  unqueued(limit: number): Promise<readonly StoredDocument[]>;
  markQueued(tenant: string, id: string): Promise<void>;
  /** Documents of every office, `received` or `read`, that have not moved since before an ISO instant, the longest first. `after`: the last one of the page before. */
  unfinished(before: string, limit: number, after?: StoredDocument): Promise<readonly StoredDocument[]>;
  /** The same of documents that are `done` and whose items, as they are now, have not been held against others. */
  untracked(before: string, limit: number, after?: StoredDocument): Promise<readonly StoredDocument[]>;

  /** Stores the text and sets status `read`. */
  saveText(tenant: string, id: string, text: SourceText): Promise<void>;
  text(tenant: string, id: string): Promise<SourceText | null>;
  /**
   * Replaces the document's items, links units and proposals, sets meta, counts and status `done`, in one transaction.
   * Responsible strings resolve to registered units by name or alias; a new name registers a unit. A unit that
   * no item mentions any more, and that has no alias, is registered no longer.
   * A proposal number links the document to its proposal (created when new).
   * @param text stored along with it where it is not stored yet
   */
  saveExtraction(tenant: string, id: string, extraction: Extraction, text?: SourceText): Promise<void>;
  /**
   * Appends what a person read otherwise of a document that was extracted, and sets it in document, rows and links to
   * proposals; later extractions leave it so. The document is to be held against the others anew.
   * @param version how many corrections its maker saw. Faults: `not-found`, `edit-conflict`.
   */
  correctMeta(
    tenant: string,
    id: string,
    correction: MetaCorrection,
    version: number,
  ): Promise<StoredDocument>;
  /** Sets status `failed` with the fault; items of an earlier success stay. */
  fail(tenant: string, id: string, fault: FaultRecord): Promise<void>;

  rows(tenant: string, filter: BoundFilter, page: LedgerPage): Promise<Page<LedgerRow>>;
  /** How many rows match, counted up to `cap`. */
  count(tenant: string, filter: BoundFilter, cap: number): Promise<number>;
  row(tenant: string, itemId: string): Promise<LedgerRow | null>;
  /** Rows that match, counted by each combination of dimensions asked for; the most rows first, equals in any order. */
  tallies(
    tenant: string,
    filter: BoundFilter,
    by: readonly (readonly Dimension[])[],
    options: TallyOptions,
  ): Promise<readonly (readonly Tally[])[]>;
  /**
   * Promises of the whole office, doubles and rejected ones aside, from counts that are kept with the rows: cells that together
   * are all of them on each axis, none twice, none of them holding both days that lie before and after a day asked about.
   */
  promiseCells(
    tenant: string,
    days: Pick<TallyOptions, 'today' | 'soonUntil'>,
  ): Promise<readonly PromiseCell[]>;
  /** Counts them anew from the rows, and sets right what was kept otherwise. @returns how many counts were wrong */
  recountPromises(tenant: string): Promise<number>;
  /** The words that full text looks for when it is asked for this. */
  searchWords(text: string): Promise<readonly string[]>;

  units(tenant: string): Promise<readonly Unit[]>;
  /** Adds an alias; rows of the alias resolve to the unit from then on, and those already there are moved. */
  addUnitAlias(tenant: string, unitId: string, alias: string): Promise<void>;
  proposals(tenant: string): Promise<readonly Proposal[]>;
  /** Proposals of these numbers, however many zeros lead them, in any order; their documents are not told. */
  proposalsNumbered(
    tenant: string,
    numbers: readonly string[],
  ): Promise<readonly Omit<Proposal, 'documentIds'>[]>;
  /** Makes a proposal that is not there yet, with or without documents; a title replaces one. The proposal's id. */
  registerProposal(
    tenant: string,
    proposal: Omit<Proposal, 'id' | 'tenant' | 'documentIds'>,
  ): Promise<string>;
  linkProposal(
    tenant: string,
    documentId: string,
    proposal: Omit<Proposal, 'id' | 'tenant' | 'documentIds'>,
  ): Promise<void>;

  /** Appends what somebody put down on a proposal. Fault: `not-found`. */
  addProposalNote(note: NewProposalNote): Promise<ProposalNote>;
  /** What was put down on these proposals, each one's in its order. */
  proposalNotes(tenant: string, proposalIds: readonly string[]): Promise<readonly ProposalNote[]>;

  /** Resolves when the store answers; throws `store-unavailable`, `store-unsuitable` or `store-not-migrated` otherwise. */
  ping(): Promise<void>;
  /** Applies missing migrations, in order, once; returns the names of those applied. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Splits text into search tokens (lower case, words of the segmenter), the same at writing and at asking. */
export type Tokenize = (text: string) => readonly string[] | Promise<readonly string[]>;
