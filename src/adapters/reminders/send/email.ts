import { createTransport } from 'nodemailer';
import { JiannuoError } from '../../../domain/errors.js';
import type { EmailTarget, ReminderDelivery, SmtpServer } from '../../../domain/reminder.js';
import { mailOf } from './reminder-words.js';

const connectMs = 10_000;
const answerMs = 30_000;

interface SmtpFailure {
  readonly code?: string;
  /** What the server answered: 4xx may pass, 5xx is its last word. */
  readonly responseCode?: number;
}

/** Sends a delivery as one mail. Faults: `reminder-unsent`, `reminder-refused`; neither names addresses or the password. */
export async function sendEmail(
  target: EmailTarget,
  smtp: SmtpServer,
  delivery: ReminderDelivery,
  linkBase: string | null,
): Promise<void> {
  const { host, port, secure, user, password, from } = smtp;
  const transport = createTransport({
    ...{ host, port, secure, connectionTimeout: connectMs, greetingTimeout: connectMs },
    socketTimeout: answerMs,
    ...(user !== undefined &&
      password !== undefined && { auth: { user, pass: password }, requireTLS: !secure }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      ...{ from, to: [...target.to], ...mailOf(delivery, target.language, linkBase) },
      // The same delivery sent again is the same mail.
      messageId: `<${encodeURIComponent(delivery.id)}@${from.slice(from.indexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (thrown) {
    const { code, responseCode } = thrown as SmtpFailure;
    const forGood = responseCode !== undefined && responseCode >= 500;
    const reason = responseCode === undefined ? (code ?? 'SMTP') : `SMTP ${responseCode}`;
    throw new JiannuoError(
      forGood ? 'reminder-refused' : 'reminder-unsent',
      { target: target.id, reason },
      thrown,
    );
  } finally {
    transport.close();
  }
}
