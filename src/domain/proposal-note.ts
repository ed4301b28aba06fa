import { z } from 'zod';
import { satisfactions } from './document.js';

/**
 * What people put down on a proposal. handover: the day of 交办, from which the limits of a reply run; a later one stands in
 * place of an earlier · rate: what a deputy thinks of how it was handled (办理态度、过程) and of what came of it (办理结果), two
 * questions and never one
 */
export const proposalNoteBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handover'), day: z.iso.date() }),
  z.strictObject({
    kind: z.literal('rate'),
    process: z.enum(satisfactions),
    result: z.enum(satisfactions),
    comment: z.string().trim().max(2000).default(''),
  }),
]);
export type ProposalNoteBody = z.infer<typeof proposalNoteBodySchema>;

/** Append-only. `seq` runs within the proposal. */
export const proposalNoteSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  proposalId: z.string(),
  seq: z.int().positive(),
  body: proposalNoteBodySchema,
  madeBy: z.string(),
  /** Whose rating it is: a person's id, `paper:NAME` from paper. Notes of earlier versions have neither this nor the next. */
  raterKey: z.string().optional(),
  /** Name of who put it down. */
  recordedBy: z.string().optional(),
  /** ISO instant. */
  madeAt: z.string(),
});
export type ProposalNote = z.infer<typeof proposalNoteSchema>;
export type NewProposalNote = Omit<ProposalNote, 'id' | 'seq'>;
