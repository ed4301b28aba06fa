import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accept, invitation } from '../../app/people/invitations.js';
import { asJiannuoError, faults, JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { guessesPerMinute } from '../security.js';
import { setupPages, setupStyleHash } from '../setup-page.js';

const querySchema = z.strictObject({ code: z.string().min(1).max(200) });
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // Under no-referrer a browser sends the form with the origin `null`, which is refused as another site's.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${setupStyleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
};

/**
 * The page of a one-time link, in the language that the browser asks for: the code is the right to use it, and so it needs
 * no session and no header against forgery.
 */
export function registerSetup(app: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 10_000 },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const options = { config: guessesPerMinute, schema: { hide: true, querystring: querySchema } };
  const languageFor = (request: FastifyRequest) => languageOf(request.headers['accept-language']);
  /** Whoever opens a link in a browser is told in a page. */
  const orOver = async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (!(fault instanceof JiannuoError) || fault.code !== 'link-invalid') throw thrown;
      reply.code(faults[fault.code].http).headers(headers);
      return null;
    }
  };
  app.get('/setup', options, async (request, reply) => {
    const { code } = request.query;
    const pages = setupPages(languageFor(request));
    const found = await orOver(reply, async () => invitation(await ports.people(), tenant, code));
    if (!found) return reply.send(pages.over());
    const { personId } = found;
    return reply.headers(headers).send(pages.form({ code, isFirst: personId === null, told: null }));
  });
  app.post('/setup', options, async (request, reply) => {
    const { code } = request.query;
    const language = languageFor(request);
    const pages = setupPages(language);
    const people = await ports.people();
    const found = await orOver(reply, () => invitation(people, tenant, code));
    if (!found) return reply.send(pages.over());
    const { personId } = found;
    try {
      await accept(people, await ports.hasher(), tenant, code, request.body);
      return reply.headers(headers).send(pages.saved());
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (!(fault instanceof JiannuoError)) throw thrown;
      // Another who held the code was quicker.
      if (fault.code === 'link-invalid')
        return reply.code(faults[fault.code].http).headers(headers).send(pages.over());
      if (!['query-invalid', 'login-taken'].includes(fault.code)) throw thrown;
      return reply
        .code(fault.code === 'login-taken' ? 409 : 400)
        .headers(headers)
        .send(pages.form({ code, isFirst: personId === null, told: fault.in(language) }));
    }
  });
}
