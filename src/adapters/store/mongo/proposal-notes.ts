import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { noteId } from '../../../domain/identity.js';
import { isTaken } from '../../mongo/taken.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Models, ProposalNoteRecord } from './models.js';

export function proposalNoteMethods({
  proposals,
  proposalNotes,
}: Models): Pick<LedgerStore, 'addProposalNote' | 'proposalNotes'> {
  return {
    async addProposalNote(given) {
      const note = wellFormed(given);
      const { tenant, proposalId } = note;
      if (!(await proposals.exists({ _id: proposalId, tenant })))
        throw new JiannuoError('not-found', { what: 'proposal', id: proposalId });
      // The number is a key: of two that follow on the same note one is refused, and follows on the other.
      for (;;) {
        const last = await proposalNotes
          .findOne({ tenant, proposalId }, { seq: 1 })
          .sort({ seq: -1 })
          .lean<Pick<ProposalNoteRecord, 'seq'>>();
        const seq = (last?.seq ?? 0) + 1;
        const id = noteId(tenant, proposalId, seq);
        try {
          await proposalNotes.collection.insertOne({ _id: id, ...note, seq } as never);
          return { ...note, seq, id };
        } catch (error) {
          if (!isTaken(error)) throw error;
        }
      }
    },

    async proposalNotes(tenant, proposalIds) {
      const records = await proposalNotes
        .find({ tenant, proposalId: { $in: [...proposalIds] } })
        .sort({ proposalId: 1, seq: 1 })
        .lean<ProposalNoteRecord[]>();
      return records.map(({ _id: id, ...note }) => ({ id, ...note }));
    },
  };
}
