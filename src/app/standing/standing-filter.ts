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

/** What a store is asked for statuses: which of their combinations, on which day. Undefined where none is asked for. */
export function standingFilter(
  asked: AskedStatuses,
  { today, profile }: { readonly today: string; readonly profile: Profile },
): StandingFilter | undefined {
  if (Object.values(asked).every((value) => value === undefined)) return undefined;
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
  return { today, soonUntil: dayAfter(today, profile.dueSoonDays), allowed };
}
