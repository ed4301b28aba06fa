import { boundsOf } from '../../app/people/identify.js';
import { listRows, showRow } from '../../app/query/query.js';
import { toldRows } from '../../app/query/told-rows.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { ledgerQuerySchema, rowAnswerSchema, rowsAnswerSchema } from '../contract/commitments.js';
import { idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
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
      const { query } = request;
      const within = await boundsOf(store, tenant, askedBy(request));
      const reading = readingNow(ports.config);
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
