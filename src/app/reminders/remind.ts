import { dayAfter, dayOf, daysBetween } from '../../domain/day.js';
import { JiannuoError } from '../../domain/errors.js';
import type { RowBounds } from '../../domain/people.js';
import { phrase } from '../../domain/phrase.js';
import type { Profile } from '../../domain/profile.js';
import type { Reminder, ReminderSettings, ReminderTarget } from '../../domain/reminder.js';
import { unknownYears, type WorkCalendar, workdaysFrom } from '../../domain/work-calendar.js';
import { reminderDeliverJob } from '../jobs/reminder-deliver.job.js';
import { boundsOf } from '../people/identify.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { PeopleStore } from '../ports/people-store.js';
import type { ReminderStore } from '../ports/reminder-store.js';
import { listProposals, type ProposalsAnswer } from '../query/proposal-view.js';
import { type DueRow, duePages, openFilter } from '../standing/due.js';
import { dueReminders, graceDays, replyReminders } from './reminders-of.js';

export interface RemindDependencies {
  readonly store: LedgerStore;
  readonly people: Pick<PeopleStore, 'people'>;
  readonly reminders: ReminderStore;
  readonly queue: Pick<JobQueue, 'enqueue'>;
  readonly tenant: string;
  readonly profile: Profile;
  readonly workCalendar: WorkCalendar;
}

/** In one delivery; what is beyond comes with the next day's. */
const mostReminders = 500;
const unsentAtOnce = 1_000;
const proposalsPage = 500;
const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** The rows that the target's person may see; null where there is nobody of that name any more. */
async function boundsFor(
  { people, store, tenant }: RemindDependencies,
  { id, login }: ReminderTarget,
): Promise<RowBounds | undefined> {
  if (login === undefined) return undefined;
  const person = (await people.people(tenant)).find((each) => each.login === login && !each.disabled);
  if (!person)
    throw new JiannuoError('configuration-invalid', {
      name: 'JIANNUO_REMINDERS',
      reason: phrase(`${id} 的用户不存在或已停用`, `the user of ${id} is not there or disabled`),
    });
  const { role, units, proposalIds, name } = person;
  const bindings = { units, proposalIds };
  return boundsOf(store, tenant, { personId: person.id, name, role, bindings, via: 'session' });
}

async function dueRows(
  deps: RemindDependencies,
  target: ReminderTarget,
  today: string,
  bounds: RowBounds | undefined,
): Promise<DueRow[]> {
  const { store, tenant, profile } = deps;
  const within = Math.max(0, ...target.days);
  const asked = { today, profile, within, bounds };
  const longest = Math.max(0, ...target.overdueDays) + graceDays;
  const found: DueRow[] = [];
  const past = { ...openFilter('overdue', asked), deadlineFrom: dayAfter(today, -longest) };
  const filters = [
    ...(target.overdueDays.length > 0 ? [past] : []),
    ...(target.days.length > 0 ? [openFilter('due_soon', asked)] : []),
  ];
  for (const filter of filters)
    for await (const page of duePages(store, tenant, filter, 'deadline', today))
      found.push(...page.filter((due) => due !== null));
  return found;
}

async function waitingProposals(
  { store, tenant, profile, workCalendar }: RemindDependencies,
  today: string,
  bounds: RowBounds | undefined,
): Promise<ProposalsAnswer['proposals']> {
  const found: ProposalsAnswer['proposals'][number][] = [];
  let cursor: string | undefined;
  do {
    const asked = { limit: proposalsPage, cursor };
    const reading = { today, profile, workCalendar };
    const page = await listProposals(store, tenant, asked, reading, bounds);
    found.push(...page.proposals);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Reckons what a target is to be told today and has not been, and keeps it for delivery. */
async function noteFor(deps: RemindDependencies, target: ReminderTarget, today: string): Promise<void> {
  const { reminders: kept, tenant, workCalendar } = deps;
  const bounds = await boundsFor(deps, target);
  const workdays = workdaysFrom(today, workCalendar);
  const proposals = target.replyWorkdays.length > 0 ? await waitingProposals(deps, today, bounds) : [];
  const all: Reminder[] = [
    ...replyReminders(proposals, target, today, (day) => daysBetween(today, day), workdays),
    ...dueReminders(await dueRows(deps, target, today, bounds), target, workdays),
  ];
  const fresh = await kept.fresh(
    tenant,
    target.id,
    all.map(({ key }) => key),
  );
  const reminders = all.filter(({ key }) => fresh.has(key)).slice(0, mostReminders);
  if (reminders.length === 0) return;
  const holidaysUnknown = unknownYears(
    reminders.map(({ due }) => due),
    today,
    workCalendar,
  );
  const id = `${target.id}/${today}`;
  await kept.note({ tenant, id, target: target.id, day: today, reminders, holidaysUnknown, sentAt: null });
}

/**
 * One round: from the stated time of the day on, each target's reminders of the day are kept, once; then whatever was
 * kept and not handed over is queued, also what an earlier process left. Done again it changes nothing.
 * @param reckoned targets and days that this process has reckoned already: the ledger is asked once a day
 */
export async function remind(
  deps: RemindDependencies,
  settings: ReminderSettings,
  reckoned: Set<string>,
  now: Date,
): Promise<void> {
  const today = dayOf(now);
  let failure: unknown;
  if (clock.format(now) >= settings.at)
    for (const target of settings.targets) {
      const mark = `${target.id}/${today}/${JSON.stringify(target)}`;
      if (reckoned.has(mark)) continue;
      try {
        await noteFor(deps, target, today);
        reckoned.add(mark);
      } catch (thrown) {
        // One target that is set up wrong keeps nothing from the others.
        failure ??= thrown;
      }
    }
  for (const deliveryId of await deps.reminders.unsent(deps.tenant, unsentAtOnce))
    await deps.queue.enqueue(reminderDeliverJob, { tenant: deps.tenant, deliveryId });
  if (failure !== undefined) throw failure;
}
