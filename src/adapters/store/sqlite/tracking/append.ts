import type { Claim, Decision } from '../../../../domain/decision.js';
import { commitmentIdOf } from '../../shared/extraction-rows.js';
import type { Session } from '../session.js';

/** The running number that comes next. */
export const next = (said: readonly { readonly seq: number }[]): number => (said.at(-1)?.seq ?? 0) + 1;

/** Puts down what somebody said. Inside of a transaction. */
export function append({ statement }: Session, said: Decision | Claim): void {
  const { tenant, anchor, id, seq, madeBy, madeAt } = said;
  const commitment = commitmentIdOf(anchor.itemId);
  statement('INSERT OR IGNORE INTO commitments VALUES (?, ?, ?)').run(tenant, commitment, madeAt);
  const common = [id, tenant, commitment, madeBy, madeAt, JSON.stringify(said), anchor.documentId, seq];
  if ('body' in said)
    statement(
      `INSERT INTO decisions (id, tenant, commitment_id, made_by, made_at, body, document_id, seq, kind, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(...common, said.body.kind, said.reason);
  else
    statement(
      `INSERT INTO claims (id, tenant, commitment_id, made_by, made_at, body, document_id, seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(...common);
}
