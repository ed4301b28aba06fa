import { Table, type TableColumnsType, Tag } from 'antd';
import { Link } from 'react-router';
import type { StoredDocument } from '../../api/types.js';
import { Time } from '../../components/time.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { documentsWords } from './words.js';

export const statusColor = {
  received: 'default',
  read: 'processing',
  done: 'success',
  failed: 'error',
} as const;

function Status({ document: { status, fault, warnings } }: { readonly document: StoredDocument }) {
  const t = useWords(documentsWords);
  const { documentStatus } = useWords(terms);
  return (
    <>
      <Tag color={statusColor[status]}>{documentStatus[status]}</Tag>
      {fault ? <div className="quiet">{fault.message}</div> : null}
      {warnings.length > 0 ? <div className="quiet">{t.warnings(warnings.length)}</div> : null}
    </>
  );
}

function Title({ document: { id, name, meta, status } }: { readonly document: StoredDocument }) {
  const title = meta?.title ?? name;
  return (
    <>
      {status === 'done' ? (
        <Link to={`/documents/${encodeURIComponent(id)}`}>{title}</Link>
      ) : (
        <span>{title}</span>
      )}
      {title === name ? null : <div className="quiet documents-name">{name}</div>}
    </>
  );
}

interface Given {
  readonly documents: readonly StoredDocument[];
  readonly loading: boolean;
  readonly empty: string;
}

export function DocumentsTable({ documents, loading, empty }: Given) {
  const { columns: t } = useWords(documentsWords);
  const { documentKind } = useWords(terms);
  const columns: TableColumnsType<StoredDocument> = [
    { key: 'document', title: t.document, render: (_, document) => <Title document={document} /> },
    {
      key: 'kind',
      title: t.kind,
      width: 100,
      render: (_, { meta }) => (meta ? documentKind[meta.kind] : ''),
    },
    { key: 'number', title: t.number, width: 160, render: (_, { meta }) => meta?.docNumber },
    { key: 'proposal', title: t.proposal, width: 110, render: (_, { meta }) => meta?.proposalNumber },
    { key: 'issuer', title: t.issuer, width: 140, render: (_, { meta }) => meta?.issuer },
    { key: 'date', title: t.date, width: 104, render: (_, { meta }) => meta?.date },
    {
      key: 'items',
      title: t.items,
      width: 104,
      align: 'right',
      render: (_, { counts }) => (counts ? `${counts.commitments} / ${counts.achievements}` : ''),
    },
    { key: 'status', title: t.status, width: 120, render: (_, document) => <Status document={document} /> },
    {
      key: 'received',
      title: t.received,
      width: 140,
      render: (_, { receivedAt }) => <Time at={receivedAt} />,
    },
  ];
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={documents}
      loading={loading}
      pagination={false}
      scroll={{ x: 1_180 }}
      locale={{ emptyText: empty }}
    />
  );
}
