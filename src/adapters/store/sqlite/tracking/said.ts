import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import { assign } from '../../../../app/standing/assign.js';
import { resolveAnchor } from '../../../../app/standing/resolve.js';
import type { Anchor, Claim, Decision } from '../../../../domain/decision.js';
import { JiannuoError } from '../../../../domain/errors.js';
import { saidId } from '../../../../domain/identity.js';
import type { Item } from '../../../../domain/item.js';
import type { Standing } from '../../../../domain/standing.js';
import { lostOf, oldestFirst } from '../../shared/standings.js';
import { wellFormed } from '../../shared/well-formed.js';
import type { Session } from '../session.js';
import { append, next } from './append.js';
import { claimsIn, decisionsIn, project, promisesIn } from './standings.js';

export function saidMethods(session: Session): Pick<TrackingStore, 'decide' | 'claim' | 'lost'> {
  const { statement, write } = session;

  /** The promise that is spoken of, among those of its document as they are read now. */
  const promiseOf = (tenant: string, { documentId, ...anchor }: Anchor): { item: Item; items: Item[] } => {
    const known = statement('SELECT 1 FROM tracked WHERE tenant = ? AND document_id = ?').get(
      tenant,
      documentId,
    );
    const items = known === undefined ? [] : promisesIn(session, documentId).map(({ body }) => body.item);
    const item = resolveAnchor({ documentId, ...anchor }, items);
    if (!item) throw new JiannuoError('not-found', { what: 'commitment', id: anchor.itemId });
    return { item, items };
  };

  const standingNow = (tenant: string, documentId: string, item: Item): Standing => {
    const [standing] = project(session, tenant, documentId, new Set([item.id]));
    if (!standing) throw new JiannuoError('not-found', { what: 'commitment', id: item.id });
    return standing;
  };

  /** Whoever watches the document is told. */
  const touch = (id: string) =>
    statement('UPDATE documents SET updated_at = ? WHERE id = ?').run(new Date().toISOString(), id);

  return {
    async decide(tenant, given, version) {
      const decision = wellFormed(given);
      return write(() => {
        const { documentId } = decision.anchor;
        const { item, items } = promiseOf(tenant, decision.anchor);
        const before = decisionsIn(session, tenant, documentId);
        const found = assign(before, items).byItem.get(item.id)?.length ?? 0;
        if (found !== version)
          throw new JiannuoError('decision-conflict', { id: item.id, expected: version, found });
        const seq = next(before);
        const said: Decision = { ...decision, seq, id: saidId('decision', tenant, documentId, seq) };
        append(session, said);
        touch(documentId);
        return standingNow(tenant, documentId, item);
      });
    },

    async claim(tenant, given) {
      const claim = wellFormed(given);
      return write(() => {
        const { documentId } = claim.anchor;
        const { item } = promiseOf(tenant, claim.anchor);
        const seq = next(claimsIn(session, tenant, documentId));
        const said: Claim = { ...claim, seq, id: saidId('claim', tenant, documentId, seq) };
        append(session, said);
        touch(documentId);
        return standingNow(tenant, documentId, item);
      });
    },

    async lost(tenant) {
      const documents = statement(
        `SELECT document_id FROM (SELECT document_id FROM decisions WHERE tenant = ? AND seq > 0
           UNION SELECT document_id FROM claims WHERE tenant = ? AND seq > 0)
         WHERE document_id NOT IN (SELECT document_id FROM bin WHERE tenant = ?)`,
      )
        .pluck()
        .all(tenant, tenant, tenant) as string[];
      return documents
        .flatMap((id) =>
          lostOf(promisesIn(session, id), decisionsIn(session, tenant, id), claimsIn(session, tenant, id)),
        )
        .sort(oldestFirst);
    },
  };
}
