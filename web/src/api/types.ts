/** What the service answers, by the schemas that it answers with. Types only: no schema is carried into the page. */
import type { z } from 'zod';
import type { rowViewSchema } from '../../../src/api/contract/commitments.js';
import type { documentsAnswerSchema, documentViewSchema } from '../../../src/api/contract/documents.js';
import type { meSchema, personViewSchema } from '../../../src/api/contract/people.js';

export type { Problem } from '../../../src/api/contract/common.js';

export type LedgerRow = z.output<typeof rowViewSchema>;
export type StoredDocument = z.output<typeof documentViewSchema>;
export type Documents = z.output<typeof documentsAnswerSchema>;
export type Me = z.output<typeof meSchema>;
export type Role = Me['role'];
export type Person = z.output<typeof personViewSchema>;
