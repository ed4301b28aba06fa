import type { FastifyRequest } from 'fastify';
import { loadProfile } from '../adapters/profile/load-profile.js';
import { practiceNow } from '../app/practice/practice-now.js';
import type { Reading } from '../app/standing/statuses.js';
import { dayOf } from '../domain/day.js';
import type { Language } from '../domain/phrase.js';
import type { ApiPorts } from './ports.js';

/** Chinese unless English is asked for first. */
export const languageOf = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh';

type Asked = Pick<ApiPorts, 'store'> & {
  readonly config: Pick<ApiPorts['config'], 'tenant' | 'practice'>;
};

/** Today and the office's practice: what statuses are told by. */
export const readingNow = async ({ store, config }: Asked): Promise<Reading> => ({
  today: dayOf(new Date()),
  profile: await practiceNow(await store(), config.tenant, () => loadProfile(config.practice)),
});

/** Today, by the office's profile, in the language that is asked for. */
export async function readingOf(
  ports: Asked,
  { headers }: FastifyRequest,
): Promise<Reading & { readonly language: Language }> {
  return { ...(await readingNow(ports)), language: languageOf(headers['accept-language']) };
}
