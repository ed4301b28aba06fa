import { z } from 'zod';
import { documentSchema, documentStatuses } from '../../domain/document.js';
import { sourceTextSchema } from '../../domain/source-text.js';
import { faultSchema, nextCursorSchema, problemSchema } from './common.js';

export { binQuerySchema, documentsQuerySchema } from '../../app/query/ledger-query.js';

export const documentViewSchema = documentSchema.omit({ tenant: true }).meta({ id: 'Document' });

export const documentsAnswerSchema = z
  .object({ documents: z.array(documentViewSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'Documents' });

/** A document in the bin. */
export const binnedDocumentSchema = z
  .object({
    document: documentViewSchema,
    binnedAt: z.string(),
    binnedBy: z.string(),
    /** ISO instant from which on emptying the bin removes it for good. */
    removableFrom: z.string(),
  })
  .meta({ id: 'BinnedDocument' });

export const binAnswerSchema = z
  .object({ documents: z.array(binnedDocumentSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'Bin' });

export const emptiedSchema = z
  .object({
    /** Documents that were removed for good. */
    removed: z.int().nonnegative(),
    /** Days that a document lies in the bin, by the office's practice. */
    days: z.int().nonnegative(),
  })
  .meta({ id: 'BinEmptied' });

const acceptedFileSchema = z.object({
  name: z.string(),
  documentId: z.string(),
  /** false: the same content was there before, under `firstName`. */
  created: z.boolean(),
  firstName: z.string(),
  /** null where nothing is to be done, or where the queue is away and the document is queued when it is back. */
  jobId: z.string().nullable(),
  status: z.enum(documentStatuses),
});

const refusedFileSchema = z.object({ name: z.string(), error: faultSchema });

export const uploadedFileSchema = z
  .union([acceptedFileSchema, refusedFileSchema])
  .meta({ id: 'UploadedFile' });
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

export const uploadAnswerSchema = z
  .object({
    files: z.array(uploadedFileSchema),
    /** Documents of all offices that wait to be read or extracted, as of a second ago at most; absent where the queue is away. */
    waiting: z.int().nonnegative().optional(),
  })
  .meta({ id: 'Upload' });

/** When no file was accepted: the first file's fault, and each file's. */
export const uploadProblemSchema = problemSchema
  .extend({ files: z.array(uploadedFileSchema).optional() })
  .meta({ id: 'UploadProblem' });

export const documentTextSchema = sourceTextSchema
  .extend({ documentId: z.string() })
  .meta({ id: 'DocumentText' });
