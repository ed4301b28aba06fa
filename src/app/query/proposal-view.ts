import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow, Proposal } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { Reading, Statuses } from '../standing/statuses.js';
import { statusesIn } from './document-items.js';

export interface ProposalsAsked {
  /** A part of the number, the title or the session. */
  readonly text?: string | undefined;
  readonly limit: number;
  /** The id of the last one of the page before. */
  readonly cursor?: string | undefined;
}

export interface ProposalsAnswer {
  readonly proposals: readonly Proposal[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const mayRead = ({ id }: Proposal, within: RowBounds | undefined): boolean =>
  within === undefined || ('proposalIds' in within && within.proposalIds.includes(id));

const says = ({ number, title, session }: Proposal, text: string): boolean =>
  [number, title, session].some((each) => each?.includes(text));

/** Proposals in the order of body, session and number, one page. Fault: `cursor-invalid`. */
export async function listProposals(
  store: Pick<LedgerStore, 'proposals'>,
  tenant: string,
  { text, limit, cursor }: ProposalsAsked,
  within?: RowBounds,
): Promise<ProposalsAnswer> {
  const readable = (await store.proposals(tenant)).filter((each) => mayRead(each, within));
  const all = text === undefined ? readable : readable.filter((each) => says(each, text));
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && from === 0) throw new JiannuoError('cursor-invalid');
  const proposals = all.slice(from, from + limit);
  const last = proposals.at(-1);
  return {
    proposals,
    total: all.length,
    nextCursor: last && from + limit < all.length ? last.id : null,
  };
}

export interface ShownProposal {
  readonly proposal: Proposal;
  readonly documents: readonly StoredDocument[];
  readonly promises: readonly { readonly row: LedgerRow; readonly statuses: Statuses | null }[];
  /** There are more promises than are shown. */
  readonly capped: boolean;
}

/** A proposal with its documents, newest first, and what they promise. Fault: `not-found`. */
export async function showProposal(
  store: Pick<LedgerStore, 'proposals' | 'document' | 'rows'>,
  tenant: string,
  id: string,
  cap: number,
  reading: Reading,
  within?: RowBounds,
): Promise<ShownProposal> {
  const proposal = (await store.proposals(tenant)).find((each) => each.id === id && mayRead(each, within));
  if (!proposal) throw new JiannuoError('not-found', { what: 'proposal', id });
  const found = await Promise.all(proposal.documentIds.map((each) => store.document(tenant, each)));
  const documents = found
    .filter((each) => each !== null)
    .sort((a, b) => ((a.meta?.date ?? '') < (b.meta?.date ?? '') ? 1 : -1));
  const rows: LedgerRow[] = [];
  for (const document of documents) {
    if (rows.length > cap) break;
    const filter = { documentId: document.id, stance: 'commitment' as const, ...(within && { within }) };
    const page = await store.rows(tenant, filter, { sort: 'document', limit: cap + 1 - rows.length });
    rows.push(...page.rows);
  }
  return {
    proposal,
    documents,
    promises: rows.slice(0, cap).map((row) => ({ row, statuses: statusesIn(row, reading) })),
    capped: rows.length > cap,
  };
}
