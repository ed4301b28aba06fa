import { evidenceId } from '../../domain/identity.js';
import type { Language } from '../../domain/phrase.js';
import type { Profile } from '../../domain/profile.js';
import type { Standing, State } from '../../domain/standing.js';
import type { Evidence, Verdict } from '../../domain/tracking.js';
import type { Reason } from '../../track/verdict/reason.js';
import { tell } from '../../track/verdict/words.js';
import { isPast, judgementOf, type Statuses, statusesOf } from './statuses.js';

export type NamedEvidence = Evidence & { readonly id: string };

/** A standing as it is read on a day, its reasons as sentences. */
export interface ToldStanding extends Statuses {
  readonly version: number;
  readonly due: string | null;
  readonly verdict: Verdict;
  readonly evidence: readonly NamedEvidence[];
  readonly related: readonly NamedEvidence[];
  readonly reasons: readonly string[];
  readonly closed: boolean;
  readonly vague: boolean;
  readonly doubleOf: string | null;
  readonly review?: State['review'];
  readonly added?: State['added'];
  readonly fields: Standing['fields'];
  readonly decisions: Standing['decisions'];
  readonly claims: Standing['claims'];
}

const named = (evidence: Evidence): NamedEvidence => ({
  ...evidence,
  id: evidenceId(evidence.documentId ?? '', evidence.start, evidence.quote),
});

function dueReason(due: string | null, today: string, past: boolean): Reason {
  if (due === null) return { code: 'due-unknown' };
  return { code: past ? 'due-past' : 'due-ahead', due, asOf: today };
}

/** Where a promise stands on a day, in words. */
export function toldStanding(
  standing: Standing,
  { today, profile, language }: { today: string; profile: Profile; language: Language },
): ToldStanding {
  const { state, fields, decisions, claims } = standing;
  const { verdict, evidence, related, reasons } = judgementOf(standing, today);
  const due = dueReason(state.due, today, isPast(state, today));
  return {
    ...statusesOf(state, today, profile),
    ...{ version: state.version, due: state.due, verdict },
    evidence: evidence.map(named),
    related: related.map(named),
    reasons: [...(reasons as readonly Reason[]), due].map((reason) => tell(reason, language)),
    ...{ closed: state.closed, vague: state.vague, doubleOf: state.doubleOf },
    ...(state.review && { review: state.review }),
    ...(state.added && { added: state.added }),
    ...{ fields, decisions, claims },
  };
}
