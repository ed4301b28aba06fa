import type { Database } from '../sqlite/database.js';
import { binPartRecords, binRecords, firstAnswerRecords } from './bin-records.js';
import {
  commitmentRecords,
  documentRecords,
  itemRecords,
  type MovedRecord,
  noteRecords,
  practiceRecords,
  proposalRecords,
  tenantRecords,
  textRecords,
  unitRecords,
} from './ledger-records.js';
import {
  attemptRecords,
  deliveryRecords,
  personRecords,
  secretRecords,
  trailRecords,
} from './people-records.js';
import { countRecords } from './promise-count-records.js';
import {
  claimRecords,
  decisionRecords,
  factRecords,
  heldRecords,
  standingRecords,
  trackedRecords,
} from './tracking-records.js';

interface MovedCollection {
  readonly name: string;
  readonly records: (database: Database) => Iterable<MovedRecord>;
  /** Records written at once: some megabytes of them. */
  readonly atOnce: number;
}

const many = 1_000;
const few = 20;

/** What is made out of the data file, besides jobs and originals. */
export const movedCollections: readonly MovedCollection[] = [
  { name: 'tenants', records: tenantRecords, atOnce: many },
  { name: 'units', records: unitRecords, atOnce: many },
  { name: 'proposals', records: proposalRecords, atOnce: many },
  { name: 'proposal_notes', records: noteRecords, atOnce: many },
  { name: 'commitments', records: commitmentRecords, atOnce: many },
  { name: 'decisions', records: decisionRecords, atOnce: many },
  { name: 'claims', records: claimRecords, atOnce: many },
  { name: 'texts', records: textRecords, atOnce: 4 },
  { name: 'tracked', records: trackedRecords, atOnce: few },
  { name: 'facts', records: factRecords, atOnce: many },
  { name: 'held', records: heldRecords, atOnce: many },
  { name: 'standings', records: standingRecords, atOnce: many },
  { name: 'documents', records: documentRecords, atOnce: 200 },
  { name: 'items', records: itemRecords, atOnce: many },
  { name: 'promise_counts', records: countRecords, atOnce: many },
  { name: 'bin', records: binRecords, atOnce: 200 },
  { name: 'bin_parts', records: binPartRecords, atOnce: 4 },
  { name: 'practices', records: practiceRecords, atOnce: many },
  { name: 'first_answers', records: firstAnswerRecords, atOnce: few },
  { name: 'people', records: personRecords, atOnce: many },
  { name: 'secrets', records: secretRecords, atOnce: many },
  { name: 'sign_in_attempts', records: attemptRecords, atOnce: many },
  { name: 'trail', records: trailRecords, atOnce: many },
  { name: 'reminder_deliveries', records: deliveryRecords, atOnce: many },
];
