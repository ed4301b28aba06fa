import { z } from 'zod';
import { dueCalendar } from '../../adapters/export/ics/due.calendar.js';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import { duePromises } from '../../app/standing/due.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { attachment } from '../attachment.js';
import { binarySchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfMany } from './problems.js';

const mostEvents = 2_000;
const type = 'text/calendar';
const querySchema = z.strictObject({
  /** Falls due within so many days; what is overdue is always there. */
  days: z.coerce.number().pipe(z.int().min(0).max(3660)).default(366),
});

export function registerCalendar(api: Api, ports: ApiPorts): void {
  const { tenant, publicUrl, holidays } = ports.config;
  api.get(
    '/calendar.ics',
    {
      schema: {
        tags: ['commitments'],
        summary: '承诺时限的日历文件（iCalendar）：未兑现的，过期的和一年内到期的',
        description:
          'An event of a whole day for each open promise, at most two thousand, the most urgent first; each with an alarm.',
        querystring: querySchema,
        response: {
          200: { description: '日历', content: { [type]: { schema: binarySchema } } },
          ...faultsOfMany,
        },
      },
    },
    async (request, reply) => {
      const { store, within: bounds } = await seenRows(ports, request);
      const { today, profile, language } = readingOf(ports.config, request);
      const asked = { today, profile, within: request.query.days, limit: mostEvents, bounds };
      const rows = await duePromises(store, tenant, asked);
      const calendar = dueCalendar(rows, {
        language,
        linkBase: publicUrl ?? `${request.protocol}://${request.host}`,
        workCalendar: loadWorkCalendar(holidays),
        now: new Date(),
      });
      attachment(reply, `due-${today}.ics`, `${type}; charset=utf-8`);
      return reply.send(Buffer.from(calendar));
    },
  );
}
