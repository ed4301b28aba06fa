import { z } from 'zod';
import { reportLinks, unmentioned } from '../../app/track/report-links.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { idParamsSchema } from '../contract/common.js';
import { linksAnswerSchema, unmentionedAnswerSchema } from '../contract/tracking.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfOne, noQuerySchema } from './problems.js';

const unmentionedCap = 500;
const pageSchema = z.strictObject({
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
  cursor: z.string().max(500).optional(),
});
const tags = ['documents'];

export function registerLinks(api: Api, ports: ApiPorts): void {
  const { config } = ports;
  api.get(
    '/documents/:id/links',
    {
      schema: {
        tags,
        summary: '一份报告说到的承诺：双方原文、判定、理由，按报告先后',
        params: idParamsSchema,
        querystring: pageSchema,
        response: { 200: linksAnswerSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const { params, query } = request;
      const reading = await readingOf(ports, request);
      return asSent(await reportLinks(await ports.store(), config.tenant, params.id, query, reading));
    },
  );
  api.get(
    '/documents/:id/unmentioned',
    {
      schema: {
        tags,
        summary: '一份报告没有说到的承诺：同一份方案、答复里还没有销号的',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: { 200: unmentionedAnswerSchema, ...faultsOfOne },
      },
    },
    async ({ params }) =>
      asSent(await unmentioned(await ports.store(), config.tenant, params.id, unmentionedCap)),
  );
}
