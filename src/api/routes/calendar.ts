import { z } from 'zod';
import { dueCalendar } from '../../adapters/export/ics/due.calendar.js';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import { dueShares } from '../../app/standing/due-shares.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { attachment } from '../attachment.js';
import { binarySchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfMany } from './problems.js';

const type = 'text/calendar';
const querySchema = z.strictObject({
  /** Of a calendar's address (`POST /session/calendars`), instead of a session or an API token. */
  token: z.string().min(1).max(200).optional(),
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
          'An event of a whole day for each open promise, with alarms a week before and on the day: of what is overdue the newest 500, of what is ahead the next 1500. How many are left out stands in the description of the calendar (X-WR-CALDESC).',
        querystring: querySchema,
        response: {
          200: { description: '日历', content: { [type]: { schema: binarySchema } } },
          ...faultsOfMany,
        },
      },
    },
    async (request, reply) => {
      const { store, within: bounds } = await seenRows(ports, request);
      const { today, profile, language } = await readingOf(ports, request);
      const asked = { today, profile, within: request.query.days, bounds };
      const calendar = dueCalendar(await dueShares(store, tenant, asked), {
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
