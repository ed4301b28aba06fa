import { z } from 'zod';
import { type Claim, type Correction, claimStates, type Decision } from './decision.js';
import { isoDateSchema } from './item.js';
import { type Evidence, type Verdict, verdicts } from './tracking.js';

/** 自报: `none` until the unit says something. */
export const claimedStatuses = ['none', ...claimStates] as const;
/** 核实: from evidence and decisions. disputed: reports contradict each other, or a person closed what evidence says is not met. */
export const verifiedStatuses = ['none', 'met', 'not_met', 'in_progress', 'changed', 'disputed'] as const;
/** 时限: from the deadline and the day. */
export const schedules = ['no_deadline', 'not_due', 'due_soon', 'overdue'] as const;
export const lights = ['green', 'yellow', 'red', 'none'] as const;

export type Verified = (typeof verifiedStatuses)[number];
export type Schedule = (typeof schedules)[number];
export type Light = (typeof lights)[number];

/**
 * Where a promise stands, as far as it can be told without the day: verdicts for before its deadline and after. A function of
 * the documents, the decisions and the claims, never of the order in which documents came.
 */
export const stateSchema = z.object({
  /** How many decisions have been made on it: what `expected version` is compared with. */
  version: z.int().nonnegative(),
  /** The deadline that counts, decisions considered. */
  due: isoDateSchema.nullable(),
  ahead: z.enum(verdicts),
  past: z.enum(verdicts),
  disputed: z.boolean(),
  claimed: z.enum(claimedStatuses),
  closed: z.boolean(),
  vague: z.boolean(),
  /** Who answers for it, by decision; absent where nobody said otherwise than the document does. */
  responsible: z.array(z.string()).optional(),
  /** The item that it says the same as, by decision; `hidden` where whoever asks may not see that one. */
  doubleOf: z.string().nullable(),
  /** What a person who looked it over said of its being there: absent until somebody has. What was rejected counts as vague. */
  review: z.enum(['accepted', 'rejected']).optional(),
  /** A person marked it in the text; absent where the engine found it and nobody had to. */
  added: z.literal(true).optional(),
});
export type State = z.infer<typeof stateSchema>;

/** Promises whose three statuses, on a day, are one of those combinations. */
export interface StandingFilter {
  /** ISO days. */
  readonly today: string;
  /** The last day that is due soon. */
  readonly soonUntil: string;
  /** `claimed/verified/schedule`. */
  readonly allowed: readonly string[];
}

/** A verdict with what it rests on. Reasons are codes with figures, told when they are read. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly related: readonly Evidence[];
  readonly reasons: readonly { readonly code: string }[];
}

/** A decision with whether it still finds what it was about. */
export type CarriedDecision = Decision & { readonly carried: boolean };

export interface Standing {
  readonly itemId: string;
  readonly documentId: string;
  readonly state: State;
  readonly ahead: Judgement;
  readonly past: Judgement;
  /** What decisions set in place of the item's own fields; the item stays as it was said. */
  readonly fields: Correction;
  readonly decisions: readonly CarriedDecision[];
  readonly claims: readonly Claim[];
}
