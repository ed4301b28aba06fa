import type { FastifyRequest } from 'fastify';
import { loadProfile } from '../adapters/profile/load-profile.js';
import type { Reading } from '../app/standing/statuses.js';
import { dayOf } from '../domain/day.js';
import type { Language } from '../domain/phrase.js';
import type { ApiPorts } from './ports.js';

/** Chinese unless English is asked for first. */
export const languageOf = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh';

/** Today and the office's practice: what statuses are told by. */
export const readingNow = ({ practice }: Pick<ApiPorts['config'], 'practice'>): Reading => ({
  today: dayOf(new Date()),
  profile: loadProfile(practice),
});

/** Today, by the office's profile, in the language that is asked for. */
export function readingOf(
  { practice }: Pick<ApiPorts['config'], 'practice'>,
  { headers }: FastifyRequest,
): Reading & { readonly language: Language } {
  return { ...readingNow({ practice }), language: languageOf(headers['accept-language']) };
}
