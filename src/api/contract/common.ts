import { z } from 'zod';
import { faultRecordSchema } from '../../domain/fault-record.js';

/** RFC 9457. `code` is from the table of faults (docs/errors.md). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    /** The request's id, as in the log. */
    instance: z.string(),
  })
  .meta({ id: 'Problem', description: 'application/problem+json (RFC 9457)' });
export type Problem = z.infer<typeof problemSchema>;

/** A fault of one file among several. */
export const faultSchema = faultRecordSchema.meta({ id: 'Fault' });

export const idParamsSchema = z.strictObject({ id: z.string().min(1).max(200) });

/** null on the last page; otherwise goes back as `cursor`. */
export const nextCursorSchema = z.string().nullable();

/** Bytes that no schema describes. */
export const binarySchema = z.any().meta({ type: 'string', format: 'binary' });
