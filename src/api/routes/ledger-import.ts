import { importLedger } from '../../app/import/import-ledger.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { ledgerImportAnswerSchema, ledgerImportQuerySchema } from '../contract/ledger-import.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { receiveList } from '../upload/receive-list.js';
import { faultsOfOne } from './problems.js';

export function registerLedgerImport(api: Api, ports: ApiPorts): void {
  const { tenant, place, maxFileBytes } = ports.config;
  api.post(
    '/commitments/import',
    {
      schema: {
        tags: ['commitments'],
        summary: '导入已有的台账（multipart/form-data，字段 file；Excel、CSV、Word 表格等）',
        description:
          'Columns are told by their headings (承诺原文、指标、目标值、单位、完成时限、责任单位、配合单位、文号、提案号、类别, in any order). Each row becomes a commitment of one document of kind `ledger`, with its cells as its place. The same file again changes nothing. `dryRun=true` tells row by row what would be done.',
        consumes: ['multipart/form-data'],
        querystring: ledgerImportQuerySchema,
        response: { 200: ledgerImportAnswerSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const { dryRun } = request.query;
      const language = languageOf(request.headers['accept-language']);
      const file = await receiveList(request, maxFileBytes);
      const [reader, extractor, store, blobs] = await Promise.all([
        ports.reader(),
        ports.extractor(),
        ports.store(),
        ports.blobs(),
      ]);
      const deps = { reader, extractor, store, blobs, queue: ports.queue };
      const report = await importLedger(deps, { tenant, place, file, dryRun });
      const lines = report.lines.map((line) => ({ ...line, problem: line.problem?.[language] ?? null }));
      return asSent({ ...report, lines });
    },
  );
}
