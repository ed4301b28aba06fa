import { z } from 'zod';
import { itemsOf } from '../../app/query/document-items.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { idParamsSchema } from '../contract/common.js';
import { itemsAnswerSchema } from '../contract/standing.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfOne } from './problems.js';

const querySchema = z.strictObject({
  limit: z.coerce.number().pipe(z.int().min(1).max(2_000)).default(500),
  cursor: z.string().max(500).optional(),
  /** Also where each item stands on its pages. */
  boxes: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .default(false),
});

export function registerItems(api: Api, ports: ApiPorts): void {
  const { config } = ports;
  api.get(
    '/documents/:id/items',
    {
      schema: {
        tags: ['documents'],
        summary: '一份文档的全部条目，按原文先后',
        description:
          'With `boxes=true` also where each stands on its pages, as far as the format has places.',
        params: idParamsSchema,
        querystring: querySchema,
        response: {
          200: itemsAnswerSchema,
          ...faultsOfOne,
        },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      const reading = await readingOf(ports, request);
      const answer = await itemsOf(store, config.tenant, request.params.id, request.query, reading, within);
      return asSent(answer);
    },
  );
}
