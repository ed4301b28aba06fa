import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import type { StoredDocument } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import type { Proposal } from '../../../domain/ledger.js';
import type { ProposalNote } from '../../../domain/proposal-note.js';
import type { State } from '../../../domain/standing.js';
import type { SortKeys } from '../shared/row-order.js';
import { type PracticeRecord, practices } from './practice-model.js';
import {
  type CountChangeRecord,
  countChanges,
  type PromiseCountRecord,
  promiseCounts,
} from './promise-count-models.js';
import { needed, options, text, whole } from './schema-parts.js';
import {
  type FactRecord,
  facts,
  type HeldRecord,
  held,
  type SpokenRecord,
  type StandingRecord,
  spoken,
  standings,
  type TrackedRecord,
  tracked,
} from './tracking-models.js';

export interface ProposalLink {
  readonly id: string;
  readonly number: string;
}

export interface DocumentRecord extends Omit<StoredDocument, 'id'> {
  readonly _id: string;
  readonly queued: boolean;
  /** Its items, as they are now, have not been held against others. */
  readonly untracked?: boolean;
  /** The proposal that the document names. */
  readonly found: ProposalLink | null;
  /** Those that a person linked: no engine takes them away. */
  readonly given: readonly ProposalLink[];
}

export interface ItemRecord extends SortKeys {
  /** Item and office: the same file in two offices has the same item ids. */
  readonly _id: string;
  readonly tenant: string;
  readonly itemId: string;
  readonly documentId: string;
  /** Of the document. */
  readonly place: string | null;
  readonly commitmentId: string | null;
  /** The commitment has other mentions too. */
  readonly joined: boolean;
  readonly stance: string;
  readonly kind: string;
  readonly strength: string;
  readonly hedged: boolean;
  readonly missing: readonly string[];
  readonly indicator: string;
  readonly start: number;
  readonly unitNames: readonly string[];
  readonly unitIds: readonly string[];
  readonly terms: readonly string[];
  readonly document: {
    readonly name: string;
    readonly title: string | null;
    readonly kind: string;
    readonly issuer: string | null;
    readonly date: string | null;
    readonly proposalNumber: string | null;
    /** Absent where an older engine wrote the row. */
    readonly publicity?: string | null;
  };
  readonly item: Item;
  /** Where a promise stands; missing until it was tracked. */
  readonly state?: (Omit<State, 'due'> & { readonly dueUp: string }) | null;
}

export interface UnitRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly name: string;
  /** Its name and its aliases: each belongs to one unit of the office. */
  readonly names: readonly string[];
}

export interface TextRecord {
  readonly _id: string;
  readonly documentId: string;
  readonly part: number;
  readonly packed: { readonly buffer: Uint8Array };
}

export interface ProposalRecord extends Omit<Proposal, 'id' | 'documentIds'> {
  readonly _id: string;
}

export type ProposalNoteRecord = Omit<ProposalNote, 'id'> & { readonly _id: string };

/** A document in the bin, as it stood. */
export interface BinRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly sha256: string;
  readonly binnedAt: string;
  readonly binnedBy: string;
  readonly record: DocumentRecord;
}

/** The first answer to a request with an Idempotency-Key; null while it is at work. */
export interface FirstAnswerRecord {
  readonly _id: string;
  readonly fingerprint: string;
  readonly begunAt: string;
  readonly answer: { readonly buffer: Uint8Array } | null;
}

export interface TenantRecord {
  readonly _id: string;
  readonly places: readonly string[];
  /** Goes up when a name changes its unit: extractions that began before resolve again. */
  readonly registry: number;
  /** How often the kept counts were set right: of two who count at once, one sees that the other was first. */
  readonly recounts?: number;
}

interface CommitmentRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly id: string;
  readonly createdAt: string;
}

const documents = new Schema(
  {
    _id: needed,
    tenant: needed,
    place: text,
    sha256: needed,
    name: needed,
    size: Number,
    format: text,
    status: needed,
    fault: whole,
    warnings: [Schema.Types.Mixed],
    characters: { type: Number, default: null },
    engine: whole,
    meta: whole,
    counts: whole,
    queued: Boolean,
    untracked: Boolean,
    found: whole,
    given: [{ _id: false, id: String, number: String }],
    receivedAt: needed,
    updatedAt: needed,
  },
  options,
)
  .index({ tenant: 1, sha256: 1 }, { unique: true })
  .index({ tenant: 1, receivedAt: -1, _id: -1 })
  .index({ tenant: 1, status: 1, receivedAt: -1, _id: -1 })
  .index({ tenant: 1, 'meta.issuer': 1 })
  .index({ tenant: 1, updatedAt: 1, _id: 1 })
  .index({ receivedAt: 1, _id: 1 }, { partialFilterExpression: { queued: false, status: 'received' } })
  .index({ updatedAt: 1, _id: 1 }, { partialFilterExpression: { status: { $in: ['received', 'read'] } } })
  .index({ updatedAt: 1, _id: 1 }, { name: 'untracked', partialFilterExpression: { untracked: true } })
  .index({ tenant: 1, 'found.number': 1 })
  .index({ tenant: 1, 'given.number': 1 });

