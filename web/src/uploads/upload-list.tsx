import { Button, Progress, Table, type TableColumnsType, Tag } from 'antd';
import { Link } from 'react-router';
import { ApiProblem, isProblem } from '../api/problem.js';
import { CorrectMeta } from '../components/correct-meta.js';
import { useProblemText } from '../components/problem-notice.js';
import { useWords } from '../i18n/words.js';
import { uploads } from './upload-queue.js';
import type { UploadRow } from './upload-row.js';
import { useUploadCounts, useUploads } from './use-uploads.js';
import { uploadWords } from './words.js';

const colors = {
  waiting: 'default',
  sending: 'processing',
  working: 'processing',
  done: 'success',
  double: 'default',
  failed: 'error',
  refused: 'error',
  unsent: 'warning',
  unseen: 'warning',
} as const;

const link = (id: string | null) => `/documents/${encodeURIComponent(id ?? '')}`;

function Status({ row }: { readonly row: UploadRow }) {
  const t = useWords(uploadWords);
  const textOf = useProblemText();
  const { status, fault, firstName, documentId, goesOn } = row;
  const told =
    fault === null
      ? null
      : fault === 'file-gone'
        ? t.gone
        : goesOn && !isProblem(fault, 401)
          ? t.goesOn
          : fault instanceof ApiProblem
            ? textOf(fault)
            : fault.message;
  return (
    <>
      <Tag color={colors[status]}>{t.status[status]}</Tag>
      {firstName === null ? null : <Link to={link(documentId)}>{t.double(firstName)}</Link>}
      {told === null ? null : (
        <span className="quiet" title={told}>
          {told}
        </span>
      )}
    </>
  );
}

function useColumns(): TableColumnsType<UploadRow> {
  const { columns: t } = useWords(uploadWords);
  return [
    { key: 'name', title: t.name, dataIndex: 'name', width: 260, ellipsis: true },
    { key: 'status', title: t.status, width: 300, ellipsis: true, render: (_, row) => <Status row={row} /> },
    {
      key: 'title',
      title: t.title,
      width: 300,
      ellipsis: true,
      render: (_, { document }) =>
        document?.meta && <Link to={link(document.id)}>{document.meta.title ?? document.name}</Link>,
    },
    {
      key: 'number',
      title: t.number,
      width: 150,
      ellipsis: true,
      render: (_, { document }) => document?.meta?.docNumber,
    },
    {
      key: 'proposal',
      title: t.proposal,
      width: 110,
      render: (_, { document }) => document?.meta?.proposalNumber,
    },
    {
      key: 'issuer',
      title: t.issuer,
      width: 150,
      ellipsis: true,
      render: (_, { document }) => document?.meta?.issuer,
    },
    { key: 'date', title: t.date, width: 100, render: (_, { document }) => document?.meta?.date },
    {
      key: 'correct',
      title: t.correct,
      width: 70,
      render: (_, { document }) =>
        document?.meta ? <CorrectMeta document={document} onNews={uploads.note} /> : null,
    },
    {
      key: 'items',
      title: t.items,
      width: 100,
      align: 'right',
      render: (_, { document }) =>
        document?.counts && `${document.counts.commitments} / ${document.counts.achievements}`,
    },
  ];
}

const rowHeight = 40;
const rowsInSight = 8;

/** The files of this visit, each with how far it is and what was recognised. */
export function UploadList() {
  const t = useWords(uploadWords);
  const rows = useUploads();
  const { done, double, failed, refused, unsent, unseen } = useUploadCounts();
  const columns = useColumns();
  if (rows.length === 0) return null;
  const bad = failed + refused + unsent + unseen;
  const over = done + double;
  return (
    <section className="card upload-list" aria-label={t.title}>
      <div className="upload-head">
        <h2>{t.title}</h2>
        <span role="status">{t.summary(rows.length, over, bad)}</span>
        <Progress
          className="upload-progress"
          aria-label={t.progress}
          percent={Math.round(((over + bad) / rows.length) * 100)}
          status={over === rows.length ? 'success' : 'normal'}
          size="small"
        />
        {uploads.hasUnsent ? <Button onClick={() => uploads.retry()}>{t.retry}</Button> : null}
        <Button onClick={() => uploads.clear()}>{t.clear}</Button>
      </div>
      <Table<UploadRow>
        virtual
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1_540, y: Math.min(rows.length, rowsInSight) * rowHeight + 1 }}
      />
    </section>
  );
}
