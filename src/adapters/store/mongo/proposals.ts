import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { proposalId } from '../../../domain/identity.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';
import { inProposalOrder } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, Models, ProposalLink, ProposalRecord } from './models.js';

type NewProposal = Parameters<LedgerStore['linkProposal']>[2];

/** The proposal's id; a new number makes a proposal. */
export async function registerProposal(
  { proposals }: Models,
  tenant: string,
  { body, session, number, title }: NewProposal,
): Promise<string> {
  const id = proposalId(tenant, body, session, number);
  const titled = title === null ? { $setOnInsert: { tenant, body, session, number, title } } : null;
  const update = titled ?? { $set: { title }, $setOnInsert: { tenant, body, session, number } };
  await onceMoreWhenTaken(() => proposals.updateOne({ _id: id }, update, { upsert: true }));
  return id;
}

/** Links with one more; what a person linked stays theirs when the machine finds it too. */
export function withLink(links: readonly ProposalLink[], link: ProposalLink): ProposalLink[] {
  const known = links.find(({ id }) => id === link.id);
  const origin = known?.origin === 'given' ? 'given' : link.origin;
  return [...links.filter(({ id }) => id !== link.id), { ...link, origin }];
}

export function proposalMethods(
  connection: Connection,
  models: Models,
): Pick<LedgerStore, 'proposals' | 'linkProposal'> {
  const { documents, proposals } = models;
  return {
    async proposals(tenant) {
      const linked = await documents
        .find({ tenant, 'proposals.0': { $exists: true } }, { proposals: 1 })
        .lean<DocumentRecord[]>();
      const documentIds = new Map<string, string[]>();
      for (const { _id, proposals: links } of linked)
        for (const { id } of links) documentIds.set(id, [...(documentIds.get(id) ?? []), _id]);
      const records = await proposals.find({ tenant }).lean<ProposalRecord[]>();
      return inProposalOrder(
        records.map(({ _id: id, body, session, number, title }) => ({
          ...{ id, tenant, body, session, number, title },
          documentIds: documentIds.get(id) ?? [],
        })),
      );
    },

    async linkProposal(tenant, document, given) {
      const proposal = wellFormed(given);
      const missing = () => new JiannuoError('not-found', { what: '文档', id: document });
      if (!(await documents.exists({ _id: document, tenant }))) throw missing();
      const id = await registerProposal(models, tenant, proposal);
      await connection.transaction(async (session) => {
        const found = await documents
          .findOne({ _id: document, tenant }, { proposals: 1 }, { session })
          .lean<DocumentRecord>();
        if (!found) throw missing();
        const links = withLink(found.proposals, { id, number: proposal.number, origin: 'given' });
        await documents.updateOne({ _id: document }, { $set: { proposals: links } }, { session });
      });
    },
  };
}
