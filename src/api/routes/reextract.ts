import { reextractDocument, reextractOlder } from '../../app/pipeline/reextract.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import { olderAskedSchema, reextractAskedSchema } from '../contract/jobs.js';
import type { ApiPorts } from '../ports.js';
import { answerOf } from './jobs.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

const tags = ['documents'];

export function registerReextract(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  const dependencies = async () => ({ store: await ports.store(), queue: await ports.queue() });
  const engineNow = async () => (await ports.extractor()).engine();
  api.post(
    '/documents/:id/extract',
    {
      schema: {
        tags,
        summary: '用现在的规则重新抽取一份文档，已作的决定沿用',
        description:
          'A job; nothing changes where the engine is the same. `job` is null where the document is on its way anyway or could not be read. What could not be carried over: GET /decisions/lost.',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: { 202: reextractAskedSchema, ...faultsOfOne },
      },
    },
    async ({ params }, reply) => {
      const job = await reextractDocument(await dependencies(), tenant, params.id);
      return reply.code(202).send({ job: job && answerOf(job), engine: await engineNow() });
    },
  );
  api.post(
    '/documents/extract',
    {
      schema: {
        tags,
        summary: '重新抽取用旧规则抽取的全部文档，已作的决定沿用',
        description:
          'A job for each, after all uploads. What could not be carried over: GET /decisions/lost.',
        querystring: noQuerySchema,
        response: { 202: olderAskedSchema, ...faultsOfMany },
      },
    },
    async (_request, reply) => {
      const engine = await engineNow();
      const { jobs, current } = await reextractOlder(await dependencies(), tenant, engine);
      return reply.code(202).send({ queued: jobs.length, current, engine });
    },
  );
}
