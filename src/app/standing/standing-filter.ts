import { dayAfter } from '../../domain/day.js';
import type { Profile } from '../../domain/profile.js';
import {
  claimedStatuses,
  type Light,
  type Schedule,
  type StandingFilter,
  type State,
  schedules,
  type Verified,
  verifiedStatuses,
} from '../../domain/standing.js';
import { lightOf } from './statuses.js';

export interface AskedStatuses {
  readonly claimed?: State['claimed'] | undefined;
  readonly verified?: Verified | undefined;
  readonly schedule?: Schedule | undefined;
  readonly light?: Light | undefined;
}

/** The days by which a store tells statuses. */
export const daysOf = (today: string, { dueSoonDays }: Pick<Profile, 'dueSoonDays'>) => ({
  today,
  soonUntil: dayAfter(today, dueSoonDays),
});

/** What a store is asked for statuses: which of their combinations, on which day. Undefined where none is asked for. */
export function standingFilter(
  asked: AskedStatuses,
  { today, profile }: { readonly today: string; readonly profile: Profile },
): StandingFilter | undefined {
  const { claimed, verified, schedule, light } = asked;
  if ([claimed, verified, schedule, light].every((value) => value === undefined)) return undefined;
  const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  const allowed = claimedStatuses.flatMap((claimed) =>
    verifiedStatuses.flatMap((verified) =>
      schedules
        .filter(
          (schedule) =>
            is(asked.claimed, claimed) &&
            is(asked.verified, verified) &&
            is(asked.schedule, schedule) &&
            is(asked.light, lightOf({ claimed, verified, schedule }, profile)),
        )
        .map((schedule) => `${claimed}/${verified}/${schedule}`),
    ),
  );
  return { ...daysOf(today, profile), allowed };
}
