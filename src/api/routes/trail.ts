import { z } from 'zod';
import { trailEntrySchema } from '../../domain/trail.js';
import type { Api } from '../app-type.js';
import type { ApiPorts } from '../ports.js';
import { problems } from './problems.js';

const querySchema = z.strictObject({
  /** Number of the last entry that is known. */
  after: z.coerce.number().pipe(z.int().nonnegative()).default(0),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
});
const answerSchema = z
  .object({ entries: z.array(trailEntrySchema.omit({ tenant: true })) })
  .meta({ id: 'Trail' });

export function registerTrail(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/trail',
    {
      schema: {
        tags: ['people'],
        summary: '操作留痕，按先后',
        querystring: querySchema,
        response: { 200: answerSchema, 400: problems.badRequest, 503: problems.unavailable },
      },
    },
    async ({ query }) => ({ entries: [...(await (await ports.trail()).entries(tenant, query))] }),
  );
}
