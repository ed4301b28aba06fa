import type { FastifyReply } from 'fastify';
import { loadProfile } from '../../adapters/profile/load-profile.js';
import { loadReminderSettings } from '../../adapters/reminders/load-reminder-settings.js';
import { profiles } from '../../app/profiles/index.js';
import type { OfficePractice } from '../../domain/practice.js';
import type { ReminderSettings } from '../../domain/reminder.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { practiceAnswerSchema, practiceInputSchema } from '../contract/practice.js';
import { ifMatch } from '../if-match.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, noQuerySchema, problems } from './problems.js';

const tags = ['administration'];

/** Addresses and secrets stay in the file. */
const shownReminders = ({ at, targets }: ReminderSettings) => ({
  at,
  targets: targets.map(({ id, kind, login = null, days, overdueDays, replyWorkdays }) => ({
    ...{ id, kind, login, days, overdueDays, replyWorkdays },
  })),
});

export function registerPractice(api: Api, ports: ApiPorts): void {
  const { tenant, practice, reminders, maxFileBytes, timeZone } = ports.config;

  const told = (set: OfficePractice | null, reply: FastifyReply) => {
    const settings = loadReminderSettings(reminders);
    const configured = profiles.some(({ id }) => id === practice) ? ('program' as const) : ('file' as const);
    const version = set?.version ?? 0;
    reply.header('etag', `"${version}"`);
    return {
      ...{
        profile: set?.profile ?? loadProfile(practice),
        from: set?.profile ? ('office' as const) : configured,
      },
      ...{ version, setBy: set?.madeBy ?? null, setAt: set?.madeAt ?? null, offered: [...profiles] },
      ...{ reminders: settings && shownReminders(settings), maxFileBytes, timeZone },
    };
  };

  api.get(
    '/practice',
    {
      schema: {
        tags,
        summary: '本单位的办理规则：期限、类别、亮灯、提醒',
        querystring: noQuerySchema,
        response: { 200: practiceAnswerSchema, ...faultsOfMany },
      },
    },
    async (_request, reply) => told(await (await ports.store()).practice(tenant), reply),
  );
  api.put(
    '/practice',
    {
      schema: {
        tags,
        summary: '改本单位的办理规则（If-Match 写当前版本）',
        description:
          'Holds at once, in every process: lights, what is due soon, limits of replies, the term of the bin, reminders. Decisions stay as they were made. `profile: null` goes back to what JIANNUO_PRACTICE names. What was set before stays on record.',
        querystring: noQuerySchema,
        body: practiceInputSchema,
        response: { 200: practiceAnswerSchema, ...faultsOfMany, 412: problems.of('已被别人改过') },
      },
    },
    async (request, reply) => {
      const { profile } = request.body;
      const made = { profile, madeBy: askedBy(request).name, madeAt: new Date().toISOString() };
      const store = await ports.store();
      return told(await store.setPractice(tenant, made, ifMatch(request.headers['if-match'])), reply);
    },
  );
}
