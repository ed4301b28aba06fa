import { z } from 'zod';
import { metaFieldsSchema, type StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { correctionsOf } from '../../domain/meta-correction.js';
import { phrase } from '../../domain/phrase.js';
import { documentProposalNumber } from '../../text/outline/meta/proposal-number.js';
import { queueTracking } from '../jobs/document-track.job.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

const needsNumber = phrase(
  '看不懂：请只写编号，例如 12；一并答复的几件写成 12、15',
  'is not understood: write the number alone, such as 12, or 12、15 where several are answered at once',
);

/** However a person writes a number, it is that of one proposal: 第12号 and 12 make no two. */
const sentFieldsSchema = metaFieldsSchema.extend({
  proposalNumber: metaFieldsSchema.shape.proposalNumber
    .unwrap()
    .transform((words, context) => {
      const number = words === null ? null : documentProposalNumber(words);
      if (words !== null && number === null)
        context.addIssue({ code: 'custom', params: { says: needsNumber } });
      return number;
    })
    .optional(),
});

/** What a person reads otherwise of a document as a whole, and why. */
export const metaCorrectionInputSchema = z.strictObject({
  fields: sentFieldsSchema.refine((fields) => Object.keys(fields).length > 0),
  reason: z.string().trim().min(1).max(2000),
});

export interface MetaCorrecting extends z.infer<typeof metaCorrectionInputSchema> {
  readonly by: string;
  /** How many corrections its maker saw; those there are where it is not said. */
  readonly version?: number | undefined;
}

interface Dependencies {
  readonly store: Pick<LedgerStore, 'document' | 'correctMeta'>;
  readonly queue: () => Promise<Pick<JobQueue, 'enqueue' | 'job' | 'retry'>>;
}

/**
 * Sets what a document says of itself; what was read is kept beside it. Its rows are held against others anew, since day and
 * office bear on that: where the queue is away, the round that looks for documents that wait finds it.
 * Faults: `not-found`, `edit-conflict`.
 */
export async function correctMeta(
  { store, queue }: Dependencies,
  tenant: string,
  id: string,
  { fields, reason, by, version }: MetaCorrecting,
  now: Date,
): Promise<StoredDocument> {
  const seen = version ?? correctionsOf((await store.document(tenant, id))?.meta ?? null).length;
  const correction = { fields, reason, madeBy: by, madeAt: now.toISOString() };
  const document = await store.correctMeta(tenant, id, correction, seen);
  try {
    if (document.engine) await queueTracking(await queue(), tenant, id, document.engine);
  } catch (thrown) {
    if (!(thrown instanceof JiannuoError) || thrown.class !== 'unavailable') throw thrown;
  }
  return document;
}
