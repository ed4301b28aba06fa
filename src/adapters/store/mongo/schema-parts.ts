import { Schema } from 'mongoose';

export const text = { type: String, default: null };
export const needed = { type: String, required: true };
export const whole = { type: Schema.Types.Mixed, default: null };
export const options = {
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
  _id: true,
} as const;
