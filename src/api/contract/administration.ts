import { z } from 'zod';
import { jobViewSchema } from './jobs.js';

/** What the doctor found on the machine of the process that answers. */
export const findingsAnswerSchema = z
  .object({
    findings: z.array(
      z.object({
        check: z.string(),
        /** missing: needed and not there. unused: not there and not needed. */
        state: z.enum(['ok', 'warn', 'missing', 'unused']),
        name: z.string(),
        /** What was found and what is to be done, in the language that was asked for. */
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'Findings' });

/** Backups that were made from the page. Which files these are is for the service to say: none is named by a path. */
export const backupsAnswerSchema = z
  .object({
    /** On the machine of the service, for who restores one there; null where none is set. */
    folder: z.string().nullable(),
    /** That the service may still write there; null where the folder is not there yet. */
    freeBytes: z.int().nullable(),
    /** Newest first. */
    backups: z.array(z.object({ name: z.string(), bytes: z.int(), madeAt: z.string() })),
    /** The last one that was asked for, while the queue remembers it. */
    job: jobViewSchema.nullable(),
  })
  .meta({ id: 'Backups' });
