import { listRows, showRow } from '../../app/query/query.js';
import { toldRows } from '../../app/query/told-rows.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { ledgerQuerySchema, rowAnswerSchema, rowsAnswerSchema } from '../contract/commitments.js';
import { idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

export function registerCommitments(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/commitments',
    {
      schema: {
        tags: ['commitments'],
        summary: '查询台账',
        description:
          'Rows of the ledger, commitments and achievements alike unless `stance` says which. All filters given must hold.',
        querystring: ledgerQuerySchema,
        response: { 200: rowsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { query } = request;
      const { store, within } = await seenRows(ports, request);
      const reading = await readingNow(ports);
      const standing = standingFilter(query, reading);
      const answer = await listRows(store, tenant, query, { standing, within });
      const words = query.text === undefined ? null : await store.searchWords(query.text);
      return { ...answer, rows: toldRows(answer.rows, words, reading) };
    },
  );
  api.get(
    '/commitments/:id',
    {
      schema: {
        tags: ['commitments'],
        summary: '一条台账及其原文段落',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          200: rowAnswerSchema,
          ...faultsOfOne,
        },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      return showRow(store, tenant, request.params.id, within);
    },
  );
}
