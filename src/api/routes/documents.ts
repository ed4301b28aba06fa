import { correctMeta, metaCorrectionInputSchema } from '../../app/ingest/correct-meta.js';
import { showDocument, showText } from '../../app/query/query.js';
import { correctionsOf } from '../../domain/meta-correction.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import {
  documentsAnswerSchema,
  documentsQuerySchema,
  documentTextSchema,
  documentViewSchema,
} from '../contract/documents.js';
import { ifMatch } from '../if-match.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema, problems } from './problems.js';

const oneDocument = {
  tags: ['documents'],
  params: idParamsSchema,
  querystring: noQuerySchema,
};

export function registerDocuments(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/documents',
    {
      schema: {
        tags: ['documents'],
        summary: '文档列表，新的在前',
        querystring: documentsQuerySchema,
        response: { 200: documentsAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query }) => {
      const { rows, nextCursor } = await (await ports.store()).documents(tenant, query);
      return { documents: [...rows], nextCursor };
    },
  );
  api.get(
    '/documents/:id',
    {
      schema: { ...oneDocument, summary: '一份文档', response: { 200: documentViewSchema, ...faultsOfOne } },
    },
    async ({ params }, reply) => {
      const document = await showDocument(await ports.store(), tenant, params.id);
      reply.header('etag', `"${correctionsOf(document.meta).length}"`);
      return document;
    },
  );
  api.post(
    '/documents/:id/corrections',
    {
      schema: {
        ...oneDocument,
        summary: '更正文件的标题、文号、编号、建议或提案、届次、单位、日期（If-Match 写所看到的更正次数）',
        description:
          'Appended under the name of whoever asks; what was read is kept in `meta.asRead`, and a later extraction leaves the correction as it is. The proposal that the document is linked to follows its number, body and session. `null`: the document names none.',
        body: metaCorrectionInputSchema,
        response: { 201: documentViewSchema, ...faultsOfOne, 409: problems.of('别人刚刚改过') },
      },
    },
    async (request, reply) => {
      const version = ifMatch(request.headers['if-match']);
      const asked = { ...request.body, by: askedBy(request).name, version };
      const deps = { store: await ports.store(), queue: () => ports.queue() };
      const document = await once(ports, request, reply, asked, () =>
        correctMeta(deps, tenant, request.params.id, asked, new Date()),
      );
      reply.header('etag', `"${correctionsOf(document.meta).length}"`);
      return reply.code(201).send(document);
    },
  );
  api.get(
    '/documents/:id/text',
    {
      schema: {
        ...oneDocument,
        summary: '文档原文（各条目的位置按它计算）',
        response: { 200: documentTextSchema, ...faultsOfOne },
      },
    },
    async ({ params }) => ({
      documentId: params.id,
      ...(await showText(await ports.store(), tenant, params.id)),
    }),
  );
}
