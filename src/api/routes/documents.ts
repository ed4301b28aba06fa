import { showDocument, showText } from '../../app/query/query.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import {
  documentsAnswerSchema,
  documentsQuerySchema,
  documentTextSchema,
  documentViewSchema,
} from '../contract/documents.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

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
    async ({ params }) => showDocument(await ports.store(), tenant, params.id),
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
