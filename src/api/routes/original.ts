import { showDocument } from '../../app/query/query.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { attachment } from '../attachment.js';
import { binarySchema, idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfOne, noQuerySchema } from './problems.js';

const type = 'application/octet-stream';

export function registerOriginal(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/documents/:id/original',
    {
      schema: {
        tags: ['documents'],
        summary: '下载原件',
        description:
          'The bytes as they were taken in, to be kept and never shown: no browser guesses their type.',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          200: { description: '原件', content: { [type]: { schema: binarySchema } } },
          ...faultsOfOne,
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const { name, sha256 } = await showDocument(await ports.store(), tenant, id);
      const bytes = await (await ports.blobs()).get(sha256);
      if (!bytes) throw new JiannuoError('original-missing', { id });
      attachment(reply, name.split('/').at(-1) ?? name, type);
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
