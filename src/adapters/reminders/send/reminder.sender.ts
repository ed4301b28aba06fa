import type { ReminderSender } from '../../../app/ports/reminder-sender.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import { sendEmail } from './email.js';
import { sendWebhook } from './webhook.js';

/** @param linkBase where the service is asked for, without a slash at the end; null where nobody knows */
export function createReminderSender(linkBase: string | null): ReminderSender {
  return {
    async send({ smtp, targets }, delivery, signal, noteTaken) {
      const target = targets.find(({ id }) => id === delivery.target);
      if (target?.kind === 'webhook') return sendWebhook(target, delivery, linkBase, signal);
      if (target?.kind === 'email' && smtp)
        return sendEmail(target, smtp, delivery, linkBase, signal, noteTaken);
      throw new JiannuoError('reminder-refused', {
        target: delivery.target,
        reason: phrase('提醒设置里已没有这个对象', 'the settings name it no longer'),
      });
    },
  };
}
