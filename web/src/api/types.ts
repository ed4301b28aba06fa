/** What the service answers, by the schemas that it answers with. Types only: no schema is carried into the page. */
import type { z } from 'zod';
import type { rowsAnswerSchema, rowViewSchema } from '../../../src/api/contract/commitments.js';
import type {
  documentsAnswerSchema,
  documentViewSchema,
  uploadAnswerSchema,
} from '../../../src/api/contract/documents.js';
import type { jobsAnswerSchema, jobViewSchema } from '../../../src/api/contract/jobs.js';
import type {
  invitedSchema,
  issuedTokenSchema,
  meSchema,
  peopleAnswerSchema,
  personViewSchema,
  tokensAnswerSchema,
  tokenViewSchema,
} from '../../../src/api/contract/people.js';

export type { Problem } from '../../../src/api/contract/common.js';
export type { UploadedFile } from '../../../src/api/contract/documents.js';

export type LedgerRow = z.output<typeof rowViewSchema>;
export type LedgerRows = z.output<typeof rowsAnswerSchema>;
export type StoredDocument = z.output<typeof documentViewSchema>;
export type Documents = z.output<typeof documentsAnswerSchema>;
export type Upload = z.output<typeof uploadAnswerSchema>;
export type Job = z.output<typeof jobViewSchema>;
export type Jobs = z.output<typeof jobsAnswerSchema>;
export type Me = z.output<typeof meSchema>;
export type Role = Me['role'];
export type Person = z.output<typeof personViewSchema>;
export type People = z.output<typeof peopleAnswerSchema>;
export type Invited = z.output<typeof invitedSchema>;
export type Token = z.output<typeof tokenViewSchema>;
export type Tokens = z.output<typeof tokensAnswerSchema>;
export type IssuedToken = z.output<typeof issuedTokenSchema>;
