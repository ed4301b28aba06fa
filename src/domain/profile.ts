import { z } from 'zod';
import { claimedStatuses, lights, schedules, verifiedStatuses } from './standing.js';

/** One line of a rule: all conditions that it names must hold. The first line that holds gives the light. */
const lightRuleSchema = z.strictObject({
  light: z.enum(lights),
  claimed: z.array(z.enum(claimedStatuses)).optional(),
  verified: z.array(z.enum(verifiedStatuses)).optional(),
  schedule: z.array(z.enum(schedules)).optional(),
});

/** What differs from place to place: limits, what the letters of a reply's class mean, how a light is derived. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  /** A promise is due soon from so many days before its deadline. */
  dueSoonDays: z.int().min(0).max(366),
  lights: z.array(lightRuleSchema).min(1),
  /** Months from the hand-over (交办) to the reply, by body; the second is the limit with a reason given. */
  replyMonths: z.strictObject({
    npc: z.tuple([z.int().positive(), z.int().positive()]),
    cppcc: z.tuple([z.int().positive(), z.int().positive()]),
  }),
  /** Months that an office asked beside the lead has for its opinion (会办). */
  opinionMonths: z.int().positive(),
  /** Months to answer again after 不满意. */
  redoMonths: z.int().positive(),
  /** Days that a document lies in the bin before it may be removed for good. */
  binDays: z.int().min(0).max(36_600).default(30),
  /** What each letter stands for: solved, under way or planned, waits for conditions, for reference. */
  resultClasses: z.record(z.string().regex(/^[A-D]$/), z.enum(['solved', 'planned', 'waiting', 'reference'])),
});
export type Profile = z.infer<typeof profileSchema>;
