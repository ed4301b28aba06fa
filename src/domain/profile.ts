import { z } from 'zod';
import { phrase } from './phrase.js';
import { claimedStatuses, lights, schedules, verifiedStatuses } from './standing.js';

/** One line of a rule: all conditions that it names must hold. The first line that holds gives the light. */
const lightRuleSchema = z.strictObject({
  light: z.enum(lights),
  claimed: z.array(z.enum(claimedStatuses)).optional(),
  verified: z.array(z.enum(verifiedStatuses)).optional(),
  schedule: z.array(z.enum(schedules)).optional(),
});

const nameSchema = z.string().max(200);
/** Months; ten years are longer than any limit. */
const monthsSchema = z.int().min(1).max(120);
const replyMonthsSchema = z.tuple([monthsSchema, monthsSchema]).superRefine(([usual, most], context) => {
  const says = phrase('最长期限不能短于一般期限', 'the limit with a reason must not be the shorter one');
  if (most < usual) context.addIssue({ code: 'custom', params: { says } });
});

/** What differs from place to place: limits, what the letters of a reply's class mean, how a light is derived. */
export const profileSchema = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9-]*$/),
  name: z.strictObject({ zh: nameSchema, en: nameSchema }),
  /** A promise is due soon from so many days before its deadline. */
  dueSoonDays: z.int().min(0).max(366),
  lights: z.array(lightRuleSchema).min(1).max(100),
  /** Months from the hand-over (交办) to the reply, by body; the second is the limit with a reason given. */
  replyMonths: z.strictObject({
    npc: replyMonthsSchema,
    cppcc: replyMonthsSchema,
  }),
  /** Months that an office asked beside the lead has for its opinion (会办). */
  opinionMonths: monthsSchema,
  /** Months to answer again after 不满意. */
  redoMonths: monthsSchema,
  /** Days that a document lies in the bin before it may be removed for good. */
  binDays: z.int().min(0).max(36_600).default(30),
  /** What each letter stands for: solved, under way or planned, waits for conditions, for reference. */
  resultClasses: z.record(z.string().regex(/^[A-D]$/), z.enum(['solved', 'planned', 'waiting', 'reference'])),
});
export type Profile = z.infer<typeof profileSchema>;
