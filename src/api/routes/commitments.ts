import { boundsOf } from '../../app/people/identify.js';
import { listRows, showRow } from '../../app/query/query.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { ledgerQuerySchema, rowAnswerSchema, rowsAnswerSchema } from '../contract/commitments.js';
import { idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { noQuerySchema, problems } from './problems.js';

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
        response: { 200: rowsAnswerSchema, 400: problems.badRequest, 503: problems.unavailable },
      },
    },
    async (request) => {
      const store = await ports.store();
      const within = await boundsOf(store, tenant, askedBy(request));
      const answer = await listRows(store, tenant, request.query, { within });
      return { ...answer, rows: [...answer.rows] };
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
          400: problems.badRequest,
          404: problems.notFound,
          503: problems.unavailable,
        },
      },
    },
    async (request) => {
      const store = await ports.store();
      return showRow(store, tenant, request.params.id, await boundsOf(store, tenant, askedBy(request)));
    },
  );
}
