import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createReminderSender } from '../../../src/adapters/reminders/send/reminder.sender.js';
import type { ReminderDelivery, ReminderSettings } from '../../../src/domain/reminder.js';

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}
let mails: Mail[] = [];
let refusal: { code: number; words: string } | null = null;
/** What is answered to an address; the others are taken. */
let refusedTo: Record<string, number> = {};
/** Called when a server that answers slowly has a mail's first command. */
let slow: (() => void) | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onMailFrom(_, __, done) {
    if (!slow) return done();
    slow();
    setTimeout(done, 300);
  },
  onRcptTo({ address }, _, done) {
    const responseCode = refusedTo[address];
    done(responseCode ? Object.assign(new Error(`no ${address}`), { responseCode }) : undefined);
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      if (refusal) {
        done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw: Buffer.concat(parts).toString('utf8'),
      });
      done();
    });
  },
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  mails = [];
  refusal = null;
  refusedTo = {};
  slow = null;
});

const delivery: ReminderDelivery = {
  ...{ tenant: 't', id: 'office/2025-12-24', target: 'office', day: '2025-12-24', sentAt: null },
  holidaysUnknown: [2027],
  reminders: [
    {
      ...{ key: 'due|i1|2025-12-31|7', kind: 'due', id: 'i1', due: '2025-12-31', days: 7, workdays: 5 },
      ...{ title: '县域就诊率 92%以上', units: ['市卫生健康委'] },
    },
    {
      ...{ key: 'o', kind: 'overdue', id: 'i2', due: '2025-12-23', days: -1, workdays: -1 },
      ...{ title: '新建充电桩 500个', units: [] },
    },
  ],
};
const settings = (port: number, to = ['staff@office.example']): ReminderSettings => ({
  at: '09:00',
  smtp: { host: '127.0.0.1', port, secure: false, from: 'ledger@office.example' },
  targets: [
    {
      ...{ kind: 'email', id: 'office', language: 'zh', to },
      ...{ days: [7], overdueDays: [1], replyWorkdays: [] },
    },
  ],
});
const own = () => (server.server.address() as AddressInfo).port;
const send = (port = own(), signal = new AbortController().signal) =>
  createReminderSender('https://ledger.example').send(settings(port), delivery, signal, async () => {});

/** As the job does it: what was noted stands in the delivery of the next try. */
function several(...to: string[]) {
  let taken: readonly string[] = [];
  const sender = createReminderSender(null);
  const note = async (more: readonly string[]) => {
    taken = [...taken, ...more];
  };
  return {
    taken: () => taken,
    send: () =>
      sender
        .send(settings(own(), to), { ...delivery, taken }, new AbortController().signal, note)
        .catch((thrown: unknown) => thrown),
  };
}
const [a, b, c] = ['a@office.example', 'b@office.example', 'c@office.example'] as const;

/** The text of a mail whose body is one part in base64 or quoted-printable. */
function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/u);
  const body = rest.join('\n\n');
  if (/base64/iu.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r?\n/gu, '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

it('goes out as one mail, overdue first, with what is not known of holidays', async () => {
  await send();
  expect(mails).toHaveLength(1);
  const [{ from, to, raw } = { from: '', to: [], raw: '' }] = mails;
  expect(from).toBe('ledger@office.example');
  expect(to).toEqual(['staff@office.example']);
  const text = textOf(raw);
  expect(text.indexOf('新建充电桩')).toBeLessThan(text.indexOf('县域就诊率'));
  expect(text).toContain('还有 7 天，其中工作日 5 天');
  expect(text).toContain('https://ledger.example/commitments/i1');
  expect(text).toContain('2027 年的放假安排还没有');
});

it('sent again is the same mail by its id', async () => {
  await send();
  await send();
  const ids = mails.map(({ raw }) => /^message-id:\s*(\S+)/imu.exec(raw)?.[1]);
  expect(ids[0]).toBe('<office%2F2025-12-24@office.example>');
  expect(ids[1]).toBe(ids[0]);
});

it.each([
  [451, 'reminder-unsent'],
  [550, 'reminder-refused'],
])('that the server answers with %i is %s', async (code, fault) => {
  refusal = { code, words: 'no, staff@office.example' };
  const thrown = await send().catch((each: unknown) => each);
  expect(thrown).toMatchObject({ code: fault, parameters: { reason: `SMTP ${code}` } });
  expect(JSON.stringify(thrown)).not.toContain('staff@');
});

it('is tried again where no server answers', async () => {
  await expect(send(1)).rejects.toMatchObject({ code: 'reminder-unsent' });
});

it('goes again only to those who were put off, until all have it', async () => {
  const target = several(a, b, 'c@Office.Example');
  refusedTo = { [b]: 451, [c]: 450 };
  const thrown = await target.send();
  expect(thrown).toMatchObject({
    code: 'reminder-unsent',
    parameters: { reason: { en: 'SMTP 451, 2 of 3 addresses' } },
  });
  expect(mails.map(({ to }) => to)).toEqual([[a]]);
  refusedTo = { [c]: 450 };
  expect(await target.send()).toMatchObject({ code: 'reminder-unsent' });
  refusedTo = {};
  expect(await target.send()).toBeUndefined();
  expect(mails.map(({ to }) => to)).toEqual([[a], [b], [c]]);
});

it('is refused where an address is for good, with how many and without their names', async () => {
  const target = several(a, b, c);
  refusedTo = { [b]: 550 };
  const refused = { code: 'reminder-refused', parameters: { reason: { en: 'SMTP 550, 1 of 3 addresses' } } };
  const thrown = await target.send();
  expect(thrown).toMatchObject(refused);
  expect(mails.map(({ to }) => to)).toEqual([[a, c]]);
  expect(await target.send()).toMatchObject(refused);
  expect(mails).toHaveLength(1);
  expect(target.taken()).toHaveLength(2);
  expect(inspect([thrown, target.taken()])).not.toContain('office.example');
});

it('is tried again while one address is put off, though another is refused for good', async () => {
  const target = several(a, b, c);
  refusedTo = { [a]: 550, [b]: 451 };
  expect(await target.send()).toMatchObject({ code: 'reminder-unsent' });
  refusedTo = { [a]: 550 };
  expect(await target.send()).toMatchObject({ code: 'reminder-refused' });
  expect(mails.map(({ to }) => to)).toEqual([[c], [b]]);
});

it('is not delivered by a slow server once the job was given up', async () => {
  const ending = new AbortController();
  slow = () => ending.abort();
  await expect(send(own(), ending.signal)).rejects.toMatchObject({
    code: 'reminder-unsent',
    parameters: { reason: 'EABORT' },
  });
  await vi.waitFor(() => expect(server.connections.size).toBe(0));
  expect(mails).toEqual([]);
});
