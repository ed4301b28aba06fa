import { z } from 'zod';
import { bindingsSchema, loginSchema, personSchema, roles, secretSchema } from '../../domain/people.js';

export const signInSchema = z.strictObject({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

export const personViewSchema = personSchema.omit({ tenant: true }).meta({ id: 'Person' });
export const peopleAnswerSchema = z.object({ users: z.array(personViewSchema) }).meta({ id: 'People' });

/** Who asks, as the service knows them. */
export const meSchema = z
  .object({
    /** Of the account; null where whoever asks has none. */
    id: z.string().nullable(),
    name: z.string(),
    role: z.enum(roles),
    /** local: nobody has an account yet, and whoever sits at this machine may do everything. */
    via: z.enum(['local', 'session', 'token', 'calendar']),
    units: z.array(z.string()),
    proposalIds: z.array(z.string()),
  })
  .meta({ id: 'Me' });

export const newPersonSchema = bindingsSchema.extend({
  login: loginSchema,
  name: personSchema.shape.name,
  role: z.enum(roles),
});

/** A one-time link by which the person sets their password; shown once. */
export const invitedSchema = z.object({ user: personViewSchema, link: z.string() }).meta({ id: 'Invited' });

export const personChangeSchema = z.strictObject({
  name: personSchema.shape.name.optional(),
  role: z.enum(roles).optional(),
  units: bindingsSchema.shape.units.unwrap().optional(),
  proposalIds: bindingsSchema.shape.proposalIds.unwrap().optional(),
  disabled: z.boolean().optional(),
});

export const tokenViewSchema = secretSchema
  .omit({ tenant: true, hash: true, kind: true, personId: true })
  .meta({ id: 'Token' });
export const tokensAnswerSchema = z.object({ tokens: z.array(tokenViewSchema) }).meta({ id: 'Tokens' });

export const newTokenSchema = bindingsSchema.extend({
  name: z.string().trim().min(1).max(64),
  role: z.enum(roles),
  /** Days that it lasts. */
  days: z.int().min(1).max(3_650).default(365),
});

/** `value` is shown once and kept nowhere. */
export const issuedTokenSchema = z
  .object({ token: tokenViewSchema, value: z.string() })
  .meta({ id: 'IssuedToken' });
