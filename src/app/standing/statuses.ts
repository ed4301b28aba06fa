import { dayAfter } from '../../domain/day.js';
import type { Profile } from '../../domain/profile.js';
import type { Judgement, Light, Schedule, Standing, State, Verified } from '../../domain/standing.js';
import type { Verdict } from '../../domain/tracking.js';

/** Three answers to three questions, and a light that a profile's rule derives from them. */
export interface Statuses {
  readonly claimed: State['claimed'];
  readonly verified: Verified;
  readonly schedule: Schedule;
  readonly light: Light;
}

/** On which day, ISO, and by which profile statuses are read. */
export interface Reading {
  readonly today: string;
  readonly profile: Profile;
}

export const isPast = (state: Pick<State, 'due'>, today: string): boolean =>
  state.due !== null && state.due <= today;

export function scheduleOf(
  due: string | null,
  today: string,
  profile: Pick<Profile, 'dueSoonDays'>,
): Schedule {
  if (due === null) return 'no_deadline';
  if (due < today) return 'overdue';
  return due <= dayAfter(today, profile.dueSoonDays) ? 'due_soon' : 'not_due';
}

/** From evidence and decisions alone: what a unit claims is not asked, nor what is due. */
export function verifiedOf(
  verdict: Verdict,
  { closed, disputed, vague }: Pick<State, 'closed' | 'disputed' | 'vague'>,
): Verified {
  if (closed) return verdict === 'not_met' ? 'disputed' : 'met';
  if (vague || verdict === 'no_evidence') return 'none';
  return disputed ? 'disputed' : verdict;
}

export function lightOf(statuses: Omit<Statuses, 'light'>, { lights }: Pick<Profile, 'lights'>): Light {
  const holds = <T>(wanted: readonly T[] | undefined, is: T) => wanted === undefined || wanted.includes(is);
  const rule = lights.find(
    ({ claimed, verified, schedule }) =>
      holds(claimed, statuses.claimed) &&
      holds(verified, statuses.verified) &&
      holds(schedule, statuses.schedule),
  );
  return rule?.light ?? 'none';
}

/** What is closed or too vague to be checked falls due no more. */
const dueNow = ({ closed, vague, due }: State): string | null => (closed || vague ? null : due);

/** @param today ISO day where the office is */
export function statusesOf(state: State, today: string, profile: Profile): Statuses {
  const verdict = isPast(state, today) ? state.past : state.ahead;
  const three = {
    claimed: state.claimed,
    verified: verifiedOf(verdict, state),
    schedule: scheduleOf(dueNow(state), today, profile),
  };
  return { ...three, light: lightOf(three, profile) };
}

/** The verdict of a day with what it rests on. */
export const judgementOf = (standing: Standing, today: string): Judgement =>
  isPast(standing.state, today) ? standing.past : standing.ahead;
