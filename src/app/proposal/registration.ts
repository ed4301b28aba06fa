import type { Proposal } from '../../domain/ledger.js';
import type { ProposalNote, Registration } from '../../domain/proposal-note.js';

/** What the office's list says of a proposal: the last word. null: nobody put it down. @param notes in their order */
export function registrationOf(notes: readonly ProposalNote[]): Registration | null {
  const last = notes.flatMap(({ body }) => (body.kind === 'register' ? [body] : [])).at(-1);
  if (!last) return null;
  const { kind: _, ...registration } = last;
  return registration;
}

/** The day of 交办; the last word. @param notes in their order */
export const handoverOf = (notes: readonly ProposalNote[]): string | null =>
  notes.flatMap(({ body }) => (body.kind === 'handover' ? [body.day] : [])).at(-1) ?? null;

/** A proposal with what the list says where its documents leave it open; a title that somebody put down goes before one that was read. */
export function asRegistered(proposal: Proposal, registration: Registration | null): Proposal {
  if (!registration) return proposal;
  return {
    ...proposal,
    title: registration.title ?? proposal.title,
    body: proposal.body ?? registration.body,
    session: proposal.session ?? registration.session,
  };
}
