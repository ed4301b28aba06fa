import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { proposalId, proposalNumberWritings } from '../../../domain/identity.js';
import type { Proposal } from '../../../domain/ledger.js';
import { inProposalOrder, proposalOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Session } from './session.js';
import { forgetProposals } from './unneeded-proposals.js';

type NewProposal = Parameters<LedgerStore['linkProposal']>[2];

/** The proposal's id; a new number makes a proposal. */
function registered({ statement }: Session, tenant: string, proposal: NewProposal): string {
  const { body, session, number, title } = proposal;
  const id = proposalId(tenant, body, session, number);
  statement(
    `INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET title = coalesce(excluded.title, title)`,
  ).run(id, tenant, body, session, number, title);
  return id;
}

/** Links inside of a transaction. What a person linked stays when the machine finds it too, or no longer does. */
function linkDocument(
  session: Session,
  tenant: string,
  document: string,
  proposal: NewProposal,
  origin: 'found' | 'given',
): void {
  const id = registered(session, tenant, proposal);
  session
    .statement(
      `INSERT INTO document_proposals VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET origin = CASE excluded.origin WHEN 'given' THEN 'given' ELSE origin END`,
    )
    .run(document, id, origin);
}

/** Links a document to the proposal that it names, in place of what it was found to name before. */
export function linkFound(session: Session, tenant: string, id: string, meta: DocumentMeta): void {
  const before = session
    .statement(
      "DELETE FROM document_proposals WHERE document_id = ? AND origin = 'found' RETURNING proposal_id",
    )
    .pluck()
    .all(id) as string[];
  const proposal = proposalOf(meta);
  if (proposal) linkDocument(session, tenant, id, proposal, 'found');
  forgetProposals(session, tenant, before);
}

interface StoredLink {
  readonly proposal_id: string;
  readonly origin: 'found' | 'given';
}

/** Links that a document comes back with; the proposal that it names may have gone meanwhile. Inside of a transaction. */
export function linkAgain(
  session: Session,
  tenant: string,
  id: string,
  links: readonly StoredLink[],
  meta: DocumentMeta | null,
): void {
  const proposal = meta && proposalOf(meta);
  if (proposal && links.some(({ origin }) => origin === 'found')) registered(session, tenant, proposal);
  const link = session.statement(
    'INSERT OR IGNORE INTO document_proposals SELECT ?, id, ? FROM proposals WHERE id = ?',
  );
  for (const { proposal_id, origin } of links) link.run(id, origin, proposal_id);
}

export function proposalMethods(
  session: Session,
): Pick<LedgerStore, 'proposals' | 'proposalsNumbered' | 'registerProposal' | 'linkProposal'> {
  const { statement } = session;
  return {
    async proposals(tenant) {
      const records = statement(
        `SELECT id, tenant, body, session, number, title,
           (SELECT json_group_array(document_id) FROM document_proposals WHERE proposal_id = id) AS documents
         FROM proposals WHERE tenant = ?`,
      ).all(tenant) as (Omit<Proposal, 'documentIds'> & { documents: string })[];
      return inProposalOrder(
        records.map(({ documents, ...proposal }) => ({
          ...proposal,
          documentIds: JSON.parse(documents) as string[],
        })),
      );
    },

    async proposalsNumbered(tenant, numbers) {
      return statement(
        `SELECT id, tenant, body, session, number, title FROM proposals
         WHERE tenant = ? AND number IN (SELECT value FROM json_each(?))`,
      ).all(tenant, JSON.stringify(numbers.flatMap(proposalNumberWritings))) as Omit<
        Proposal,
        'documentIds'
      >[];
    },

    async registerProposal(tenant, given) {
      return session.write(() => {
        // An office may begin with its list, before any document.
        statement('INSERT OR IGNORE INTO tenants (id, created_at) VALUES (?, ?)').run(
          tenant,
          new Date().toISOString(),
        );
        return registered(session, tenant, wellFormed(given));
      });
    },

    async linkProposal(tenant, document, given) {
      session.write(() => {
        const known = statement('SELECT 1 FROM documents WHERE tenant = ? AND id = ?').get(tenant, document);
        if (!known) throw new JiannuoError('not-found', { what: 'document', id: document });
        linkDocument(session, tenant, document, wellFormed(given), 'given');
      });
    },
  };
}
