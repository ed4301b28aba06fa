import { secretHash } from '../../app/people/secrets.js';
import { signIn } from '../../app/people/sign-in.js';
import { JiannuoError } from '../../domain/errors.js';
import { askedBy } from '../access/guard.js';
import { dropSession, keepSession, sessionOf } from '../access/session-cookie.js';
import type { Api } from '../app-type.js';
import { meSchema, personViewSchema, signInSchema } from '../contract/people.js';
import type { ApiPorts } from '../ports.js';
import { guessesPerMinute } from '../security.js';
import { faultsOfMany, noQuerySchema, nothingSchema, problems } from './problems.js';

const tags = ['people'];

export function registerSession(api: Api, ports: ApiPorts): void {
  const { tenant, publicUrl } = ports.config;
  api.post(
    '/session',
    {
      config: guessesPerMinute,
      schema: {
        tags,
        summary: '登录：会话记在 Cookie 里',
        description:
          'Needs the header `X-Jiannuo-Request` (any value), which no form of another site can send.',
        body: signInSchema,
        response: {
          200: personViewSchema,
          400: problems.badRequest,
          401: problems.of('用户名或密码不对'),
          403: problems.of('缺少请求头'),
          429: problems.of('失败太多次，要等一会儿'),
          503: problems.unavailable,
        },
      },
    },
    async ({ body, headers, protocol }, reply) => {
      if (headers['x-jiannuo-request'] === undefined) throw new JiannuoError('header-missing');
      const people = await ports.people();
      const { person, handedOut, expiresAt } = await signIn(people, await ports.hasher(), tenant, body);
      const secure = protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
      keepSession(reply, secure, handedOut, expiresAt);
      return person;
    },
  );
  api.get(
    '/session',
    {
      schema: {
        tags,
        summary: '当前是谁',
        querystring: noQuerySchema,
        response: { 200: meSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { personId, name, role, via, bindings } = askedBy(request);
      return { id: personId, name, role, via, ...bindings };
    },
  );
  api.delete(
    '/session',
    {
      schema: {
        tags,
        summary: '退出登录',
        response: { 204: nothingSchema, 503: problems.unavailable },
      },
    },
    async (request, reply) => {
      const held = sessionOf(request);
      if (held !== null) await (await ports.people()).takeSecret(secretHash(held));
      dropSession(reply);
      return reply.code(204).send(null);
    },
  );
}
