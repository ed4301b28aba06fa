import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import type { Database } from '../sqlite/database.js';

/**
 * Every table of the data file with its columns. What is not here is not moved: a file that has more is refused, so that a
 * new table or column cannot be forgotten (a test holds this against the schema).
 */
export const knownTables: Readonly<Record<string, string>> = {
  tenants: 'id created_at recounts',
  places: 'tenant name',
  documents:
    'id tenant place sha256 name size format status fault warnings characters engine meta issuer counts queued received_at updated_at filling untracked',
  texts: 'document_id packed',
  commitments: 'tenant id created_at',
  items:
    'n tenant id document_id commitment_id stance kind strength hedged indicator document_kind document_date deadline_up deadline_down place body missing',
  item_words: 'words',
  item_terms: 'n terms',
  item_units: 'item position unit_id name stance deadline_up document_id place',
  units: 'id tenant name',
  unit_names: 'tenant name unit_id',
  proposals: 'id tenant body session number title',
  document_proposals: 'document_id proposal_id origin',
  proposal_notes: 'tenant proposal_id seq body',
  claims: 'id tenant commitment_id unit_id made_by made_at body document_id seq',
  decisions: 'id tenant commitment_id kind reason made_by made_at body document_id seq',
  tracked: 'n document_id tenant stamp head',
  told_marks: 'marks',
  fact_scopes: 'id tenant side place',
  facts: 'n document_id item_id side scope keys body',
  fact_keys: 'scope key fact',
  held: 'n target_document target_item other_document row',
  standings: 'tenant item_id document_id due ahead past claimed disputed closed vague double_of state body',
  promise_counts: 'tenant level period axis value promises open vague met_ahead met_past',
  bin: 'document_id tenant sha256 binned_at binned_by record packed',
  practices: 'tenant version body',
  first_answers: 'tenant id fingerprint begun_at answer',
  people: 'id tenant login governs password body',
  secrets: 'hash id tenant kind person_id expires_at body',
  sign_in_attempts: 'tenant login count last_at',
  trail: 'tenant number body',
  reminder_deliveries: 'tenant id sent_at body',
  reminder_keys: 'tenant target key',
  queue_jobs:
    'seq id kind key version payload status priority run_at attempts failures stalls progress fault_code fault_message lease_token lease_until created_at finished_at fault_parameters',
  schema_version: 'component number name applied_at',
};

/** Tables that SQLite keeps for itself, or for a full-text index. */
const isInner = (name: string): boolean =>
  /^sqlite_|_(config|content|data|docsize|idx)$/.test(name) && !(name in knownTables);

/** `table.column` of everything in the file that the move does not know. */
export function unknownIn(database: Database): string[] {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const columnsOf = database.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return tables
    .filter((table) => !isInner(table))
    .flatMap((table) => {
      const known = knownTables[table]?.split(' ');
      if (!known) return [table];
      const columns = columnsOf.all(table) as string[];
      return columns.filter((column) => !known.includes(column)).map((column) => `${table}.${column}`);
    });
}

export function assertKnown(database: Database): void {
  const [unknown] = unknownIn(database);
  if (unknown === undefined) return;
  throw new JiannuoError('internal', {
    reason: phrase(`不知道怎样搬 ${unknown}`, `nothing says how ${unknown} is moved`),
  });
}
