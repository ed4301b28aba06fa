import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import type { Proposal, Unit } from '../../../domain/ledger.js';

/** A responsible unit's name as the registry knows it. */
export const registeredName = (name: string): string => name.trim();

/**
 * Names that `responsible` gives to the registry, in order, each once.
 * @param item as it was said, or who answers for it by decision
 */
export function namesOf(item: Pick<Item, 'responsible'>): string[] {
  return [...new Set(item.responsible.map(registeredName))].filter((name) => name !== '');
}

/** Unit ids of an item, in order, each once. */
export function unitIdsOf(names: readonly string[], unitByName: ReadonlyMap<string, string>): string[] {
  return [...new Set(names.flatMap((name) => unitByName.get(name) ?? []))];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By name; aliases too. */
export function inUnitOrder(units: readonly Unit[]): Unit[] {
  return units
    .map((unit) => ({ ...unit, aliases: [...unit.aliases].sort(compare) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** The proposal that a document names; null where it names none. */
export const proposalOf = ({
  proposalNumber: number,
  body,
  session,
}: DocumentMeta): Parameters<LedgerStore['linkProposal']>[2] | null =>
  number === null ? null : { number, body, session, title: null };

/** By body, session, then number as a number. */
export function inProposalOrder(proposals: readonly Proposal[]): Proposal[] {
  const order = (a: Proposal, b: Proposal) =>
    compare(a.body ?? '', b.body ?? '') ||
    compare(a.session ?? '', b.session ?? '') ||
    a.number.length - b.number.length ||
    compare(a.number, b.number) ||
    compare(a.id, b.id);
  return proposals
    .map((proposal) => ({ ...proposal, documentIds: [...proposal.documentIds].sort(compare) }))
    .sort(order);
}
