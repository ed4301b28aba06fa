import type { FastifyRequest } from 'fastify';
import { loadProfile } from '../adapters/profile/load-profile.js';
import type { Reading } from '../app/standing/statuses.js';
import { dayOf } from '../domain/day.js';
import type { Language } from '../domain/phrase.js';
import type { ApiPorts } from './ports.js';

/** Chinese unless English is asked for first. */
const languageOf = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh';

/** Today, by the office's profile, in the language that is asked for. */
export function readingOf(
  { practice }: Pick<ApiPorts['config'], 'practice'>,
  { headers }: FastifyRequest,
): Reading & { readonly language: Language } {
  return {
    today: dayOf(new Date()),
    profile: loadProfile(practice),
    language: languageOf(headers['accept-language']),
  };
}
