import type { Session } from './session.js';

/** Nobody's account or token is bound to it. The tables are those of the people, in the same file once there are any. */
const unbound = ['people', 'secrets']
  .map(
    (table) => ` AND NOT EXISTS (SELECT 1 FROM ${table}, json_each(${table}.body, '$.proposalIds') AS bound
      WHERE ${table}.tenant = proposals.tenant AND bound.value = proposals.id)`,
  )
  .join('');

/**
 * Takes those proposals out that documents had made by naming them, and that nothing holds any more: no document, no note,
 * nobody bound to it, no title, and no document in the bin that a person linked to it. Inside of a transaction.
 */
export function forgetProposals({ statement }: Session, tenant: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const hasPeople = statement("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'secrets'").get();
  const remove = statement(
    `DELETE FROM proposals WHERE tenant = ? AND id = ? AND title IS NULL
       AND NOT EXISTS (SELECT 1 FROM document_proposals WHERE proposal_id = proposals.id)
       AND NOT EXISTS (SELECT 1 FROM proposal_notes WHERE tenant = proposals.tenant AND proposal_id = proposals.id)
       AND NOT EXISTS (SELECT 1 FROM bin, json_each(bin.record, '$.links') AS link WHERE bin.tenant = proposals.tenant
         AND link.value ->> 'origin' = 'given' AND link.value ->> 'proposal_id' = proposals.id)
       ${hasPeople ? unbound : ''}`,
  );
  for (const id of ids) remove.run(tenant, id);
}
