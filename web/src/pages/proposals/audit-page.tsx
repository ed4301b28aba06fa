import { Segmented, Table, type TableColumnsType, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAudit } from '../../api/proposals.js';
import type { Audit } from '../../api/standing-types.js';
import { Answerable, Due } from '../../components/counting.js';
import { DocumentLink } from '../../components/document-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { StatusTags } from '../../components/statuses.js';
import { useWords } from '../../i18n/words.js';
import { followUpWords } from './follow-up-words.js';
import { proposalsWords } from './words.js';
import './proposals.css';

type Finding = Audit['findings'][number];
type Kind = Finding['kind'];

const kinds: readonly Kind[] = ['look-back', 'solved-but-open', 'planned-without', 'planned-nothing'];

/** 回头看: what replies say was solved or planned, against what is shown to be kept. Which list stands in the address. */
export function AuditPage() {
  const t = useWords(followUpWords);
  const { back, table, one } = useWords(proposalsWords);
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((each) => each === search.get('kind')) ?? 'look-back';
  const { data, error, isPending, refetch } = useAudit(kind);
  const columns: TableColumnsType<Finding> = [
    {
      key: 'number',
      title: t.number,
      width: 100,
      render: (_, { proposalNumber }) => (proposalNumber === null ? '' : one(proposalNumber)),
    },
    { key: 'class', title: t.class, width: 70, render: (_, { resultClass }) => <Tag>{resultClass}</Tag> },
    {
      key: 'promise',
      title: t.promise,
      render: (_, { row }) =>
        row ? (
          <>
            <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{row.indicator || row.quote}</Link>
            <div className="quiet">{row.quote}</div>
          </>
        ) : null,
    },
    { key: 'deadline', title: table.deadline, width: 120, render: (_, { row }) => row && <Due row={row} /> },
    {
      key: 'responsible',
      title: table.responsible,
      width: 170,
      render: (_, { row }) => row && <Answerable row={row} />,
    },
    {
      key: 'document',
      title: t.document,
      width: 200,
      render: (_, { document, row }) => (
        <DocumentLink documentId={document.id} {...(row && { itemId: row.id })}>
          {document.title ?? document.name}
        </DocumentLink>
      ),
    },
    {
      key: 'status',
      title: t.status,
      width: 330,
      render: (_, { statuses }) => (statuses ? <StatusTags statuses={statuses} /> : null),
    },
  ];
  return (
    <>
      <div className="page-head">
        <Link to="/proposals">{back}</Link>
        <h1>{t.auditTitle}</h1>
        <Segmented<Kind>
          aria-label={t.kind}
          value={kind}
          onChange={(chosen) => setSearch(chosen === 'look-back' ? {} : { kind: chosen })}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        {data ? <span className="quiet">{t.auditCount(data.findings.length, data.capped)}</span> : null}
      </div>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <Table
        size="small"
        rowKey={({ document, row }) => row?.id ?? document.id}
        columns={columns}
        dataSource={data?.findings ?? []}
        loading={isPending}
        pagination={(data?.findings.length ?? 0) > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 1_100 }}
        locale={{ emptyText: t.none }}
      />
    </>
  );
}
