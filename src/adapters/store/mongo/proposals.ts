import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { proposalId, proposalNumberWritings } from '../../../domain/identity.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';
import { inProposalOrder, proposalOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, Models, ProposalRecord } from './models.js';

type NewProposal = Parameters<LedgerStore['linkProposal']>[2];

/** The link to it. */
export function foundIn(tenant: string, meta: DocumentMeta): DocumentRecord['found'] {
  const proposal = proposalOf(meta);
  if (!proposal) return null;
  const { body, session, number } = proposal;
  return { id: proposalId(tenant, body, session, number), number };
}

/** The proposal's id; a new number makes a proposal. */
export async function registerProposal(
  { proposals }: Models,
  tenant: string,
  { body, session, number, title }: NewProposal,
  /** 1 where a link that waits for a majority follows, and so waits for this too. */
  w: 1 | 'majority' = 1,
): Promise<string> {
  const id = proposalId(tenant, body, session, number);
  const fresh = { tenant, body, session, number };
  const update =
    title === null ? { $setOnInsert: { ...fresh, title } } : { $set: { title }, $setOnInsert: fresh };
  await onceMoreWhenTaken(() =>
    proposals.updateOne({ _id: id }, update, { upsert: true, writeConcern: { w } }),
  );
  return id;
}

export function proposalMethods(
  models: Models,
): Pick<LedgerStore, 'proposals' | 'proposalsNumbered' | 'registerProposal' | 'linkProposal'> {
  const { documents, proposals } = models;
  return {
    async proposals(tenant) {
      const linked = await documents
        .find(
          { tenant, $or: [{ found: { $ne: null } }, { 'given.0': { $exists: true } }] },
          { found: 1, given: 1 },
        )
        .lean<Pick<DocumentRecord, '_id' | 'found' | 'given'>[]>();
      const documentIds = new Map<string, Set<string>>();
      for (const { _id, found, given } of linked)
        for (const { id } of found ? [found, ...given] : given)
          documentIds.set(id, (documentIds.get(id) ?? new Set()).add(_id));
      const records = await proposals.find({ tenant }).lean<ProposalRecord[]>();
      return inProposalOrder(
        records.map(({ _id: id, body, session, number, title }) => ({
          ...{ id, tenant, body, session, number, title },
          documentIds: [...(documentIds.get(id) ?? [])],
        })),
      );
    },

    async proposalsNumbered(tenant, numbers) {
      const written = { $in: numbers.flatMap(proposalNumberWritings) };
      const records = await proposals.find({ tenant, number: written }).lean<ProposalRecord[]>();
      return records.map(({ _id: id, body, session, number, title }) => ({
        ...{ id, tenant, body, session, number, title },
      }));
    },

    registerProposal: (tenant, given) => registerProposal(models, tenant, wellFormed(given), 'majority'),

    async linkProposal(tenant, document, unsafe) {
      const proposal = wellFormed(unsafe);
      const { number } = proposal;
      const which = { _id: document, tenant };
      if (!(await documents.exists(which)))
        throw new JiannuoError('not-found', { what: 'document', id: document });
      const id = await registerProposal(models, tenant, proposal);
      await documents.updateOne(which, { $addToSet: { given: { id, number } } });
    },
  };
}
