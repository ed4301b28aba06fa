import type { Statuses } from './statuses.js';

/** `claimed/verified/schedule` apart again; null for a row that stands nowhere. */
export function splitStatuses(joined: string | null | undefined): Omit<Statuses, 'light'> | null {
  if (joined === null || joined === undefined) return null;
  const [claimed, verified, schedule] = joined.split('/');
  return { claimed, verified, schedule } as Omit<Statuses, 'light'>;
}
