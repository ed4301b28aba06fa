import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { grouped } from '../../domain/grouped.js';
import type { LedgerRow, Proposal } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import type { ProposalNote, Registration } from '../../domain/proposal-note.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { mayAnswer } from '../proposal/alike.js';
import { byDay, type FollowUp, type FollowUpReading, followUpOf } from '../proposal/follow-up.js';
import { asRegistered, registrationOf } from '../proposal/registration.js';
import type { Statuses } from '../standing/statuses.js';
import { statusesIn } from './document-items.js';

export interface ProposalsAsked {
  /** A part of the number, the title, the session, or the name of a proposer or a unit. */
  readonly text?: string | undefined;
  readonly limit: number;
  /** The id of the last one of the page before. */
  readonly cursor?: string | undefined;
}

/** A proposal with what the office's list says of it; null where nobody put one down. */
export interface RegisteredProposal extends Proposal {
  readonly registration: Pick<Registration, 'proposers' | 'lead' | 'assisting'> | null;
}

export interface ProposalsAnswer {
  readonly proposals: readonly (RegisteredProposal & { readonly followUp: FollowUp })[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const mayRead = ({ id }: Proposal, within: RowBounds | undefined): boolean =>
  within === undefined || ('proposalIds' in within && within.proposalIds.includes(id));

const says = ({ number, title, session, registration }: RegisteredProposal, text: string): boolean =>
  [
    ...[number, title, session],
    ...(registration ? [registration.proposers, registration.lead, registration.assisting].flat() : []),
  ].some((each) => each?.includes(text));

function registered(proposal: Proposal, notes: readonly ProposalNote[]): RegisteredProposal {
  const registration = registrationOf(notes);
  if (!registration) return { ...proposal, registration };
  const { proposers, lead, assisting } = registration;
  return { ...asRegistered(proposal, registration), registration: { proposers, lead, assisting } };
}

/** A letter that the office's list has a proposal for is shown there, and not once more under the words of its own. */
function withoutEchoes(proposals: readonly RegisteredProposal[]): RegisteredProposal[] {
  const listed = new Map<string, RegisteredProposal[]>();
  for (const each of proposals)
    if (each.registration)
      for (const id of each.documentIds) listed.set(id, [...(listed.get(id) ?? []), each]);
  const isEcho = (each: RegisteredProposal) =>
    each.registration === null &&
    each.documentIds.length > 0 &&
    each.documentIds.every((id) => listed.get(id)?.some((proposal) => mayAnswer(each, proposal)));
  return proposals.filter((each) => !isEcho(each));
}

const documentsOf = async (
  store: Pick<LedgerStore, 'document'>,
  tenant: string,
  { documentIds }: Proposal,
): Promise<StoredDocument[]> => {
  const found = await Promise.all(documentIds.map((id) => store.document(tenant, id)));
  return found.filter((each) => each !== null);
};

/** A proposal that somebody may read. Fault: `not-found`. */
export async function readableProposal(
  store: Pick<LedgerStore, 'proposals'>,
  tenant: string,
  id: string,
  within?: RowBounds,
): Promise<Proposal> {
  const proposal = (await store.proposals(tenant)).find((each) => each.id === id && mayRead(each, within));
  if (!proposal) throw new JiannuoError('not-found', { what: 'proposal', id });
  return proposal;
}

/** Proposals in the order of body, session and number, one page. Fault: `cursor-invalid`. */
export async function listProposals(
  store: Pick<LedgerStore, 'proposals' | 'proposalNotes' | 'document'>,
  tenant: string,
  { text, limit, cursor }: ProposalsAsked,
  reading: FollowUpReading,
  within?: RowBounds,
): Promise<ProposalsAnswer> {
  const readable = (await store.proposals(tenant)).filter((each) => mayRead(each, within));
  const ids = readable.map(({ id }) => id);
  const notes = grouped(await store.proposalNotes(tenant, ids), ({ proposalId }) => proposalId);
  const notesOf = ({ id }: Proposal) => notes.get(id) ?? [];
  const told = withoutEchoes(readable.map((each) => registered(each, notesOf(each))));
  const all = text === undefined ? told : told.filter((each) => says(each, text));
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && from === 0) throw new JiannuoError('cursor-invalid');
  const page = all.slice(from, from + limit);
  const last = page.at(-1);
  return {
    proposals: await Promise.all(
      page.map(async (proposal) => ({
        ...proposal,
        followUp: followUpOf(
          proposal,
          await documentsOf(store, tenant, proposal),
          notesOf(proposal),
          reading,
        ),
      })),
    ),
    total: all.length,
    nextCursor: last && from + limit < all.length ? last.id : null,
  };
}

export interface ShownProposal {
  readonly proposal: RegisteredProposal;
  readonly followUp: FollowUp;
  readonly documents: readonly StoredDocument[];
  readonly promises: readonly { readonly row: LedgerRow; readonly statuses: Statuses | null }[];
  /** There are more promises than are shown. */
  readonly capped: boolean;
}

/** A proposal with its documents, newest first, and what they promise. Fault: `not-found`. */
export async function showProposal(
  store: Pick<LedgerStore, 'proposals' | 'proposalNotes' | 'document' | 'rows'>,
  tenant: string,
  id: string,
  cap: number,
  reading: FollowUpReading,
  within?: RowBounds,
): Promise<ShownProposal> {
  const found = await readableProposal(store, tenant, id, within);
  const documents = (await documentsOf(store, tenant, found)).sort((a, b) => byDay(b, a));
  const notes = await store.proposalNotes(tenant, [id]);
  const proposal = registered(found, notes);
  const rows: LedgerRow[] = [];
  for (const document of documents) {
    if (rows.length > cap) break;
    const filter = { documentId: document.id, stance: 'commitment' as const, ...(within && { within }) };
    const page = await store.rows(tenant, filter, { sort: 'document', limit: cap + 1 - rows.length });
    rows.push(...page.rows);
  }
  return {
    proposal,
    followUp: followUpOf(proposal, documents, notes, reading),
    documents,
    promises: rows.slice(0, cap).map((row) => ({ row, statuses: statusesIn(row, reading) })),
    capped: rows.length > cap,
  };
}