const items = new Schema(
  {
    _id: needed,
    tenant: needed,
    itemId: needed,
    documentId: needed,
    place: text,
    commitmentId: text,
    joined: Boolean,
    stance: String,
    kind: String,
    strength: String,
    hedged: Boolean,
    missing: [String],
    indicator: String,
    start: Number,
    deadlineUp: String,
    deadlineDown: String,
    documentDate: String,
    unitNames: [String],
    unitIds: [String],
    terms: [String],
    document: whole,
    item: whole,
    state: whole,
  },
  options,
)
  .index({ documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, deadlineDown: -1, documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, documentDate: -1, documentId: 1, start: 1, itemId: 1 })
  .index({ unitIds: 1, stance: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, terms: 1 })
  .index({ tenant: 1, place: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, missing: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 })
  .index({ tenant: 1, commitmentId: 1 }, { partialFilterExpression: { joined: true } })
  .index({ tenant: 1, 'state.dueUp': 1 }, { partialFilterExpression: { stance: 'commitment' } });

/** Something large in parts. */
const texts = () =>
  new Schema({ _id: needed, documentId: needed, part: Number, packed: Buffer }, options).index(
    { documentId: 1, part: 1 },
    { unique: true },
  );
const units = new Schema({ _id: needed, tenant: needed, name: needed, names: [String] }, options).index(
  { tenant: 1, names: 1 },
  { unique: true },
);
const proposals = new Schema(
  { _id: needed, tenant: needed, body: text, session: text, number: needed, title: text },
  options,
).index({ tenant: 1, number: 1, body: 1, session: 1 }, { unique: true });
const proposalNotes = new Schema(
  {
    ...{ _id: needed, tenant: needed, proposalId: needed, seq: Number },
    ...{ body: whole, madeBy: needed, madeAt: needed, raterKey: String, recordedBy: String },
  },
  options,
).index({ tenant: 1, proposalId: 1, seq: 1 }, { unique: true });
const bin = new Schema(
  {
    ...{ _id: needed, tenant: needed, sha256: needed, binnedAt: needed, binnedBy: needed },
    record: whole,
  },
  options,
).index({ tenant: 1, binnedAt: -1, _id: -1 });
const firstAnswers = new Schema(
  { _id: needed, fingerprint: needed, begunAt: needed, answer: { type: Buffer, default: null } },
  options,
).index({ begunAt: 1 });
const tenants = new Schema(
  { _id: needed, places: [String], registry: { type: Number, default: 0 } },
  options,
);
const commitments = new Schema({ _id: needed, tenant: needed, id: needed, createdAt: needed }, options);
/** The collections of the ledger on one connection. Their indexes come by migration; a test holds the two together. */
export interface Models {
  readonly tenants: Model<TenantRecord>;
  readonly documents: Model<DocumentRecord>;
  readonly texts: Model<TextRecord>;
  readonly firstAnswers: Model<FirstAnswerRecord>;
  readonly bin: Model<BinRecord>;
  readonly binParts: Model<TextRecord>;
  readonly items: Model<ItemRecord>;
  readonly units: Model<UnitRecord>;
  readonly proposals: Model<ProposalRecord>;
  readonly proposalNotes: Model<ProposalNoteRecord>;
  readonly commitments: Model<CommitmentRecord>;
  readonly claims: Model<SpokenRecord>;
  readonly tracked: Model<TrackedRecord>;
  readonly facts: Model<FactRecord>;
  readonly held: Model<HeldRecord>;
  readonly standings: Model<StandingRecord>;
  readonly decisions: Model<SpokenRecord>;
  readonly promiseCounts: Model<PromiseCountRecord>;
  readonly countChanges: Model<CountChangeRecord>;
  readonly practices: Model<PracticeRecord>;
}

/** The collection itself, for the steps that each document goes through: casting by the schema costs more than they do. */
export const bare = <T extends { readonly _id: string }>(model: Model<T>) =>
  model.collection as unknown as mongo.Collection<T>;

export function modelsOf(connection: Connection): Models {
  const model = <T>(name: string, schema: Schema): Model<T> =>
    connection.model(name, schema, name) as unknown as Model<T>;
  return {
    tenants: model('tenants', tenants),
    documents: model('documents', documents),
    texts: model('texts', texts()),
    bin: model('bin', bin),
    firstAnswers: model('first_answers', firstAnswers),
    binParts: model('bin_parts', texts()),
    items: model('items', items),
    units: model('units', units),
    proposals: model('proposals', proposals),
    proposalNotes: model('proposal_notes', proposalNotes),
    commitments: model('commitments', commitments),
    claims: model('claims', spoken()),
    tracked: model('tracked', tracked),
    facts: model('facts', facts),
    held: model('held', held),
    standings: model('standings', standings),
    decisions: model('decisions', spoken()),
    promiseCounts: model('promise_counts', promiseCounts),
    countChanges: model('promise_count_changes', countChanges),
    practices: model('practices', practices),
  };
}
