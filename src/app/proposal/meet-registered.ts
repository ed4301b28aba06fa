import type { DocumentMeta } from '../../domain/document.js';
import { grouped } from '../../domain/grouped.js';
import { proposalId } from '../../domain/identity.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { mayBeOne, numbersIn } from './alike.js';
import { asRegistered, registrationOf } from './registration.js';

export type MeetingStore = Pick<LedgerStore, 'proposalsNumbered' | 'proposalNotes' | 'linkProposal'>;

/**
 * Links a letter to the proposals of the office's list that it answers, where it names them in other or fewer words than the list,
 * or several at once. What may be of more than one stays with the proposal that the letter itself names.
 */
export async function meetRegistered(
  store: MeetingStore,
  tenant: string,
  documentId: string,
  meta: Pick<DocumentMeta, 'proposalNumber' | 'body' | 'session'>,
): Promise<void> {
  const { proposalNumber, body, session } = meta;
  if (proposalNumber === null) return;
  const numbers = numbersIn(proposalNumber);
  const alike = await store.proposalsNumbered(tenant, numbers);
  if (alike.length === 0) return;
  const ids = alike.map(({ id }) => id);
  const notes = grouped(await store.proposalNotes(tenant, ids), (note) => note.proposalId);
  const named = proposalId(tenant, body, session, proposalNumber);
  for (const number of numbers) {
    const listed = alike.filter((each) => {
      const registration = registrationOf(notes.get(each.id) ?? []);
      const told = asRegistered({ ...each, documentIds: [] }, registration);
      return registration !== null && mayBeOne({ number, body, session }, told);
    });
    const [only] = listed;
    if (!only || listed.length > 1 || only.id === named) continue;
    await store.linkProposal(tenant, documentId, {
      ...{ body: only.body, session: only.session, number: only.number, title: null },
    });
  }
}
