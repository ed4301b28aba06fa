import { facetsOf } from '../../app/query/facets.js';
import { boundFilter } from '../../app/query/query.js';
import { type Statistics, statisticsOf } from '../../app/query/statistics.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { filterQuerySchema } from '../contract/commitments.js';
import { facetsAnswerSchema, statisticsAnswerSchema } from '../contract/statistics.js';
import { keptAnswers } from '../kept-answers.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
import { faultsOfMany, noQuerySchema } from './problems.js';

const tags = ['commitments'];

export function registerStatistics(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  const kept = keptAnswers<Statistics & { countedAt: string }>();
  // Before the answer leaves: who decides and then asks is told the new figures.
  api.addHook('onSend', async ({ method }, { statusCode }) => {
    // What was refused has changed nothing: nobody without rights may have all counted anew, over and over.
    const isDone = statusCode >= 200 && statusCode < 300;
    if (isDone && method !== 'GET' && method !== 'HEAD') kept.forget();
  });
  api.get(
    '/commitments/facets',
    {
      schema: {
        tags,
        summary: '按各项条件各有多少条',
        description:
          'Counts of what the list with the same filters could be narrowed to. Where more than ten thousand rows match, the counts are of the first ten thousand, and `capped` says so.',
        querystring: filterQuerySchema,
        response: { 200: facetsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const reading = await readingNow(ports);
      const { store, within } = await seenRows(ports, request);
      const standing = standingFilter(request.query, reading);
      return facetsOf(store, tenant, boundFilter(request.query, { standing, within }), reading);
    },
  );
  api.get(
    '/statistics',
    {
      schema: {
        tags,
        summary: '统计：总数、到期、超期、兑现率，按单位、地区、月份、力度、状态',
        querystring: noQuerySchema,
        response: { 200: statisticsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const reading = await readingNow(ports);
      const { store, within } = await seenRows(ports, request);
      const key = JSON.stringify([reading, within ?? null]);
      return kept(key, async () => ({
        ...(await statisticsOf(store, tenant, reading, within)),
        countedAt: new Date().toISOString(),
      }));
    },
  );
}
