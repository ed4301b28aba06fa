/** What the routes about promises, links and proposals answer. Types only: no schema is carried into the page. */
import type { z } from 'zod';
import type { passageSchema } from '../../../src/api/contract/commitments.js';
import type { documentTextSchema } from '../../../src/api/contract/documents.js';
import type { auditAnswerSchema, seriesAnswerSchema } from '../../../src/api/contract/follow-up.js';
import type { importAnswerSchema } from '../../../src/api/contract/import.js';
import type { ledgerImportAnswerSchema } from '../../../src/api/contract/ledger-import.js';
import type {
  claimsAnswerSchema,
  decisionInputSchema,
  decisionsAnswerSchema,
  deniedEvidenceSchema,
  evidenceAnswerSchema,
  itemsAnswerSchema,
  placedItemSchema,
  shownEvidenceSchema,
  standingAnswerSchema,
  toldStandingSchema,
} from '../../../src/api/contract/standing.js';
import type {
  linksAnswerSchema,
  noteInputSchema,
  proposalAnswerSchema,
  proposalsAnswerSchema,
  unmentionedAnswerSchema,
} from '../../../src/api/contract/tracking.js';

export type Passage = z.output<typeof passageSchema>;
export type Standing = z.output<typeof toldStandingSchema>;
export type Evidence = z.output<typeof shownEvidenceSchema>;
export type DeniedEvidence = z.output<typeof deniedEvidenceSchema>;
export type PromiseEvidence = z.output<typeof evidenceAnswerSchema>;
export type NewDecision = z.input<typeof decisionInputSchema>;
export type DecisionKind = NewDecision['kind'];
export type Decisions = z.output<typeof decisionsAnswerSchema>;
export type Claims = z.output<typeof claimsAnswerSchema>;
export type NewStanding = z.output<typeof standingAnswerSchema>;
export type PlacedItem = z.output<typeof placedItemSchema>;
export type Items = z.output<typeof itemsAnswerSchema>;
export type DocumentText = z.output<typeof documentTextSchema>;
export type ReportLinks = z.output<typeof linksAnswerSchema>;
export type ReportLink = ReportLinks['links'][number];
export type Unmentioned = z.output<typeof unmentionedAnswerSchema>;
export type ListImport = z.output<typeof importAnswerSchema>;
export type LedgerImport = z.output<typeof ledgerImportAnswerSchema>;
export type Proposals = z.output<typeof proposalsAnswerSchema>;
export type ShownProposal = z.output<typeof proposalAnswerSchema>;
export type NewNote = z.input<typeof noteInputSchema>;
export type Audit = z.output<typeof auditAnswerSchema>;
export type SeriesPoint = z.output<typeof seriesAnswerSchema>['points'][number];
