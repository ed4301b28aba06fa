import { Schema } from 'mongoose';
import type { OfficePractice } from '../../../domain/practice.js';
import { needed, options, whole } from './schema-parts.js';

export interface PracticeRecord extends OfficePractice {
  readonly _id: string;
  readonly tenant: string;
}

export const practices = new Schema(
  { _id: needed, tenant: needed, version: Number, profile: whole, madeBy: needed, madeAt: needed },
  options,
).index({ tenant: 1, version: -1 });
