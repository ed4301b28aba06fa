import { loadProfile } from '../../adapters/profile/load-profile.js';
import { loadReminderSettings } from '../../adapters/reminders/load-reminder-settings.js';
import { examine } from '../../app/doctor/doctor.js';
import { tellFinding } from '../../app/doctor/tell-finding.js';
import { profiles } from '../../app/profiles/index.js';
import type { ReminderSettings } from '../../domain/reminder.js';
import type { Api } from '../app-type.js';
import { findingsAnswerSchema, practiceAnswerSchema } from '../contract/administration.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { faultsOfMany, noQuerySchema } from './problems.js';

const tags = ['administration'];

/** Addresses and secrets stay in the file. */
const shownReminders = ({ at, targets }: ReminderSettings) => ({
  at,
  targets: targets.map(({ id, kind, login = null, days, overdueDays, replyWorkdays }) => ({
    ...{ id, kind, login, days, overdueDays, replyWorkdays },
  })),
});

export function registerAdministration(api: Api, ports: ApiPorts): void {
  const { practice, maxFileBytes, timeZone } = ports.config;
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
    async () => {
      const reminders = loadReminderSettings(ports.config.reminders);
      const isOurs = profiles.some(({ id }) => id === practice);
      return {
        profile: loadProfile(practice),
        from: isOurs ? ('program' as const) : ('file' as const),
        reminders: reminders && shownReminders(reminders),
        maxFileBytes,
        timeZone,
      };
    },
  );
  api.get(
    '/findings',
    {
      schema: {
        tags,
        summary: '逐项体检，同 jiannuo doctor',
        description: 'Of the machine of the process that answers; on a cluster each machine has its own.',
        querystring: noQuerySchema,
        response: { 200: findingsAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ headers }) => {
      const language = languageOf(headers['accept-language']);
      const findings = await examine(await ports.probes());
      return { findings: findings.map((finding) => tellFinding(finding, language)) };
    },
  );
}
