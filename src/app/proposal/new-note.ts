import { monthsAfter } from '../../domain/day.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Identity } from '../../domain/people.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { NewProposalNote, SentNoteBody } from '../../domain/proposal-note.js';
import { paperRater } from './ratings.js';

export interface NoteSent {
  readonly note: SentNoteBody;
  /** Whose rating it is, where it is put down from paper. */
  readonly by?: string | undefined;
}

const firstHandover = '1990-01-01';
const monthsAhead = 12;

/** What is wrong with a day of hand-over; null for nothing. It lies behind, or was announced for soon: what is far off is mistyped, and no limit runs from it. */
export function handoverProblem(day: string, today: string): Phrase | null {
  const last = monthsAfter(today, monthsAhead);
  if (day >= firstHandover && day <= last) return null;
  return phrase(
    `交办日应当在 ${firstHandover} 到 ${last} 之间`,
    `the day of hand-over must be between ${firstHandover} and ${last}`,
  );
}

/** What is put down on a proposal, with whose it is and who sent it. @param today ISO. Fault: `query-invalid`. */
export function newNoteOf(
  { note, by }: NoteSent,
  { personId, name, via }: Pick<Identity, 'personId' | 'name' | 'via'>,
  today: string,
): Pick<NewProposalNote, 'body' | 'madeBy' | 'raterKey' | 'recordedBy'> {
  if (note.kind === 'handover') {
    const reason = handoverProblem(note.day, today);
    if (reason) throw new JiannuoError('query-invalid', { parameter: 'note.day', reason });
    return { body: note, madeBy: name };
  }
  return by === undefined
    ? { body: note, madeBy: name, raterKey: personId ?? `${via}:${name}`, recordedBy: name }
    : { body: note, madeBy: by, raterKey: paperRater(by), recordedBy: name };
}
