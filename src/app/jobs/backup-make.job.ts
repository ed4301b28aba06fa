import { z } from 'zod';
import type { JobDefinition } from '../ports/job-queue.js';

const schema = z.object({ tenant: z.string().min(1) });
export type BackupJob = z.infer<typeof schema>;

/** Copies all that the profile keeps into a file of the folder for backups. One at a time: another may be asked for after it. */
export const backupMakeJob: JobDefinition<BackupJob> = {
  kind: 'backup.make',
  version: 1,
  schema,
  key: ({ tenant }) => tenant,
  attempts: 3,
  backoffMs: 30_000,
  timeoutMs: 6 * 3_600_000,
  atOnce: 1,
};
