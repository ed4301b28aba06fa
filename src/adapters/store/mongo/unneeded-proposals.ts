import type { DocumentMeta } from '../../../domain/document.js';
import { isTaken } from '../../mongo/taken.js';
import { proposalOf } from '../shared/registry.js';
import { bare, type DocumentRecord, type Models, type ProposalRecord } from './models.js';
import { registerProposal } from './proposals.js';

type Link = NonNullable<DocumentRecord['found']>;

/** Whether anything holds a proposal: a document, a note, an account or token bound to it, a document in the bin that a person linked to it. */
async function isHeld(models: Models, tenant: string, { id, number }: Link): Promise<boolean> {
  const { documents, proposalNotes, bin, proposals } = models;
  const bound = ['people', 'secrets'].map((name) =>
    proposals.db.collection(name).findOne({ tenant, proposalIds: id } as never),
  );
  const holding = await Promise.all([
    documents.exists({ tenant, 'found.number': number, 'found.id': id }),
    documents.exists({ tenant, 'given.number': number, 'given.id': id }),
    proposalNotes.exists({ tenant, proposalId: id }),
    bare(bin).findOne({ tenant, 'record.given.id': id } as never),
    ...bound,
  ]);
  return holding.some((one) => one !== null);
}

/**
 * Takes those proposals out that documents had made by naming them, and that nothing holds any more; one with a title
 * stays. Deleted first, then looked for: who names it meanwhile either shows here, and it comes back, or registers it
 * once more after its own transaction.
 */
export async function forgetProposals(
  models: Models,
  tenant: string,
  links: readonly (Link | null | undefined)[],
): Promise<void> {
  for (const link of links) {
    if (!link || (await isHeld(models, tenant, link))) continue;
    const gone = await models.proposals
      .findOneAndDelete({ _id: link.id, tenant, title: null })
      .lean<ProposalRecord>();
    if (!gone || !(await isHeld(models, tenant, link))) continue;
    try {
      await models.proposals.collection.insertOne(gone as never);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

/**
 * After a document was made to name another proposal, or none: the one that it names now may have been taken out meanwhile by
 * who let go of it last, and nothing else may hold the one before.
 */
export async function settleProposals(
  models: Models,
  tenant: string,
  meta: DocumentMeta | null,
  before: DocumentRecord['found'],
): Promise<void> {
  const proposal = meta && proposalOf(meta);
  if (proposal) await registerProposal(models, tenant, proposal);
  await forgetProposals(models, tenant, [before]);
}
