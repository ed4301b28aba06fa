import type { Logger } from 'pino';
import { loadProfile } from '../src/adapters/profile/load-profile.js';
import { loadReminderSettings } from '../src/adapters/reminders/load-reminder-settings.js';
import { loadWorkCalendar } from '../src/adapters/work-calendar/load-work-calendar.js';
import { startRounds } from '../src/app/pipeline/start-rounds.js';
import { practiceNow } from '../src/app/practice/practice-now.js';
import { remind } from '../src/app/reminders/remind.js';
import type { Composition } from '../src/compose.js';
import { faultFields } from './log.js';

const everyMs = 60_000;

/** Looks each minute whether somebody is to be reminded; gives what stops it. Nothing is done where no settings are named. */
export async function startReminding(composition: Composition, log: Logger): Promise<() => Promise<void>> {
  const { config } = composition;
  if (config.reminders === null) return async () => {};
  const reminders = await composition.reminders();
  // The index that lets nobody be reminded twice is there before the first is.
  await reminders.migrate();
  const reckoned = new Set<string>();
  const round = async () => {
    const settings = loadReminderSettings(config.reminders);
    if (!settings) return;
    const [store, people, queue] = await Promise.all([
      composition.store(),
      composition.people(),
      composition.queue(),
    ]);
    const { tenant } = config;
    const practice = {
      profile: await practiceNow(store, tenant, () => loadProfile(config.practice)),
      workCalendar: loadWorkCalendar(config.holidays),
    };
    await remind({ store, people, reminders, queue, tenant, ...practice }, settings, reckoned, new Date());
  };
  return startRounds(round, { everyMs, onFault: (fault) => log.warn(faultFields(fault), 'reminders') });
}
