import { proposalNumberKey } from '../../domain/identity.js';
import type { Proposal } from '../../domain/ledger.js';
import { sessionKey } from '../../text/outline/meta/session.js';

export type Placed = Pick<Proposal, 'number' | 'body' | 'session'>;

/** One key for every way of writing a session. */
export const keyOfSession = (session: string | null): string | null =>
  session === null ? null : (sessionKey(session) ?? session.replace(/\s/gu, ''));

/** Equal, or told by one alone. */
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Whether neither body nor session is told otherwise. */
const inOneSession = (a: Placed, b: Placed): boolean =>
  agree(a.body, b.body) && agree(keyOfSession(a.session), keyOfSession(b.session));

/** Whether two may be one proposal: the same number, and neither body nor session told otherwise. */
export const mayBeOne = (a: Placed, b: Placed): boolean =>
  proposalNumberKey(a.number) === proposalNumberKey(b.number) && inOneSession(a, b);

/** The numbers that a letter answers: 28、29 → 28, 29. */
export const numbersIn = (number: string): string[] => number.split(/[、，,]/u).filter((each) => each !== '');

/** Whether a letter answers a proposal, alone or among others. */
export const mayAnswer = (letter: Placed, proposal: Placed): boolean =>
  numbersIn(letter.number).some((number) => mayBeOne({ ...letter, number }, proposal));
