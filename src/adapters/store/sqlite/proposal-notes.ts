import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { noteId } from '../../../domain/identity.js';
import type { ProposalNote } from '../../../domain/proposal-note.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Session } from './session.js';

export function proposalNoteMethods({
  statement,
  write,
}: Session): Pick<LedgerStore, 'addProposalNote' | 'proposalNotes'> {
  return {
    async addProposalNote(given) {
      const note = wellFormed(given);
      const { tenant, proposalId } = note;
      return write(() => {
        const known = statement('SELECT 1 FROM proposals WHERE tenant = ? AND id = ?').get(
          tenant,
          proposalId,
        );
        if (!known) throw new JiannuoError('not-found', { what: 'proposal', id: proposalId });
        const last = statement(
          'SELECT coalesce(max(seq), 0) FROM proposal_notes WHERE tenant = ? AND proposal_id = ?',
        )
          .pluck()
          .get(tenant, proposalId) as number;
        const seq = last + 1;
        const made: ProposalNote = { ...note, seq, id: noteId(tenant, proposalId, seq) };
        statement('INSERT INTO proposal_notes VALUES (?, ?, ?, ?)').run(
          ...[tenant, proposalId, seq, JSON.stringify(made)],
        );
        return made;
      });
    },

    async proposalNotes(tenant, proposalIds) {
      return statement(
        `SELECT body FROM proposal_notes WHERE tenant = ? AND proposal_id IN (SELECT value FROM json_each(?))
         ORDER BY proposal_id, seq`,
      )
        .pluck()
        .all(tenant, JSON.stringify(proposalIds))
        .map((body) => JSON.parse(body as string) as ProposalNote);
    },
  };
}
