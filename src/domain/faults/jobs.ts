import { type Fault, fault } from './fault.js';

/** What went wrong on our side. */
export const jobFaults = {
  'job-invalid': fault(
    'defect',
    500,
    '任务 {job} 的内容不合格式：{reason}',
    'job {job} does not fit its schema: {reason}',
  ),
  'original-missing': fault(
    'defect',
    500,
    '文档 {id} 的原件不见了，请从备份恢复或重新上传。',
    'the original of document {id} is missing; restore it from a backup or upload it again.',
  ),
  'reminder-unsent': fault(
    'defect',
    502,
    '给 {target} 的提醒没有送达（{reason}），会再试几次；仍不行就停办，排除后重试这项任务即可重发。',
    'the reminders for {target} were not taken ({reason}); they are tried again some times, then set aside for `jobs retry`.',
  ),
  'reminder-refused': fault(
    'input',
    502,
    '给 {target} 的提醒被拒绝（{reason}），没有再试。请改正提醒设置，再重试这项任务。',
    'the reminders for {target} were refused ({reason}) and are not tried again; correct the settings, then `jobs retry`.',
  ),
  internal: fault(
    'defect',
    500,
    '程序内部出错（{reason}），已记入日志，请把日志交给管理员。',
    'internal error ({reason}); it is in the log.',
  ),
} as const satisfies Record<string, Fault>;
