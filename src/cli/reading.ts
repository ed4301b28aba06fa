import { practiceNow } from '../app/practice/practice-now.js';
import { readyStore } from '../app/query/ready-store.js';
import { judgementDay } from '../app/track/track-documents.js';
import type { Composition } from '../compose.js';
import { dayOf } from '../domain/day.js';
import type { Language } from '../domain/phrase.js';
import type { Profile } from '../domain/profile.js';
import type { Context } from './context.js';

/** On which day, by which profile and in which language standings are told. */
export interface Reading {
  readonly today: string;
  readonly profile: Profile;
  readonly language: Language;
}

/** @param asOf as given on the command line. Faults: `query-invalid`, `configuration-invalid`. */
export async function readingOf(
  { language }: Pick<Context, 'language'>,
  { config, store }: Pick<Composition, 'config' | 'store'>,
  asOf: string | undefined,
): Promise<Reading> {
  const { loadProfile } = await import('../adapters/profile/load-profile.js');
  const today = asOf === undefined ? dayOf(new Date()) : judgementDay(asOf);
  const configured = () => loadProfile(config.practice);
  const profile = await practiceNow(await readyStore(store)(), config.tenant, configured);
  return { today, profile, language };
}
