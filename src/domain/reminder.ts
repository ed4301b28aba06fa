import { z } from 'zod';
import { loginSchema } from './people.js';

const days = (least: number) => z.array(z.int().min(least).max(3660)).max(20);

const target = {
  /** Names it in jobs, logs and faults. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** Whose rows it is told of: those that this person may see; absent: all of the office. */
  login: loginSchema.optional(),
  language: z.enum(['zh', 'en']).default('zh'),
  /** Days before a deadline at which it is reminded, once each. */
  days: days(0).default([30, 7, 0]),
  /** Days after a deadline that has passed, once each. */
  overdueDays: days(1).default([1, 30]),
  /** Working days before the limit of a reply, once each; after it, once. */
  replyWorkdays: days(0).default([10, 3, 0]),
};

const webhookSchema = z.strictObject({
  kind: z.literal('webhook'),
  ...target,
  url: z.url({ protocol: /^https?$/ }),
  /** Signs what is sent; never leaves this machine. */
  secret: z.string().min(16).max(200),
  /** Whether the address may be of this machine or its own network. */
  privateAddress: z.boolean().default(false),
});
const emailSchema = z.strictObject({
  kind: z.literal('email'),
  ...target,
  to: z.array(z.email()).min(1).max(50),
});
export type WebhookTarget = z.infer<typeof webhookSchema>;
export type EmailTarget = z.infer<typeof emailSchema>;
export type ReminderTarget = WebhookTarget | EmailTarget;

const smtpSchema = z.strictObject({
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65_535).default(587),
  /** TLS from the first byte (port 465); otherwise STARTTLS where the server has it. */
  secure: z.boolean().default(false),
  user: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  from: z.email(),
});
export type SmtpServer = z.infer<typeof smtpSchema>;

/** Who is reminded of what, from a file of the office's own. */
export const reminderSettingsSchema = z
  .strictObject({
    /** Time of the day, Asia/Shanghai, from which the day's reminders go out. */
    at: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .default('09:00'),
    smtp: smtpSchema.optional(),
    targets: z
      .array(z.discriminatedUnion('kind', [webhookSchema, emailSchema]))
      .max(200)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  })
  .refine(({ smtp, targets }) => smtp !== undefined || targets.every(({ kind }) => kind !== 'email'), {
    path: ['smtp'],
  });
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

/** What somebody is reminded of once. */
export interface Reminder {
  /** Of the promise or proposal, its day and the step: the same reminder has the same key, whoever reckons it. */
  readonly key: string;
  readonly kind: 'due' | 'overdue' | 'reply' | 'reply_overdue';
  /** Of the ledger row or the proposal. */
  readonly id: string;
  /** ISO day. */
  readonly due: string;
  /** Left until then, negative where it has passed. */
  readonly days: number;
  /** Of those the working days. */
  readonly workdays: number;
  readonly title: string;
  readonly units: readonly string[];
}

/** The reminders of a day for one target, sent together. Holds neither addresses nor secrets. */
export interface ReminderDelivery {
  readonly tenant: string;
  /** Of the target and the day, unique within the office. */
  readonly id: string;
  readonly target: string;
  /** ISO day, Asia/Shanghai. */
  readonly day: string;
  readonly reminders: readonly Reminder[];
  /** Years whose holidays are not known yet: only their weekends are counted. */
  readonly holidaysUnknown: readonly number[];
  /** ISO instant; null until it was handed over. */
  readonly sentAt: string | null;
  /** Digests of the receivers who have it, where others of the target do not; absent where none was told apart. */
  readonly taken?: readonly string[];
}
