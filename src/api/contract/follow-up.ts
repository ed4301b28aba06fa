import { z } from 'zod';
import { auditKinds } from '../../app/standing/audit.js';
import { isoDateSchema } from '../../domain/item.js';
import { rowViewSchema, statusesSchema } from './commitments.js';

export const dueAnswerSchema = z
  .object({
    rows: z.array(
      z.object({
        row: rowViewSchema,
        due: isoDateSchema,
        /** Left until then; negative where it is overdue. */
        days: z.int(),
        /** Of those the working days, public holidays considered; negative likewise. */
        workdays: z.int(),
        statuses: statusesSchema,
      }),
    ),
    /** There are more than are shown. */
    capped: z.boolean(),
    /** Years whose holidays are not known yet: of them only weekends are counted. */
    holidaysUnknown: z.array(z.int()),
  })
  .meta({ id: 'Due' });

export const auditAnswerSchema = z
  .object({
    findings: z.array(
      z.object({
        kind: z.enum(auditKinds),
        resultClass: z.string(),
        document: z.object({ id: z.string(), name: z.string(), title: z.string().nullable() }),
        proposalNumber: z.string().nullable(),
        row: rowViewSchema.nullable(),
        statuses: statusesSchema.nullable(),
      }),
    ),
    capped: z.boolean(),
  })
  .meta({ id: 'Audit' });

export const seriesAnswerSchema = z
  .object({
    /** Oldest first. */
    points: z.array(
      z.object({
        what: z.enum(['baseline', 'target', 'result']),
        indicator: z.string(),
        value: z.number(),
        valueText: z.string(),
        unit: z.string(),
        /** The last day that it is for, as far as it is told. */
        at: isoDateSchema.nullable(),
        place: z.string().nullable(),
        documentId: z.string(),
        file: z.string(),
        /** Of the document; null where none was found. */
        title: z.string().nullable(),
        itemId: z.string(),
        quote: z.string(),
      }),
    ),
  })
  .meta({ id: 'Series' });
