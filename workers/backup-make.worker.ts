import { writeIntoFolder } from '../src/adapters/backup/backup-folder.js';
import { type BackupJob, backupMakeJob } from '../src/app/jobs/backup-make.job.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';
import type { Composition } from '../src/compose.js';
import { JiannuoError } from '../src/domain/errors.js';

/** Copies all that the profile keeps, into the folder that this worker's configuration names. */
export function backupMakeWorker(
  composition: Pick<Composition, 'config' | 'dataCopy'>,
): JobHandler<BackupJob> {
  return {
    definition: backupMakeJob,
    run: async (_job, { jobId, signal }) => {
      const { backups } = composition.config;
      if (backups === null) throw new JiannuoError('backups-unset');
      await writeIntoFolder(await composition.dataCopy(), backups, { jobId, signal });
    },
  };
}
