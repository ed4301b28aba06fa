import { freeBytesIn, listBackups } from '../../adapters/backup/backup-folder.js';
import { backupMakeJob } from '../../app/jobs/backup-make.job.js';
import { enqueueAnew } from '../../app/jobs/enqueue-anew.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { backupsAnswerSchema } from '../contract/administration.js';
import { jobViewSchema } from '../contract/jobs.js';
import type { ApiPorts } from '../ports.js';
import { answerOf } from './jobs.js';
import { faultsOfMany, noQuerySchema, problems } from './problems.js';

const tags = ['administration'];

export function registerBackups(api: Api, ports: ApiPorts): void {
  const { tenant, backups: folder } = ports.config;
  api.get(
    '/backups',
    {
      schema: {
        tags,
        summary: '在网页上做的备份，新的在前',
        querystring: noQuerySchema,
        response: { 200: backupsAnswerSchema, ...faultsOfMany, 422: problems.of('读不了放备份的文件夹') },
      },
    },
    async () => {
      const queue = await ports.queue();
      const [last] = await queue.jobs({ kind: backupMakeJob.kind, tenant, limit: 1 });
      return {
        folder,
        freeBytes: folder === null ? null : await freeBytesIn(folder),
        backups: folder === null ? [] : await listBackups(folder),
        job: last ? answerOf(last) : null,
      };
    },
  );
  api.post(
    '/backups',
    {
      schema: {
        tags,
        summary: '备份全部数据，作为一个任务；正在备份时给出那个任务',
        description:
          'Into the folder of `JIANNUO_BACKUPS` (embedded: `backups` in the data folder), named by the time at which it is begun; refused (`backups-no-room`, told as the fault of the job) where there is no room. A restore is made on the command line alone.',
        querystring: noQuerySchema,
        response: { 202: jobViewSchema, ...faultsOfMany, 409: problems.of('没有指定放备份的文件夹') },
      },
    },
    async (_request, reply) => {
      if (folder === null) throw new JiannuoError('backups-unset');
      const queue = await ports.queue();
      return reply.code(202).send(answerOf(await enqueueAnew(queue, backupMakeJob, { tenant })));
    },
  );
}
