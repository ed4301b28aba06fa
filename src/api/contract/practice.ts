import { z } from 'zod';
import { profileSchema } from '../../domain/profile.js';

/** The whole practice; null: what the configuration names. */
export const practiceInputSchema = z.strictObject({ profile: profileSchema.nullable() });

/** Who is reminded, without addresses and secrets. */
const remindedSchema = z.object({
  id: z.string(),
  kind: z.enum(['webhook', 'email']),
  /** Whose rows; null: all of the office. */
  login: z.string().nullable(),
  /** Days before a deadline, days after it, working days before a reply is due. */
  days: z.array(z.int()),
  overdueDays: z.array(z.int()),
  replyWorkdays: z.array(z.int()),
});

/** All that is set for the office. */
export const practiceAnswerSchema = z
  .object({
    profile: profileSchema,
    /** office: set on the page or by this API. program, file: the one that JIANNUO_PRACTICE names, ours or its own. */
    from: z.enum(['office', 'program', 'file']),
    /** Goes up with each change; 0 where the office never set anything. The `ETag`, for `If-Match`. */
    version: z.int().min(0),
    /** Who changed it last, and when (ISO instant). */
    setBy: z.string().nullable(),
    setAt: z.string().nullable(),
    /** Those that come with the program, to begin from. */
    offered: z.array(profileSchema),
    reminders: z.object({ at: z.string(), targets: z.array(remindedSchema) }).nullable(),
    maxFileBytes: z.int(),
    timeZone: z.string(),
  })
  .meta({ id: 'Practice' });
