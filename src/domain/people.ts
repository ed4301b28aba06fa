import { z } from 'zod';

/**
 * viewer reads · deputy sees the rows of the proposals they signed · editor uploads and reviews · unit sees its own
 * unit's rows · auditor decides and closes · administrator does all of it and looks after people.
 */
export const roles = ['viewer', 'deputy', 'editor', 'unit', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Lower case: the same name in two cases is one person. */
export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u);

/** Long rather than contrived (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const passwordSchema = z.string().min(10).max(200);

/** What a role is bound to: names of units in the registry, ids of proposals. Asked for only where the role needs them. */
export const bindingsSchema = z.object({
  units: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  proposalIds: z.array(z.string().min(1).max(64)).max(2_000).default([]),
});
export type Bindings = z.infer<typeof bindingsSchema>;

export const personSchema = bindingsSchema.extend({
  id: z.string(),
  tenant: z.string(),
  login: loginSchema,
  name: z.string().trim().min(1).max(64),
  role: z.enum(roles),
  disabled: z.boolean(),
  /** ISO instant. */
  createdAt: z.string(),
  /** Goes up with each change. */
  version: z.int().positive(),
});
export type Person = z.infer<typeof personSchema>;

export const secretKinds = ['session', 'token', 'invitation', 'calendar'] as const;

/** Something that whoever holds it may act with; only its SHA-256 is kept. */
export const secretSchema = bindingsSchema.extend({
  id: z.string(),
  /** Hex SHA-256 of what was handed out. */
  hash: z.string(),
  kind: z.enum(secretKinds),
  tenant: z.string(),
  /** null: a token that stands for a program, or an invitation of somebody who is not there yet. */
  personId: z.string().nullable(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
  /** null: never. */
  expiresAt: z.string().nullable(),
});
export type Secret = z.infer<typeof secretSchema>;

/** Rows that somebody may see, where that is not all of the office. */
export type RowBounds = { readonly unitIds: readonly string[] } | { readonly proposalIds: readonly string[] };

/** Who asks. */
export interface Identity {
  readonly personId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly bindings: Bindings;
  /** `local`: this machine, while the office has no people yet. */
  readonly via: 'local' | 'session' | 'token' | 'calendar';
}
