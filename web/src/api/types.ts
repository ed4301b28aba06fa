/** What the service answers, by the schemas that it answers with. Types only: no schema is carried into the page. */
import type { z } from 'zod';
import type {
  rowAnswerSchema,
  rowsAnswerSchema,
  rowViewSchema,
} from '../../../src/api/contract/commitments.js';
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
  newPersonSchema,
  newTokenSchema,
  peopleAnswerSchema,
  personChangeSchema,
  personViewSchema,
  tokensAnswerSchema,
  tokenViewSchema,
} from '../../../src/api/contract/people.js';
import type { facetsAnswerSchema, statisticsAnswerSchema } from '../../../src/api/contract/statistics.js';
import type { trailAnswerSchema } from '../../../src/api/contract/trail.js';

export type { Problem } from '../../../src/api/contract/common.js';

export type LedgerRow = z.output<typeof rowViewSchema>;
export type LedgerRows = z.output<typeof rowsAnswerSchema>;
/** A row as the list has it: with its statuses on the day and the words that were searched for. */
export type ListedRow = LedgerRows['rows'][number];
export type RowWithPassage = z.output<typeof rowAnswerSchema>;
export type Facets = z.output<typeof facetsAnswerSchema>;
export type FacetName = keyof Facets['facets'];
export type Statuses = NonNullable<ListedRow['statuses']>;
export type StoredDocument = z.output<typeof documentViewSchema>;
export type { UploadedFile } from '../../../src/api/contract/documents.js';
export type Upload = z.output<typeof uploadAnswerSchema>;
export type Documents = z.output<typeof documentsAnswerSchema>;
export type Me = z.output<typeof meSchema>;
export type Role = Me['role'];
export type Person = z.output<typeof personViewSchema>;
export type NewPerson = z.input<typeof newPersonSchema>;
export type PersonChange = z.input<typeof personChangeSchema>;
export type People = z.output<typeof peopleAnswerSchema>;
export type Invited = z.output<typeof invitedSchema>;
export type Token = z.output<typeof tokenViewSchema>;
export type NewToken = z.input<typeof newTokenSchema>;
export type Tokens = z.output<typeof tokensAnswerSchema>;
export type IssuedToken = z.output<typeof issuedTokenSchema>;
export type Job = z.output<typeof jobViewSchema>;
export type ListedJob = Jobs['jobs'][number];
export type Jobs = z.output<typeof jobsAnswerSchema>;
export type Trail = z.output<typeof trailAnswerSchema>;
export type Statistics = z.output<typeof statisticsAnswerSchema>;
export type StatisticsGroup = Statistics['byUnit'][number];
