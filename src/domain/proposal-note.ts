import { z } from 'zod';
import { proposalBodies, satisfactions } from './document.js';

const names = z.array(z.string().trim().min(1).max(100)).max(500);

/** What an office's list says of a proposal; null and none for what it does not tell. */
export const registrationSchema = z.strictObject({
  title: z.string().trim().min(1).max(500).nullable(),
  body: z.enum(proposalBodies).nullable(),
  /** As it is written, 十四届三次会议. */
  session: z.string().trim().min(1).max(100).nullable(),
  /** Who put it forward, the first of them first. */
  proposers: names,
  /** 主办（承办）单位. */
  lead: names,
  /** 会办（协办）单位. */
  assisting: names,
});
export type Registration = z.infer<typeof registrationSchema>;

const handoverSchema = z.strictObject({ kind: z.literal('handover'), day: z.iso.date() });
const rateSchema = z.strictObject({
  kind: z.literal('rate'),
  process: z.enum(satisfactions),
  result: z.enum(satisfactions),
  comment: z.string().trim().max(2000).default(''),
});
/** What may be put down on one proposal by itself. */
export const sentNoteBodySchema = z.discriminatedUnion('kind', [handoverSchema, rateSchema]);

/**
 * What people put down on a proposal. handover: the day of 交办, from which the limits of a reply run; a later one stands in
 * place of an earlier · rate: what a deputy thinks of how it was handled (办理态度、过程) and of what came of it (办理结果), two
 * questions and never one · register: what the office's own list says of it, as a whole; a later one stands in place of an earlier
 */
export const proposalNoteBodySchema = z.discriminatedUnion('kind', [
  handoverSchema,
  rateSchema,
  registrationSchema.extend({ kind: z.literal('register') }),
]);
export type SentNoteBody = z.infer<typeof sentNoteBodySchema>;
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
