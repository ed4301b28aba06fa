import type { FoundFact, TrackedHead, TrackingStore } from '../../../../app/ports/tracking-store.js';
import { placeKey } from '../../../../track/fact/place.js';
import type { FactBody, FactSide } from '../../../../track/ledger/document-facts.js';
import { wellFormed } from '../../shared/well-formed.js';
import { type Session, touchedDocument } from '../session.js';

type Facts = Pick<TrackingStore, 'saveFacts' | 'heads' | 'factsOf' | 'factsLike' | 'documentsTelling'>;

interface FactRecord {
  readonly n: number;
  readonly document_id: string;
  readonly item_id: string;
  readonly scope: number;
  readonly keys: string;
  readonly body: string;
}

const toFact = ({ document_id, item_id, keys, body }: FactRecord): FoundFact => ({
  documentId: document_id,
  itemId: item_id,
  keys: JSON.parse(keys) as string[],
  body: JSON.parse(body) as FactBody,
});

/** The side of a document's sentences among the sides of its facts. */
const told = 'told';

export const toHead = ({ head }: { head: string }): TrackedHead => JSON.parse(head) as TrackedHead;

/** Inside of a transaction. */
function scopeOf({ statement }: Session, tenant: string, side: string, place: string | null): number {
  const key = [tenant, side, place === null ? '' : placeKey(place)];
  statement('INSERT OR IGNORE INTO fact_scopes (tenant, side, place) VALUES (?, ?, ?)').run(...key);
  return statement('SELECT id FROM fact_scopes WHERE tenant = ? AND side = ? AND place = ?')
    .pluck()
    .get(...key) as number;
}

/** Scopes that a question about a place looks at: the place and the unknown one; for an unknown place all. */
function scopesAsked({ statement }: Session, tenant: string, side: string, place: string | null): number[] {
  const places = place === null ? '' : ' AND place IN (?, ?)';
  return statement(`SELECT id FROM fact_scopes WHERE tenant = ? AND side = ?${places} ORDER BY id`)
    .pluck()
    .all(tenant, side, ...(place === null ? [] : [placeKey(place), ''])) as number[];
}

function removeFacts({ statement }: Session, documentId: string): void {
  const old = statement('SELECT n, scope, keys FROM facts WHERE document_id = ?').all(documentId);
  const remove = statement('DELETE FROM fact_keys WHERE scope = ? AND key = ? AND fact = ?');
  for (const { n, scope, keys } of old as Pick<FactRecord, 'n' | 'scope' | 'keys'>[])
    for (const key of JSON.parse(keys) as string[]) remove.run(scope, key, n);
  statement('DELETE FROM facts WHERE document_id = ?').run(documentId);
}

/** All that tracking knows of a document. Inside of a transaction. */
export function forgetTracked(session: Session, documentId: string): void {
  const { statement } = session;
  removeFacts(session, documentId);
  const n = statement('DELETE FROM tracked WHERE document_id = ? RETURNING n').pluck().get(documentId);
  if (n !== undefined) statement('DELETE FROM told_marks WHERE rowid = ?').run(n);
}

export function factMethods(session: Session): Facts {
  const { statement, write } = session;
  return {
    async saveFacts(tenant, given, givenFacts) {
      const facts = wellFormed(givenFacts);
      const head: TrackedHead = { ...wellFormed(given), subject: facts.subject };
      const { documentId, stamp, place } = head;
      write(() => {
        const known = statement('SELECT 1 FROM documents WHERE tenant = ? AND id = ?').get(
          tenant,
          documentId,
        );
        touchedDocument(known === undefined ? 0 : 1, documentId);
        removeFacts(session, documentId);
        const n = statement(
          `INSERT INTO tracked (document_id, tenant, stamp, head) VALUES (?, ?, ?, ?)
           ON CONFLICT (document_id) DO UPDATE SET stamp = excluded.stamp, head = excluded.head RETURNING n`,
        )
          .pluck()
          .get(documentId, tenant, stamp, JSON.stringify(head)) as number;
        const scope = scopeOf(session, tenant, told, place);
        statement('DELETE FROM told_marks WHERE rowid = ?').run(n);
        statement('INSERT INTO told_marks (rowid, marks) VALUES (?, ?)').run(
          n,
          facts.marks.map((mark) => markTerm(scope, mark)).join(' '),
        );
        const add = statement(
          'INSERT INTO facts (document_id, item_id, side, scope, keys, body) VALUES (?, ?, ?, ?, ?, ?)',
        );
        const addKey = statement('INSERT OR IGNORE INTO fact_keys VALUES (?, ?, ?)');
        for (const { itemId, keys, body } of facts.facts) {
          const within = scopeOf(session, tenant, body.side, place);
          const { lastInsertRowid } = add.run(
            ...[documentId, itemId, body.side, within, JSON.stringify(keys), JSON.stringify(body)],
          );
          for (const key of keys) addKey.run(within, key, lastInsertRowid);
        }
      });
    },

    async heads(tenant, documentIds) {
      return statement(
        'SELECT head FROM tracked WHERE tenant = ? AND document_id IN (SELECT value FROM json_each(?))',
      )
        .all(tenant, JSON.stringify(documentIds))
        .map((record) => toHead(record as { head: string }));
    },

    async factsOf(tenant, documentId) {
      return statement(
        `SELECT facts.* FROM facts JOIN tracked ON tracked.document_id = facts.document_id
         WHERE tracked.tenant = ? AND facts.document_id = ? ORDER BY facts.n`,
      )
        .all(tenant, documentId)
        .map((record) => toFact(record as FactRecord));
    },

    async factsLike(tenant, side: FactSide, place, keys) {
      const scopes = JSON.stringify(scopesAsked(session, tenant, side, place));
      return statement(
        `SELECT * FROM facts WHERE n IN (
           SELECT fact FROM json_each(?) AS scopes CROSS JOIN json_each(?) AS asked
             CROSS JOIN fact_keys ON fact_keys.scope = scopes.value AND fact_keys.key = asked.value)
         ORDER BY n`,
      )
        .all(scopes, JSON.stringify(keys))
        .map((record) => toFact(record as FactRecord));
    },

    async documentsTelling(tenant, place, marks) {
      if (marks.length === 0) return [];
      const asked = scopesAsked(session, tenant, told, place)
        .map((scope) => `(${marks.map((mark) => `"${markTerm(scope, mark)}"`).join(' AND ')})`)
        .join(' OR ');
      if (asked === '') return [];
      return statement(
        `SELECT document_id FROM tracked WHERE n IN (SELECT rowid FROM told_marks WHERE told_marks MATCH ?)
         ORDER BY document_id`,
      )
        .pluck()
        .all(asked) as string[];
    },
  };
}

/** As hex: a mark may be any two characters. */
const markTerm = (scope: number, mark: string): string =>
  `${scope}:${Buffer.from(mark, 'utf16le').toString('hex')}`;
