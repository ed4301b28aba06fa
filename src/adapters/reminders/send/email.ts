import { createTransport } from 'nodemailer';
import type { NoteTaken } from '../../../app/ports/reminder-sender.js';
import { JiannuoError } from '../../../domain/errors.js';
import { sha256Hex } from '../../../domain/identity.js';
import { phrase } from '../../../domain/phrase.js';
import type { EmailTarget, ReminderDelivery, SmtpServer } from '../../../domain/reminder.js';
import { mailOf } from './reminder-words.js';

const connectMs = 10_000;
const answerMs = 30_000;

interface SmtpFailure {
  readonly code?: string | undefined;
  /** What the server answered: 4xx may pass, 5xx is its last word. */
  readonly responseCode?: number | undefined;
  /** Of each address that was refused. */
  readonly rejectedErrors?: readonly SmtpFailure[] | undefined;
}

const isFinal = ({ responseCode }: SmtpFailure): boolean => responseCode !== undefined && responseCode >= 500;

/** The same mailbox is written the same: the name of a host has no capitals. */
const written = (address: string): string => {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
};

/** By which a delivery knows who has it without keeping an address. */
const receiverOf = ({ tenant, id }: ReminderDelivery, address: string): string =>
  sha256Hex(Buffer.from(JSON.stringify([tenant, id, address])));

/** What kept a mail from `refused` of the addresses: tried again where one of them may yet be taken. */
function faultOf(target: EmailTarget, failure: SmtpFailure, refused: number, cause?: unknown): JiannuoError {
  const answers = failure.rejectedErrors?.length ? failure.rejectedErrors : [failure];
  const { code, responseCode } = answers.find((each) => !isFinal(each)) ?? answers[0] ?? failure;
  const reason = responseCode === undefined ? (code ?? 'SMTP') : `SMTP ${responseCode}`;
  const all = target.to.length;
  return new JiannuoError(
    answers.every(isFinal) ? 'reminder-refused' : 'reminder-unsent',
    {
      target: target.id,
      reason:
        all === 1
          ? reason
          : phrase(`${reason}，${all} 个地址中的 ${refused} 个`, `${reason}, ${refused} of ${all} addresses`),
    },
    cause,
  );
}

/**
 * Sends a delivery as one mail to those of the addresses that do not have it yet. Ends at once when `signal` does. Faults:
 * `reminder-unsent`, `reminder-refused`, with how many addresses were refused; neither names addresses or the password.
 * @param noteTaken told who has it where others do not, before the fault
 */
export async function sendEmail(
  target: EmailTarget,
  smtp: SmtpServer,
  delivery: ReminderDelivery,
  linkBase: string | null,
  signal: AbortSignal,
  noteTaken: NoteTaken,
): Promise<void> {
  const { host, port, secure, user, password, from } = smtp;
  const had = new Set(delivery.taken);
  const pending = [...new Set(target.to.map(written))].filter(
    (address) => !had.has(receiverOf(delivery, address)),
  );
  if (pending.length === 0) return;
  const transport = createTransport({
    ...{ host, port, secure, connectionTimeout: connectMs, greetingTimeout: connectMs },
    socketTimeout: answerMs,
    // Nothing that is still to be written goes out after the end.
    socketCloseTimeout: 0,
    ...(user !== undefined &&
      password !== undefined && { auth: { user, pass: password }, requireTLS: !secure }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const info = await transport
    .sendMail({
      ...{ from, to: [...target.to], ...mailOf(delivery, target.language, linkBase) },
      envelope: { from, to: pending },
      // The same delivery sent again is the same mail.
      messageId: `<${encodeURIComponent(delivery.id)}@${from.slice(from.indexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    })
    .catch((thrown: SmtpFailure) => {
      throw faultOf(target, thrown, pending.length, thrown);
    })
    .finally(() => transport.close());
  const accepted = new Set(info.accepted.map(written));
  const taken = pending.filter((address) => accepted.has(address));
  if (taken.length === pending.length) return;
  await noteTaken(taken.map((address) => receiverOf(delivery, address)));
  throw faultOf(target, { rejectedErrors: info.rejectedErrors }, pending.length - taken.length);
}
