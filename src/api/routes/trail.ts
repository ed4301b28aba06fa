import type { Api } from '../app-type.js';
import { trailAnswerSchema, trailQuerySchema } from '../contract/trail.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany } from './problems.js';

export function registerTrail(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/trail',
    {
      schema: {
        tags: ['people'],
        summary: '操作留痕，按先后',
        querystring: trailQuerySchema,
        response: { 200: trailAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query }) => ({ entries: [...(await (await ports.trail()).entries(tenant, query))] }),
  );
}
