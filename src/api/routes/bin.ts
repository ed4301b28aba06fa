import { emptyBin, removableFrom } from '../../app/bin/empty-bin.js';
import { restoreDocument } from '../../app/bin/restore-document.js';
import type { BinnedDocument } from '../../domain/document.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import {
  binAnswerSchema,
  binnedDocumentSchema,
  binQuerySchema,
  documentViewSchema,
  emptiedSchema,
} from '../contract/documents.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

const tags = ['documents'];
const oneDocument = { tags, params: idParamsSchema, querystring: noQuerySchema };

export function registerBin(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  const termDays = async () => (await readingNow(ports)).profile.binDays;
  const viewOf = (binned: BinnedDocument, days: number) => ({
    ...binned,
    removableFrom: removableFrom(binned.binnedAt, days),
  });
  api.delete(
    '/documents/:id',
    {
      schema: {
        ...oneDocument,
        summary: '放进回收站：台账、统计、佐证里都不再有它，决定保留',
        response: { 200: binnedDocumentSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const days = await termDays();
      const store = await ports.store();
      return viewOf(await store.binDocument(tenant, request.params.id, askedBy(request).name), days);
    },
  );
  api.post(
    '/documents/:id/restore',
    {
      schema: {
        ...oneDocument,
        summary: '从回收站恢复',
        description: 'Text and rows are back at once, with their ids; the job `document.track` follows.',
        response: { 200: documentViewSchema, ...faultsOfOne },
      },
    },
    async ({ params }) =>
      restoreDocument({ store: await ports.store(), queue: ports.queue }, tenant, params.id),
  );
  api.get(
    '/bin',
    {
      schema: {
        tags,
        summary: '回收站里的文档，后放进的在前',
        querystring: binQuerySchema,
        response: { 200: binAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query }) => {
      const { rows, nextCursor } = await (await ports.store()).binned(tenant, query);
      const days = await termDays();
      return { documents: rows.map((binned) => viewOf(binned, days)), nextCursor };
    },
  );
  api.delete(
    '/bin',
    {
      schema: {
        tags,
        summary: '清空回收站里期满的文档，不能恢复',
        description:
          'Removes text, rows and originals of what has lain in the bin for the days of the practice.',
        querystring: noQuerySchema,
        response: { 200: emptiedSchema, ...faultsOfMany },
      },
    },
    async () => {
      const days = await termDays();
      const deps = { store: await ports.store(), blobs: await ports.blobs() };
      const removed = await emptyBin(deps, tenant, days, new Date());
      return { removed: removed.length, days };
    },
  );
}
