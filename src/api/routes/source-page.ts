import { escapedHtml } from '../../adapters/shared/html.js';
import type { Passage } from '../../app/query/passage.js';
import { showRow } from '../../app/query/query.js';
import type { LedgerRow } from '../../domain/ledger.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { binarySchema, idParamsSchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfOne, noQuerySchema } from './problems.js';

/** The row's paragraph with its quote marked: what a link in an exported file leads to. Nothing in it runs. */
function page(row: LedgerRow, passage: Passage | null): string {
  const { title, name } = row.document;
  const heading = escapedHtml(title ?? name);
  const where = row.page === null ? '' : `第 ${row.page} 页 · `;
  const { before, quote, after } = passage ?? { before: '', quote: row.quote, after: '' };
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title></head>
<body>
<h1>${heading}</h1>
<p>${where}${escapedHtml(row.section.join(' / '))}</p>
<blockquote>${escapedHtml(before)}<mark>${escapedHtml(quote)}</mark>${escapedHtml(after)}</blockquote>
</body>
</html>
`;
}

export function registerSourcePage(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/commitments/:id/source',
    {
      schema: {
        tags: ['commitments'],
        summary: '一条台账的原文段落（网页，原句标出）',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          200: { description: '网页', content: { 'text/html': { schema: binarySchema } } },
          ...faultsOfOne,
        },
      },
    },
    async (request, reply) => {
      const { store, within } = await seenRows(ports, request);
      const { row, passage } = await showRow(store, tenant, request.params.id, within);
      reply
        .type('text/html; charset=utf-8')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox");
      return page(row, passage);
    },
  );
}
