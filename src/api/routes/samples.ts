import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sampleFiles } from '../../adapters/samples/sample-files.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { type UploadedFile, uploadAnswerSchema } from '../contract/documents.js';
import type { ApiPorts } from '../ports.js';
import { lazyIngest } from '../upload/lazy-ingest.js';
import { queueLoad } from '../upload/queue-load.js';
import { take } from '../upload/receive.js';
import { faultsOfOne, noQuerySchema, problems } from './problems.js';

export function registerSamples(api: Api, ports: ApiPorts): void {
  const ingest = lazyIngest(ports);
  const load = queueLoad(ports.queue, ports.config.maxWaiting);
  api.post(
    '/samples',
    {
      schema: {
        tags: ['documents'],
        summary: '载入示例文件（虚构地方的答复、方案和报告）',
        description: 'While too many documents wait, 429 with Retry-After, as for uploads.',
        querystring: noQuerySchema,
        response: {
          202: uploadAnswerSchema,
          ...faultsOfOne,
          429: problems.of('等待处理的文件太多'),
        },
      },
    },
    async (_request, reply) => {
      await load.refuseFlood();
      const samples = await sampleFiles();
      if (samples.length === 0)
        throw new JiannuoError('not-found', { what: 'samples', id: 'fixtures/documents' });
      const deps = await ingest();
      const files: UploadedFile[] = [];
      for (const path of samples)
        for await (const file of take(deps, basename(path), () => readFile(path))) files.push(file);
      return reply.code(202).send({ files });
    },
  );
}
