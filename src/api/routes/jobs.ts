import type { JobView } from '../../app/ports/job-queue.js';
import { documentsOnce } from '../../app/query/documents-once.js';
import { listJobs, retryJob, showJob } from '../../app/query/query.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import { type JobAnswer, jobsAnswerSchema, jobsQuerySchema, jobViewSchema } from '../contract/jobs.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

const oneJob = { tags: ['jobs'], params: idParamsSchema, querystring: noQuerySchema };
const answers = {
  200: jobViewSchema,
  ...faultsOfOne,
};

export function answerOf(job: JobView): JobAnswer {
  const { id, kind, status, attempts, progress, fault, createdAt, finishedAt } = job;
  const documentId = (job.payload as { documentId?: unknown }).documentId;
  return {
    id,
    kind,
    status,
    documentId: typeof documentId === 'string' ? documentId : null,
    attempts,
    progress,
    fault,
    createdAt,
    finishedAt,
  };
}

export function registerJobs(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/jobs',
    {
      schema: {
        tags: ['jobs'],
        summary: '处理任务，新的在前',
        querystring: jobsQuerySchema,
        response: { 200: jobsAnswerSchema, ...faultsOfMany },
      },
    },
    async ({ query }) => {
      const jobs = (await listJobs(await ports.queue(), tenant, query)).map(answerOf);
      const document = documentsOnce(await ports.store(), tenant);
      const titled = jobs.map(async (job) => {
        const found = job.documentId === null ? null : await document(job.documentId);
        return { ...job, documentTitle: found && (found.meta?.title ?? found.name) };
      });
      return { jobs: await Promise.all(titled) };
    },
  );
  api.get(
    '/jobs/:id',
    { schema: { ...oneJob, summary: '一个任务的进度', response: answers } },
    async ({ params }) => answerOf(await showJob(await ports.queue(), tenant, params.id)),
  );
  api.post(
    '/jobs/:id/retry',
    { schema: { ...oneJob, summary: '重新处理已停办的任务', response: answers } },
    async ({ params }) => answerOf(await retryJob(await ports.queue(), tenant, params.id)),
  );
}
