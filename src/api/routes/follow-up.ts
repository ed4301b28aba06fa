import { z } from 'zod';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import { auditKinds, auditReplies } from '../../app/standing/audit.js';
import { duePromises } from '../../app/standing/due.js';
import { statusesOf } from '../../app/standing/statuses.js';
import { history } from '../../app/track/history.js';
import { unknownYears, workdaysFrom } from '../../domain/work-calendar.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { auditAnswerSchema, dueAnswerSchema, seriesAnswerSchema } from '../contract/follow-up.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { faultsOfMany } from './problems.js';

const limitSchema = z.coerce.number().pipe(z.int().min(1).max(2_000)).default(500);
const dueQuerySchema = z.strictObject({
  /** Falls due within so many days. */
  days: z.coerce.number().pipe(z.int().min(0).max(3660)).default(30),
  limit: limitSchema,
});
const auditQuerySchema = z.strictObject({ limit: limitSchema, kind: z.enum(auditKinds).optional() });
const seriesQuerySchema = z.strictObject({
  indicator: z.string().min(1).max(200),
  place: z.string().min(1).max(100).optional(),
});
const tags = ['commitments'];

export function registerFollowUp(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/due',
    {
      schema: {
        tags,
        summary: '过期和快到期、还没有达到的承诺，最急的在前',
        querystring: dueQuerySchema,
        response: { 200: dueAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { days, limit } = request.query;
      const { store, within: bounds } = await seenRows(ports, request);
      const { today, profile } = await readingOf(ports, request);
      const calendar = loadWorkCalendar(ports.config.holidays);
      const workdays = workdaysFrom(today, calendar);
      const asked = { today, profile, within: days, limit: limit + 1, bounds };
      const rows = await duePromises(store, tenant, asked);
      const told = rows.slice(0, limit).flatMap((each) => {
        const { state } = each.row;
        const statuses = state && statusesOf(state, today, profile);
        return statuses ? [{ ...each, workdays: workdays(each.days), statuses }] : [];
      });
      const holidaysUnknown = unknownYears(
        told.map(({ due }) => due),
        today,
        calendar,
      );
      return asSent({ rows: told, capped: rows.length > limit, holidaysUnknown });
    },
  );
  api.get(
    '/audit',
    {
      schema: {
        tags,
        summary: '答复类别与内容不符：A 类未落实、B 类缺时限或责任单位、回头看',
        querystring: auditQuerySchema,
        response: { 200: auditAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { limit, kind } = request.query;
      const reading = await readingOf(ports, request);
      const findings = await auditReplies(await ports.store(), tenant, {
        ...reading,
        kind,
        limit: limit + 1,
      });
      return asSent({ findings: findings.slice(0, limit), capped: findings.length > limit });
    },
  );
  api.get(
    '/indicators/series',
    {
      schema: {
        tags,
        summary: '一项指标历年的目标、成效和起点',
        querystring: seriesQuerySchema,
        response: { 200: seriesAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query: { indicator, place } }) =>
      asSent({ points: await history(await ports.store(), tenant, indicator, place ?? null) }),
  );
}
