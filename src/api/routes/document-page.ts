import { Readable } from 'node:stream';
import { z } from 'zod';
import { documentPage } from '../../adapters/export/html/document-page.js';
import { wholeDocument } from '../../app/query/whole-document.js';
import type { Api } from '../app-type.js';
import { attachment } from '../attachment.js';
import { binarySchema, idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfOne } from './problems.js';

const querySchema = z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') });

export function registerDocumentPage(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/documents/:id/page.html',
    {
      schema: {
        ...{ tags: ['documents'], summary: '文档和它的条目，存成一个网页文件', params: idParamsSchema },
        description: 'One file that needs no script, no network and no service to be read.',
        querystring: querySchema,
        response: {
          200: { description: '文件', content: { 'text/html': { schema: binarySchema } } },
          ...faultsOfOne,
        },
      },
    },
    async (request, reply) => {
      const whole = await wholeDocument(await ports.store(), tenant, request.params.id);
      const { today: day, profile } = await readingOf(ports, request);
      const { name } = whole.document;
      attachment(
        reply,
        `${name
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]*$/, '')}.html`,
        'text/html; charset=utf-8',
      );
      return reply.send(Readable.from(documentPage(whole, { day, profile, language: request.query.lang })));
    },
  );
}
