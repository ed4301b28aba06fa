import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { jobsKey, retryJob, useJobs } from '../../api/operations.js';
import type { ListedJob } from '../../api/types.js';
import { Time } from '../../components/time.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { jobsWords } from './jobs-words.js';

type Status = ListedJob['status'];
const colors = {
  waiting: 'default',
  delayed: 'warning',
  running: 'processing',
  done: 'success',
  dead: 'error',
} as const;

/** Jobs of this office; those that were given up with the reason, to be taken up again. */
export function JobsPart() {
  const t = useWords(jobsWords);
  const client = useQueryClient();
  const [status, setStatus] = useState<Status | 'all'>('all');
  const { data, error, isPending } = useJobs(status === 'all' ? null : status);
  const retry = useMutation({
    mutationFn: retryJob,
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const columns: TableColumnsType<ListedJob> = [
    { key: 'kind', title: t.kind, width: 130, render: (_, { kind }) => kinds[kind] ?? kind },
    {
      key: 'state',
      title: t.state,
      width: 120,
      render: (_, job) => <Tag color={colors[job.status]}>{t.status[job.status]}</Tag>,
    },
    {
      key: 'document',
      title: t.document,
      width: 320,
      render: (_, { documentId, documentTitle }) =>
        documentTitle === null ? (
          documentId
        ) : (
          <Link to={`/documents/${encodeURIComponent(documentId ?? '')}`}>{documentTitle}</Link>
        ),
    },
    { key: 'attempts', title: t.attempts, width: 70, align: 'right', dataIndex: 'attempts' },
    {
      key: 'progress',
      title: t.progress,
      width: 80,
      align: 'right',
      render: (_, { progress }) => `${Math.round(progress * 100)}%`,
    },
    { key: 'created', title: t.created, width: 150, render: (_, { createdAt }) => <Time at={createdAt} /> },
    { key: 'reason', title: t.reason, render: (_, { fault }) => fault?.message },
    {
      key: 'do',
      title: t.actions,
      width: 110,
      render: (_, job) =>
        job.status === 'dead' ? (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(job.id)}>
            {t.retry}
          </Button>
        ) : null,
    },
  ];
  const failed = error ?? retry.error;
  return (
    <>
      <Segmented<Status | 'all'>
        className="admin-add"
        value={status}
        onChange={setStatus}
        options={[
          { value: 'all', label: t.all },
          ...(Object.keys(t.status) as Status[]).map((value) => ({ value, label: t.status[value] })),
        ]}
      />
      <AdminTable
        failed={failed}
        columns={columns}
        rows={data?.jobs}
        isPending={isPending}
        width={1_100}
        none={t.none}
      />
    </>
  );
}
