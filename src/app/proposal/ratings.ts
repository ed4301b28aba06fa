import type { ProposalNote, ProposalNoteBody } from '../../domain/proposal-note.js';

type Rate = Extract<ProposalNoteBody, { kind: 'rate' }>;

export interface Rating extends Omit<Rate, 'kind'> {
  readonly by: string;
  /** Name of who put it down from paper; null for a person's own, and where an earlier version did not keep it. */
  readonly recordedBy: string | null;
  /** ISO instant. */
  readonly at: string;
}

const paper = 'paper:';
/** Who rated on paper is known by name alone, and is never taken for a person with an account. */
export const paperRater = (name: string): string => `${paper}${name}`;

/** Notes of earlier versions tell nobody from somebody of the same name. */
const unkeyed = (name: string): string => `unkeyed:${name}`;

/**
 * The last word of each who rated, oldest first; the next of the same name stands in place of one that an earlier version kept.
 * @param notes in their order
 */
export function ratingsOf(notes: readonly ProposalNote[]): Rating[] {
  const last = new Map<string, Rating>();
  for (const { body, madeBy: by, madeAt: at, raterKey, recordedBy = null } of notes) {
    if (body.kind !== 'rate') continue;
    const { kind: _, ...rate } = body;
    const key = raterKey ?? unkeyed(by);
    last.delete(unkeyed(by));
    last.delete(key);
    last.set(key, { ...rate, by, recordedBy: raterKey?.startsWith(paper) ? recordedBy : null, at });
  }
  return [...last.values()];
}
