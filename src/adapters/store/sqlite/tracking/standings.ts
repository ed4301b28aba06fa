import type { Claim, Decision } from '../../../../domain/decision.js';
import { JiannuoError } from '../../../../domain/errors.js';
import type { Standing } from '../../../../domain/standing.js';
import type { FactBody, StoredFact } from '../../../../track/ledger/document-facts.js';
import type { Held } from '../../../../track/ledger/held.js';
import { noDeadlineUp } from '../../shared/row-order.js';
import { type DocumentMaterial, standingsOf } from '../../shared/standings.js';
import { countBy } from '../counting.js';
import { ofDocument, recounted } from '../promise-counts.js';
import type { Session } from '../session.js';
import { forgetUnmentioned } from '../units.js';
import { toHead } from './facts.js';

const saidIn = <Said extends Decision | Claim>(
  { statement }: Session,
  table: 'decisions' | 'claims',
  tenant: string,
  documentId: string,
): Said[] =>
  statement(`SELECT body FROM ${table} WHERE tenant = ? AND document_id = ? ORDER BY seq`)
    .pluck()
    .all(tenant, documentId)
    .map((body) => JSON.parse(body as string) as Said);

export const decisionsIn = (session: Session, tenant: string, documentId: string): Decision[] =>
  saidIn(session, 'decisions', tenant, documentId);
export const claimsIn = (session: Session, tenant: string, documentId: string): Claim[] =>
  saidIn(session, 'claims', tenant, documentId);

export function promisesIn({ statement }: Session, documentId: string): StoredFact[] {
  const records = statement(
    "SELECT item_id, keys, body FROM facts WHERE document_id = ? AND side <> 'report' ORDER BY n",
  ).all(documentId) as { item_id: string; keys: string; body: string }[];
  return records.map(({ item_id, keys, body }) => ({
    itemId: item_id,
    keys: JSON.parse(keys) as string[],
    body: JSON.parse(body) as FactBody,
  }));
}

function heldIn({ statement }: Session, documentId: string, only: ReadonlySet<string> | null): Held[] {
  const rows = only
    ? statement(
        'SELECT row FROM held WHERE target_document = ? AND target_item IN (SELECT value FROM json_each(?)) ORDER BY n',
      )
        .pluck()
        .all(documentId, JSON.stringify([...only]))
    : statement('SELECT row FROM held WHERE target_document = ? ORDER BY n').pluck().all(documentId);
  return rows.map((row) => JSON.parse(row as string) as Held);
}

/**
 * Brings standings of a document's promises up to date. Inside of a transaction.
 * @param only these items; null for all, those that are no more taken out
 */
export function project(
  session: Session,
  tenant: string,
  documentId: string,
  only: ReadonlySet<string> | null,
): Standing[] {
  const { statement } = session;
  const record = statement('SELECT head FROM tracked WHERE tenant = ? AND document_id = ?').get(
    tenant,
    documentId,
  ) as { head: string } | undefined;
  if (!record) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  const { file, place, day } = toHead(record);
  const material: DocumentMaterial = {
    documentId,
    view: { document: { file, id: documentId }, place, day },
    facts: promisesIn(session, documentId),
    held: heldIn(session, documentId, only),
    decisions: decisionsIn(session, tenant, documentId),
    claims: claimsIn(session, tenant, documentId),
  };
  const standings = standingsOf(material, only);
  const items = new Map(material.facts.map(({ itemId, body }) => [itemId, body.item]));
  const left = new Set<string>();
  recounted(session, tenant, ofDocument(documentId, only), () => {
    if (only === null) statement('DELETE FROM standings WHERE document_id = ?').run(documentId);
    for (const standing of standings) {
      save(session, tenant, standing);
      const item = items.get(standing.itemId);
      for (const unit of item ? countBy(session, tenant, item, standing.state) : []) left.add(unit);
    }
  });
  forgetUnmentioned(session, tenant, [...left]);
  return standings;
}

function save({ statement }: Session, tenant: string, standing: Standing): void {
  const { itemId, documentId, state } = standing;
  const flag = (value: boolean) => (value ? 1 : 0);
  statement(
    `INSERT OR REPLACE INTO standings (tenant, item_id, document_id, due, ahead, past, claimed, disputed, closed, vague, double_of, state, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[tenant, itemId, documentId, state.due ?? noDeadlineUp, state.ahead, state.past, state.claimed],
    ...[flag(state.disputed), flag(state.closed), flag(state.vague), state.doubleOf],
    JSON.stringify(state),
    JSON.stringify(standing),
  );
}
