import { importProposals } from '../../app/import/import-proposals.js';
import { dayOf } from '../../domain/day.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { importAnswerSchema, importQuerySchema } from '../contract/import.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { receiveList } from '../upload/receive-list.js';
import { faultsOfOne } from './problems.js';

export function registerProposalImport(api: Api, ports: ApiPorts): void {
  const { tenant, maxFileBytes } = ports.config;
  api.post(
    '/proposals/import',
    {
      schema: {
        tags: ['proposals'],
        summary: '导入建议提案清单（multipart/form-data，字段 file；Excel、CSV、Word 表格等）',
        description:
          'Columns are told by their headings (建议号、案由、领衔代表、附议、主办单位、会办单位、届次、类型、交办日期, in any order); number and title are needed. Known proposals are completed, others made; the same list again changes nothing. `dryRun=true` tells line by line what would be done.',
        consumes: ['multipart/form-data'],
        querystring: importQuerySchema,
        response: { 200: importAnswerSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const { dryRun, body, session } = request.query;
      const language = languageOf(request.headers['accept-language']);
      const file = await receiveList(request, maxFileBytes);
      const [reader, store] = await Promise.all([ports.reader(), ports.store()]);
      const { name: by } = askedBy(request);
      const report = await importProposals(
        { reader, store },
        { tenant, file, list: { body, session, today: dayOf(new Date()) }, by, dryRun },
      );
      const lines = report.lines.map((line) => ({ ...line, problem: line.problem?.[language] ?? null }));
      return asSent({ ...report, lines });
    },
  );
}
