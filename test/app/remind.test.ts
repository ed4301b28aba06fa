import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import { loadReminderSettings } from '../../src/adapters/reminders/load-reminder-settings.js';
import { openSqliteReminders } from '../../src/adapters/reminders/sqlite/sqlite.reminders.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import { loadWorkCalendar } from '../../src/adapters/work-calendar/load-work-calendar.js';
import type { JobQueue } from '../../src/app/ports/job-queue.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import type { NoteTaken } from '../../src/app/ports/reminder-sender.js';
import type { ReminderStore } from '../../src/app/ports/reminder-store.js';
import { national } from '../../src/app/profiles/national.profile.js';
import { deliverReminders } from '../../src/app/reminders/deliver-reminders.js';
import { remind } from '../../src/app/reminders/remind.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { type ReminderDelivery, reminderSettingsSchema } from '../../src/domain/reminder.js';
import { arrive } from '../support/tracked-ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-remind-'));
const file = join(folder, 'jiannuo.db');
const tenant = 'office';
let store: LedgerStore;
let queue: JobQueue;
let reminders: ReminderStore;

beforeAll(async () => {
  store = openSqliteStore({ file, tokenize: () => [] });
  queue = openEmbeddedQueue({ file });
  reminders = openSqliteReminders({ file });
  const text =
    '青槐市充电设施建设实施方案\n\n一、主要目标\n\n到2026年6月30日，新建充电桩500个。到2026年3月10日，改造老旧小区20个。\n\n青槐市人民政府\n2025年12月1日\n';
  await arrive(store, { tenant, name: 'plan.txt', text });
  const reply =
    '关于市人大五次会议第12号建议的答复\n\n到2026年9月30日，建成停车泊位300个。\n\n青槐市住房城乡建设局\n2026年1月5日\n';
  await arrive(store, { tenant, name: 'reply.txt', text: reply });
  await store.linkProposal(tenant, (await store.documents(tenant, { limit: 9 })).rows[1]?.id ?? '', {
    ...{ body: 'npc', session: '市人大五次会议', number: '88', title: '关于停车的建议' },
    proposers: [],
  } as never);
});
afterAll(async () => {
  for (const each of [reminders, queue, store]) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = reminderSettingsSchema.parse({
  targets: [
    {
      ...{ kind: 'webhook', id: 'hook', url: 'https://hook.example/', secret: 's'.repeat(20) },
      ...{ days: [30, 7], overdueDays: [1] },
    },
  ],
});
const people = { people: async () => [] };
const deps = () => ({
  ...{ store, people, reminders, queue, tenant, profile: national },
  workCalendar: loadWorkCalendar(null),
});
/** Nine in the morning where the offices are. */
const at = (day: string, time = '09:00:00') => new Date(`${day}T${time}+08:00`);
const run = (now: Date, reckoned = new Set<string>()) => remind(deps(), settings, reckoned, now);
const told = async (day: string): Promise<string[]> =>
  ((await reminders.delivery(tenant, `hook/${day}`))?.reminders ?? []).map(
    ({ kind, title }) => `${kind} ${title}`,
  );

describe('reminders', () => {
  it('wait for the time of the day, Asia/Shanghai', async () => {
    await run(at('2026-02-20', '08:59:00'));
    expect(await told('2026-02-20')).toEqual([]);
  });

  it('are kept once for each step, however often and by however many it is reckoned', async () => {
    await Promise.all([run(at('2026-02-20')), run(at('2026-02-20')), run(at('2026-02-20'))]);
    await run(at('2026-02-20', '18:00:00'));
    expect(await told('2026-02-20')).toEqual(['due 改造老旧小区 20个']);
    await run(at('2026-02-21'));
    expect(await told('2026-02-21')).toEqual([]);
    expect((await queue.jobs({ kind: 'reminder.deliver', limit: 10 })).map(({ status }) => status)).toEqual([
      'waiting',
    ]);
  });

  it('that were missed while nothing ran go out once it runs again, and overdue ones after their day', async () => {
    await run(at('2026-03-05'));
    expect(await told('2026-03-05')).toEqual(['due 改造老旧小区 20个']);
    await run(at('2026-03-13'));
    expect(await told('2026-03-13')).toEqual(['overdue 改造老旧小区 20个']);
    await run(at('2026-03-14'));
    expect(await told('2026-03-14')).toEqual([]);
  });

  it('of replies go by working days', async () => {
    const proposal = (await store.proposals(tenant)).find(({ number }) => number === '88');
    const proposalId = proposal?.id ?? '';
    const body = { kind: 'handover' as const, day: '2026-01-10' };
    await store.addProposalNote({
      ...{ tenant, proposalId, body, madeAt: '2026-01-10T01:00:00Z' },
      ...{ madeBy: { personId: null, name: 'staff' } },
    } as never);
    // 2026-04-10 is ten working days after 2026-03-26: 2026-04-06 is free.
    await run(at('2026-03-25'));
    expect(await told('2026-03-25')).toEqual([]);
    await run(at('2026-03-26'));
    expect(await told('2026-03-26')).toEqual(['reply 88 关于停车的建议']);
    await run(at('2026-03-30'));
    expect(await told('2026-03-30')).toEqual([]);
  });

  it('are handed over once; what is not taken stays, and is handed over later', async () => {
    const sent: ReminderDelivery[] = [];
    let fails = true;
    const sender = {
      send: async (_: unknown, delivery: ReminderDelivery, __: unknown, noteTaken: NoteTaken) => {
        if (fails) {
          await noteTaken(['one of two']);
          throw new JiannuoError('reminder-unsent', { target: 'hook', reason: 'HTTP 503' });
        }
        sent.push(delivery);
      },
    };
    const job = { tenant, deliveryId: 'hook/2026-02-20' };
    const deliver = () =>
      deliverReminders(
        { reminders: async () => reminders, sender, settings: () => settings },
        job,
        new AbortController().signal,
      );
    await expect(deliver()).rejects.toMatchObject({ code: 'reminder-unsent' });
    fails = false;
    await deliver();
    await deliver();
    expect(sent.map(({ id, taken }) => [id, taken])).toEqual([[job.deliveryId, ['one of two']]]);
    expect(await reminders.unsent(tenant, 10)).not.toContain(job.deliveryId);
  });
});

it('settings that are wrong are told by their part, never by what they hold', () => {
  const path = join(folder, 'reminders.json');
  const secret = 'hush-hush-hush-hush';
  for (const content of [
    `{"targets": [{"kind": "webhook", "id": "a", "url": "ftp://x", "secret": "${secret}"}]}`,
    `{"targets": [{"kind": "email", "id": "a", "to": ["a@b.example"]}], "x": "${secret}"}`,
    `{"secret": ${secret}}`,
  ]) {
    writeFileSync(path, content);
    let thrown: unknown;
    try {
      loadReminderSettings(path);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'configuration-invalid' });
    expect(JSON.stringify(thrown)).not.toContain(secret);
  }
});
