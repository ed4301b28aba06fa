import type { ClientSession, Connection } from 'mongoose';
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
import type { Models } from '../models.js';
import { forgetUnmentioned } from '../units.js';
import { append, next } from './append.js';
import { claimsIn, decisionsIn, project, promisesIn } from './standings.js';

export function saidMethods(
  connection: Connection,
  models: Models,
): Pick<TrackingStore, 'decide' | 'claim' | 'lost'> {
  /** The promise that is spoken of. Takes its document's turn: two who speak on one document come one after the other. */
  const promiseOf = async (session: ClientSession, tenant: string, anchor: Anchor) => {
    const turn = { $inc: { turn: 1 } };
    const known = await models.tracked.updateOne({ _id: anchor.documentId, tenant }, turn, { session });
    const promises = known.matchedCount === 0 ? [] : await promisesIn(models, session, anchor.documentId);
    const items = promises.map(({ body }) => body.item);
    const item = resolveAnchor(anchor, items);
    if (!item) throw new JiannuoError('not-found', { what: 'commitment', id: anchor.itemId });
    return { item, items };
  };

  const standingNow = async (session: ClientSession, tenant: string, documentId: string, { id }: Item) => {
    const { standings, left } = await project(models, session, tenant, documentId, new Set([id]));
    const [standing] = standings;
    if (!standing) throw new JiannuoError('not-found', { what: 'commitment', id });
    return { standing, left };
  };

  const inTransaction = async (
    tenant: string,
    documentId: string,
    work: (session: ClientSession) => Promise<{ standing: Standing; left: readonly string[] }>,
  ): Promise<Standing> => {
    const done = await connection.transaction(work);
    // Whoever watches the document is told. Outside of the transaction, which would conflict with those that read the document.
    await models.documents.updateOne(
      { _id: documentId, tenant },
      { $set: { updatedAt: new Date().toISOString() } },
    );
    await forgetUnmentioned(models, tenant, done.left);
    return done.standing;
  };

  return {
    async decide(tenant, given, version) {
      const decision = wellFormed(given);
      const { documentId } = decision.anchor;
      return inTransaction(tenant, documentId, async (session) => {
        const { item, items } = await promiseOf(session, tenant, decision.anchor);
        const before = await decisionsIn(models, session, tenant, documentId);
        const found = assign(before, items).byItem.get(item.id)?.length ?? 0;
        if (found !== version)
          throw new JiannuoError('decision-conflict', { id: item.id, expected: version, found });
        const seq = next(before);
        const id = saidId('decision', tenant, documentId, seq);
        await append(models, session, 'decisions', { ...decision, seq, id });
        return standingNow(session, tenant, documentId, item);
      });
    },

    async claim(tenant, given) {
      const claim = wellFormed(given);
      const { documentId } = claim.anchor;
      return inTransaction(tenant, documentId, async (session) => {
        const { item } = await promiseOf(session, tenant, claim.anchor);
        const seq = next(await claimsIn(models, session, tenant, documentId));
        await append(models, session, 'claims', {
          ...claim,
          seq,
          id: saidId('claim', tenant, documentId, seq),
        });
        return standingNow(session, tenant, documentId, item);
      });
    },

    async lost(tenant) {
      const ids = await Promise.all([
        models.decisions.distinct('documentId', { tenant }) as Promise<string[]>,
        models.claims.distinct('documentId', { tenant }) as Promise<string[]>,
      ]);
      const binned = new Set<string>(await models.bin.distinct('_id', { tenant }));
      const lost: (Decision | Claim)[] = [];
      for (const id of new Set(ids.flat()))
        if (!binned.has(id))
          lost.push(
            ...lostOf(
              await promisesIn(models, null, id),
              await decisionsIn(models, null, tenant, id),
              await claimsIn(models, null, tenant, id),
            ),
          );
      return lost.sort(oldestFirst);
    },
  };
}
