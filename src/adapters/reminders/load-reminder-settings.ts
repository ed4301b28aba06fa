import { readFileSync, statSync } from 'node:fs';
import { JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { type ReminderSettings, reminderSettingsSchema } from '../../domain/reminder.js';

const mostBytes = 1024 * 1024;
const invalid = (reason: string | Phrase, cause?: unknown) =>
  new JiannuoError('configuration-invalid', { name: 'JIANNUO_REMINDERS', reason }, cause);

/**
 * Who is reminded, and how. Faults say which part of the file is wrong and never what it holds: it holds secrets.
 * @param path a JSON file; null: nobody is
 * Fault: `configuration-invalid`.
 */
export function loadReminderSettings(path: string | null): ReminderSettings | null {
  if (path === null) return null;
  let text: string;
  try {
    if (statSync(path).size > mostBytes) throw invalid(phrase(`${path} 太大`, `${path} is too large`));
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof JiannuoError) throw thrown;
    const code = (thrown as NodeJS.ErrnoException).code ?? 'EIO';
    throw invalid(phrase(`${path} 读不了（${code}）`, `${path} cannot be read (${code})`));
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // The parser's own words quote the file.
    throw invalid(phrase(`${path} 不是 JSON 文件`, `${path} is no JSON file`));
  }
  const parsed = reminderSettingsSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const part = parsed.error.issues[0]?.path.join('.') || '(root)';
  throw invalid(phrase(`${path} 的 ${part} 不对`, `${path} is wrong at ${part}`));
}
