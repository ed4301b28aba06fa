import { dayAfter, dayOf, monthsAfter } from '../../domain/day.js';
import type { StoredDocument } from '../../domain/document.js';
import type { Proposal } from '../../domain/ledger.js';
import type { Profile } from '../../domain/profile.js';
import type { ProposalNote } from '../../domain/proposal-note.js';
import { type WorkCalendar, workdayOnOrAfter } from '../../domain/work-calendar.js';
import { type Rating, ratingsOf } from './ratings.js';
import { handoverOf } from './registration.js';

/** done: there is a reply · due_soon, overdue by the first limit · open: neither · unknown: nobody put down the hand-over */
export const replyStates = ['done', 'open', 'due_soon', 'overdue', 'unknown'] as const;
type ReplyState = (typeof replyStates)[number];

/** Where the handling of a proposal stands on a day. Days are ISO; a limit that ends on a holiday ends on the next working day. */
export interface FollowUp {
  /** 交办. */
  readonly handedOver: string | null;
  readonly replyBy: string | null;
  /** The limit with a reason given. */
  readonly replyAtLatest: string | null;
  /** Day of the first reply. */
  readonly repliedOn: string | null;
  readonly reply: ReplyState;
  /** Of the last reply that names one. */
  readonly resultClass: string | null;
  /** The last word of each who rated, oldest first. */
  readonly ratings: readonly Rating[];
  /** Answered again after 不满意: by when, and whether it was. null: nobody is unsatisfied. */
  readonly redo: {
    readonly since: string;
    readonly by: string;
    readonly answeredOn: string | null;
    readonly overdue: boolean;
  } | null;
}

export interface FollowUpReading {
  readonly today: string;
  readonly profile: Profile;
  readonly workCalendar: WorkCalendar;
}

type Answer = Pick<StoredDocument, 'id' | 'meta'>;

const compared = (a: string, b: string): number => Number(a > b) - Number(a < b);
/** Oldest first, one without a day before all; those of one day by their id, in whatever order they were found. */
export const byDay = (a: Answer, b: Answer): number =>
  compared(a.meta?.date ?? '', b.meta?.date ?? '') || compared(a.id, b.id);

/** Days and classes of replies, oldest first; one without a day cannot be told early or late. */
const repliesOf = (documents: readonly Answer[]) =>
  documents.toSorted(byDay).flatMap(({ meta }) => (meta?.kind === 'reply' ? [meta] : []));

const isUnsatisfied = ({ process, result }: Rating): boolean =>
  process === 'unsatisfied' || result === 'unsatisfied';

/** Reckoned from notes and documents alone, whichever order they came in. @param notes in their order */
export function followUpOf(
  { body }: Pick<Proposal, 'body'>,
  documents: readonly Answer[],
  notes: readonly ProposalNote[],
  { today, profile, workCalendar }: FollowUpReading,
): FollowUp {
  const handedOver = handoverOf(notes);
  const [months, atLatest] = profile.replyMonths[body ?? 'npc'];
  const limit = (from: string, after: number) => workdayOnOrAfter(monthsAfter(from, after), workCalendar);
  const replies = repliesOf(documents);
  const repliedOn = replies.find(({ date }) => date !== null)?.date ?? null;
  const replyBy = handedOver && limit(handedOver, months);
  const reply = (): ReplyState => {
    if (replies.length > 0) return 'done';
    if (replyBy === null) return 'unknown';
    if (replyBy < today) return 'overdue';
    return replyBy <= dayAfter(today, profile.dueSoonDays) ? 'due_soon' : 'open';
  };
  const ratings = ratingsOf(notes);
  const since = ratings
    .filter(isUnsatisfied)
    .map(({ at }) => dayOf(new Date(at)))
    .sort()[0];
  const redo = () => {
    if (since === undefined) return null;
    const by = limit(since, profile.redoMonths);
    const answeredOn = replies.find(({ date }) => date !== null && date > since)?.date ?? null;
    return { since, by, answeredOn, overdue: answeredOn === null ? by < today : answeredOn > by };
  };
  return {
    ...{ handedOver, replyBy, replyAtLatest: handedOver && limit(handedOver, atLatest), repliedOn },
    reply: reply(),
    resultClass: replies.flatMap(({ resultClass }) => resultClass ?? []).at(-1) ?? null,
    ...{ ratings, redo: redo() },
  };
}
