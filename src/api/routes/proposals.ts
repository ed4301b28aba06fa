import { z } from 'zod';
import { listProposals, showProposal } from '../../app/query/proposal-view.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { idParamsSchema } from '../contract/common.js';
import { proposalAnswerSchema, proposalsAnswerSchema } from '../contract/tracking.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

const promisesCap = 1_000;
const querySchema = z.strictObject({
  /** A part of the number, the title or the session. */
  text: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(50),
  cursor: z.string().max(500).optional(),
});
const tags = ['proposals'];

export function registerProposals(api: Api, ports: ApiPorts): void {
  const { config } = ports;
  api.get(
    '/proposals',
    {
      schema: {
        tags,
        summary: '建议、提案',
        querystring: querySchema,
        response: { 200: proposalsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      return asSent(await listProposals(store, config.tenant, request.query, within));
    },
  );
  api.get(
    '/proposals/:id',
    {
      schema: {
        tags,
        summary: '一件建议、提案：文档、承诺、状态',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          200: proposalAnswerSchema,
          ...faultsOfOne,
        },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      const { id } = request.params;
      const reading = readingOf(config, request);
      return asSent(await showProposal(store, config.tenant, id, promisesCap, reading, within));
    },
  );
}
