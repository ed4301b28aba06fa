import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../src/adapters/reminders/send/private-address.js';
import { createReminderSender } from '../../../src/adapters/reminders/send/reminder.sender.js';
import type { ReminderDelivery, ReminderSettings, WebhookTarget } from '../../../src/domain/reminder.js';

const secret = 'a-secret-of-the-office';
const delivery: ReminderDelivery = {
  ...{ tenant: 't', id: 'hook/2025-12-24', target: 'hook', day: '2025-12-24' },
  ...{ holidaysUnknown: [2027], sentAt: null },
  reminders: [
    {
      ...{ key: 'due|i1|2025-12-31|7', kind: 'due', id: 'i1', due: '2025-12-31', days: 7, workdays: 5 },
      ...{ title: '县域就诊率 92%以上', units: ['市卫生健康委'] },
    },
  ],
};

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
let server: Server;
let answer = { status: 200, headers: {} as Record<string, string> };
let asked: Asked[] = [];
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answer.status, answer.headers).end('x'.repeat(100_000));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  answer = { status: 200, headers: {} };
});

const target = (change: Partial<WebhookTarget> = {}): WebhookTarget => ({
  ...{ kind: 'webhook', id: 'hook', language: 'zh', days: [], overdueDays: [], replyWorkdays: [] },
  ...{ url: url(), secret, privateAddress: true, ...change },
});
const send = (change: Partial<WebhookTarget> = {}) => {
  const settings: ReminderSettings = { at: '09:00', targets: [target(change)] };
  return createReminderSender('https://ledger.example').send(
    settings,
    delivery,
    new AbortController().signal,
    async () => {},
  );
};

describe('a webhook', () => {
  it('is signed over the time and the body, so that its receiver can check both', async () => {
    await send();
    const [{ headers, body } = { headers: {}, body: '' }] = asked;
    const timestamp = String(headers['x-jiannuo-timestamp']);
    const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-jiannuo-signature']).toBe(`v1=${expected}`);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    expect(decodeURIComponent(String(headers['x-jiannuo-delivery']))).toBe(delivery.id);
    expect(JSON.parse(body)).toMatchObject({
      ...{ delivery: delivery.id, day: '2025-12-24', holidaysUnknown: [2027] },
      reminders: [{ id: 'i1', due: '2025-12-31', url: 'https://ledger.example/commitments/i1' }],
    });
    expect(body).not.toContain(secret);
  });

  it.each([
    [500, 'reminder-unsent'],
    [503, 'reminder-unsent'],
    [429, 'reminder-unsent'],
    [400, 'reminder-refused'],
    [404, 'reminder-refused'],
  ])('that is answered %i is %s', async (status, code) => {
    answer = { status, headers: {} };
    await expect(send()).rejects.toMatchObject({ code });
  });

  it('does not follow a redirect', async () => {
    answer = { status: 307, headers: { location: url() } };
    await expect(send()).rejects.toMatchObject({ code: 'reminder-refused' });
    expect(asked).toHaveLength(1);
  });

  it('is not sent to a private address unless the target allows it, named or by number', async () => {
    for (const to of [url(), url().replace('127.0.0.1', 'localhost')])
      await expect(send({ url: to, privateAddress: false })).rejects.toMatchObject({
        code: 'reminder-refused',
        parameters: { reason: 'EPRIVATE' },
      });
    expect(asked).toHaveLength(0);
  });

  it('that nobody takes is told by its target and code alone', async () => {
    const nobody = 'http://127.0.0.1:1/secret-path';
    const fault = await send({ url: nobody }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 'reminder-unsent', parameters: { target: 'hook' } });
    expect(JSON.stringify(fault)).not.toContain(secret);
    expect(JSON.stringify(fault)).not.toContain('secret-path');
  });
});

it.each([
  ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.20.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0'],
  ...['::', '::1', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1'],
  ...['::10.0.0.1', '::7f00:1', '64:ff9b::a00:1', '64:ff9b:1::a00:1', '64:ff9b:1:ffff::1'],
  ...['2002:a00:1::1', '2002:7f00:1::', 'fec0::1', 'feff::1'],
])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));
it.each([
  '8.8.8.8',
  '172.32.0.1',
  '2400:3200::1',
  '64:ff9b:2::1',
  '2003::1',
  '::ffff:8.8.8.8',
  'example.org',
])('%s is not', (address) => expect(isPrivateAddress(address)).toBe(false));
