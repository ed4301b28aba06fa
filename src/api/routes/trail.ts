import { namedEntries } from '../../app/trail/named-entries.js';
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
        summary: '操作留痕，按先后（order=newest 最新的在前），带人名和对象的名称',
        querystring: trailQuerySchema,
        response: { 200: trailAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query: { order, before, after = 0, limit } }) => {
      const trail = await ports.trail();
      const entries = await (order === 'newest'
        ? trail.newest(tenant, { before, limit })
        : trail.entries(tenant, { after, limit }));
      return { entries: await namedEntries(ports, tenant, entries) };
    },
  );
}
