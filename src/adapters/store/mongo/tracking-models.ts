import { Schema } from 'mongoose';
import type { TrackedHead } from '../../../app/ports/tracking-store.js';
import type { Claim, Decision } from '../../../domain/decision.js';
import type { Standing } from '../../../domain/standing.js';
import type { FactBody, FactSide } from '../../../track/ledger/document-facts.js';
import type { Held } from '../../../track/ledger/held.js';
import { needed, options, whole } from './schema-parts.js';

export interface SpokenRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly commitmentId: string;
  readonly documentId: string;
  readonly seq: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly body: Decision | Claim;
}

export interface TrackedRecord {
  /** The document's. */
  readonly _id: string;
  readonly tenant: string;
  readonly stamp: string;
  readonly placeKey: string;
  readonly marks: readonly string[];
  readonly head: TrackedHead;
  /** Goes up with every write that rests on the document: two of them cannot pass each other. */
  readonly turn: number;
}

export interface FactRecord {
  /** Item and office. */
  readonly _id: string;
  readonly tenant: string;
  readonly documentId: string;
  readonly itemId: string;
  readonly side: FactSide;
  readonly placeKey: string;
  readonly at: number;
  readonly keys: readonly string[];
  readonly body: FactBody;
}

export interface HeldRecord {
  readonly tenant: string;
  readonly targetDocument: string;
  readonly targetItem: string;
  readonly otherDocument: string;
  readonly row: Held;
}

export interface StandingRecord {
  /** Item and office. */
  readonly _id: string;
  readonly tenant: string;
  readonly documentId: string;
  readonly standing: Standing;
}

export const spoken = () =>
  new Schema(
    {
      ...{ _id: needed, tenant: needed, commitmentId: needed, documentId: needed, seq: Number },
      ...{ madeBy: needed, madeAt: needed, body: whole },
    },
    options,
  )
    .index({ tenant: 1, commitmentId: 1, madeAt: 1 })
    .index({ tenant: 1, documentId: 1, seq: 1 });
export const tracked = new Schema(
  {
    _id: needed,
    tenant: needed,
    stamp: needed,
    placeKey: String,
    marks: [String],
    head: whole,
    turn: Number,
  },
  options,
).index({ tenant: 1, placeKey: 1, marks: 1 });
export const facts = new Schema(
  {
    ...{ _id: needed, tenant: needed, documentId: needed, itemId: needed, side: needed, placeKey: String },
    ...{ at: Number, keys: [String], body: whole },
  },
  options,
)
  .index({ documentId: 1, at: 1 })
  .index({ tenant: 1, side: 1, placeKey: 1, keys: 1 });
export const held = new Schema(
  { tenant: needed, targetDocument: needed, targetItem: needed, otherDocument: needed, row: whole },
  options,
)
  .index({ targetDocument: 1, targetItem: 1 })
  .index({ otherDocument: 1 });
export const standings = new Schema(
  { _id: needed, tenant: needed, documentId: needed, standing: whole },
  options,
).index({ documentId: 1 });
