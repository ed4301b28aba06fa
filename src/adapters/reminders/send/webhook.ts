import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { JiannuoError } from '../../../domain/errors.js';
import type { ReminderDelivery, WebhookTarget } from '../../../domain/reminder.js';
import { isPrivateAddress, publicLookup } from './private-address.js';
import { linkOf } from './reminder-words.js';

const answerMs = 20_000;

/** `v1=` and the hex HMAC-SHA-256, keyed by the secret, of the timestamp (seconds since 1970), a full stop and the body. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

function bodyOf(delivery: ReminderDelivery, linkBase: string | null): string {
  const { id, day, reminders, holidaysUnknown } = delivery;
  return JSON.stringify({
    ...{ delivery: id, day, holidaysUnknown },
    reminders: reminders.map((each) => ({ ...each, url: linkOf(each, linkBase) })),
  });
}

const refused = (target: string, reason: string, cause?: unknown) =>
  new JiannuoError('reminder-refused', { target, reason }, cause);
const unsent = (target: string, reason: string, cause?: unknown) =>
  new JiannuoError('reminder-unsent', { target, reason }, cause);

/** What an answer means: taken, to be tried again (busy, late, broken), or refused for good. Redirects are not followed. */
function judge(target: string, status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    throw unsent(target, `HTTP ${status}`);
  throw refused(target, `HTTP ${status}`);
}

/**
 * Posts a delivery, signed and stamped with the time. Private addresses only where the target says so. Faults:
 * `reminder-unsent`, `reminder-refused`; neither names the address or the secret.
 */
export async function sendWebhook(
  target: WebhookTarget,
  delivery: ReminderDelivery,
  linkBase: string | null,
  signal: AbortSignal,
  now = new Date(),
): Promise<void> {
  const url = new URL(target.url);
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (!target.privateAddress && isPrivateAddress(host)) throw refused(target.id, 'EPRIVATE');
  const body = bodyOf(delivery, linkBase);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'jiannuo',
    'x-jiannuo-delivery': encodeURIComponent(delivery.id),
    'x-jiannuo-timestamp': timestamp,
    'x-jiannuo-signature': signatureOf(target.secret, timestamp, body),
  };
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const options = {
    ...{ method: 'POST', headers, agent: false as const },
    ...(!target.privateAddress && { lookup: publicLookup }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
  };
  const status = await new Promise<number>((resolve, reject) => {
    const asking = send(url, options, (answer) => {
      // What it says does not matter, and may be without end.
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(body);
  }).catch((thrown: NodeJS.ErrnoException) => {
    const reason = thrown.code ?? thrown.name;
    throw reason === 'EPRIVATE' ? refused(target.id, reason, thrown) : unsent(target.id, reason, thrown);
  });
  judge(target.id, status);
}
