import { PassThrough } from 'node:stream';
import { chosenColumns, type ExportFormat, exportQuerySchema } from '../../app/export/export-query.js';
import { begun, exportPages } from '../../app/export/export-rows.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { attachment } from '../attachment.js';
import { binarySchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
import { problems } from './problems.js';

const types: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const names = { urge: '督办单', circular: '通报', ledger: '台账' } as const;

const file = { schema: binarySchema };
const content = Object.fromEntries(Object.values(types).map((type) => [type.split(';')[0], file]));

export function registerExport(api: Api, ports: ApiPorts): void {
  const { tenant, publicUrl } = ports.config;
  api.get(
    '/commitments/export',
    {
      schema: {
        tags: ['commitments'],
        summary: '导出台账：Excel、CSV、JSON、Word 督办单或通报',
        description:
          'The rows of the list with the same filters, as a file that is sent while it is made. A connection that breaks before the end means that the export failed: the file is not whole.',
        querystring: exportQuerySchema,
        response: {
          200: { description: '文件', content },
          400: problems.badRequest,
          422: problems.of('Word 里的承诺太多'),
          503: problems.unavailable,
        },
      },
    },
    async (request, reply) => {
      const { query, protocol, host, log } = request;
      const columns = chosenColumns(query.columns);
      const { store, within } = await seenRows(ports, request);
      const { today: day, profile } = await readingNow(ports);
      const standing = standingFilter(query, { today: day, profile });
      const pages = await begun(exportPages(store, tenant, query, { standing, within }));
      const exporter = await ports.exporter();
      const out = new PassThrough();
      const writing = exporter.write(query.format, pages, out, {
        columns,
        language: query.lang,
        linkBase: publicUrl ?? `${protocol}://${host}`,
        day,
        notice: query.notice,
        profile,
        standing: (itemId) => store.standing(tenant, itemId),
      });
      // What is wrong before the first byte can still be told.
      const failed = new Promise<never>((_, reject) => {
        writing.catch(reject);
      });
      writing.catch((thrown: unknown) => log.warn({ reason: String(thrown) }, 'export ended early'));
      const begins = new Promise<void>((resolve) => {
        out.once('readable', resolve);
      });
      await Promise.race([begins, failed]);
      const kind = query.format === 'docx' ? query.notice : 'ledger';
      attachment(reply, `${names[kind]}-${day}.${query.format}`, types[query.format]);
      return reply.send(out);
    },
  );
}
