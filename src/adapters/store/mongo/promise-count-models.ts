import { Schema } from 'mongoose';
import type { StoredCell } from '../shared/promise-cells.js';
import { needed, options } from './schema-parts.js';

/** How many promises there are of an axis, a value and a period. */
export interface PromiseCountRecord extends StoredCell {
  readonly _id: string;
  readonly tenant: string;
}

/** What a write adds to the counts, until it is added up. */
export interface CountChangeRecord {
  readonly tenant: string;
  readonly cells: readonly StoredCell[];
}

export const promiseCounts = new Schema(
  {
    ...{ _id: needed, tenant: needed, axis: needed, level: Number, period: needed, value: String },
    ...{ promises: Number, open: Number, vague: Number, metAhead: Number, metPast: Number },
  },
  options,
).index({ tenant: 1, level: 1, period: 1 });

export const countChanges = new Schema({ tenant: needed, cells: [Schema.Types.Mixed] }, options).index({
  tenant: 1,
});
