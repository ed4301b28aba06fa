import { issueSecret, lives } from '../../app/people/secrets.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import { issuedTokenSchema, newTokenSchema, tokensAnswerSchema } from '../contract/people.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema, nothingSchema } from './problems.js';

const tags = ['people'];

export function registerTokens(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/tokens',
    {
      schema: {
        tags,
        summary: '接口令牌（不含令牌本身）',
        querystring: noQuerySchema,
        response: { 200: tokensAnswerSchema, ...faultsOfMany },
      },
    },
    async () => ({ tokens: [...(await (await ports.people()).secrets(tenant, 'token'))] }),
  );
  api.post(
    '/tokens',
    {
      schema: {
        tags,
        summary: '新的接口令牌，只显示这一次',
        body: newTokenSchema,
        response: { 201: issuedTokenSchema, ...faultsOfMany },
      },
    },
    async (request, reply) => {
      const { days, ...given } = request.body;
      const token = { ...given, kind: 'token', tenant, personId: null, lifeMs: lives.token(days) } as const;
      const made = await once(ports, request, reply, request.body, async () => {
        const { handedOut, secret } = await issueSecret(await ports.people(), token);
        return { token: secret, value: handedOut };
      });
      return reply.code(201).send(made);
    },
  );
  api.delete(
    '/tokens/:id',
    {
      schema: {
        tags,
        summary: '作废一个接口令牌',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          204: nothingSchema,
          ...faultsOfOne,
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const removed = await (await ports.people()).removeSecret(tenant, 'token', id);
      if (!removed) throw new JiannuoError('not-found', { what: 'token', id });
      return reply.code(204).send(null);
    },
  );
}
