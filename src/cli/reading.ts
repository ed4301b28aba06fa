import { judgementDay } from '../app/track/track-documents.js';
import type { Config } from '../config.js';
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
  { practice }: Pick<Config, 'practice'>,
  asOf: string | undefined,
): Promise<Reading> {
  const { loadProfile } = await import('../adapters/profile/load-profile.js');
  const today = asOf === undefined ? dayOf(new Date()) : judgementDay(asOf);
  return { today, profile: loadProfile(practice), language };
}
