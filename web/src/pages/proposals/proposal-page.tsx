import { Alert, Spin, Table, type TableColumnsType, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useProposal } from '../../api/proposals.js';
import type { ShownProposal } from '../../api/standing-types.js';
import { may, useMe } from '../../app/me.js';
import { Answerable, Due } from '../../components/counting.js';
import { figureText } from '../../components/figures.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { StatusTags } from '../../components/statuses.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { FollowUpCard } from './follow-up-card.js';
import { proposalsWords } from './words.js';
import './proposals.css';

type Promised = ShownProposal['promises'][number];
type Answer = ShownProposal['documents'][number];

const isKept = ({ row, statuses }: Promised): boolean =>
  row.state?.closed === true || statuses?.verified === 'met';
const counts = ({ row }: Promised): boolean => !row.state?.vague && !row.state?.doubleOf;

function AnswerCard({ document: { id, name, meta } }: { readonly document: Answer }) {
  const { labelled } = useWords(joins);
  const t = useWords(proposalsWords);
  const { documentKind } = useWords(terms);
  const { satisfaction } = useWords(standingTerms);
  const me = useMe();
  const title = meta?.title ?? name;
  const form = meta?.form ?? null;
  const facts: (readonly [string, string | null | undefined])[] = [
    [t.undertaker, form?.undertaker ?? meta?.issuer],
    [t.subject, form?.subject],
    [t.manner, form?.manner],
    [t.satisfaction, form ? (form.satisfaction === null ? t.none : satisfaction[form.satisfaction]) : null],
  ];
  return (
    <li>
      {may(me, 'viewer', 'editor', 'auditor', 'administrator') ? (
        <Link to={`/documents/${encodeURIComponent(id)}`}>{title}</Link>
      ) : (
        title
      )}{' '}
      {meta ? <Tag>{documentKind[meta.kind]}</Tag> : null}
      {meta?.resultClass ? (
        <Tag color="blue">
          {t.resultClass} {meta.resultClass}
        </Tag>
      ) : null}
      <span className="quiet">
        {[meta?.date, ...facts.flatMap(([label, value]) => (value ? [labelled(label, value)] : []))]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** What was asked: the answers to it, what they promise, and where each promise stands. */
export function ProposalPage() {
  const { id = '' } = useParams();
  const { list, labelled } = useWords(joins);
  const t = useWords(proposalsWords);
  const { body } = useWords(standingTerms);
  const { data, error, isPending, refetch } = useProposal(id);
  if (error) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />;
  if (isPending) return <Spin className="proposals-opening" />;
  const { proposal, followUp, documents, promises, capped } = data;
  const counted = promises.filter(counts);
  const open = counted.filter((each) => !isKept(each));
  const overdue = open.filter(({ statuses }) => statuses?.schedule === 'overdue');
  const solved = new Set(documents.flatMap(({ id: one, meta }) => (meta?.resultClass === 'A' ? [one] : [])));
  const doubtful = open.filter(({ row }) => solved.has(row.documentId));
  const columns: TableColumnsType<Promised> = [
    {
      key: 'promise',
      title: t.table.promise,
      render: (_, { row }) => (
        <>
          <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{row.indicator || row.quote}</Link>
          <div className="quiet">{row.quote}</div>
        </>
      ),
    },
    { key: 'target', title: t.table.target, width: 130, render: (_, { row }) => figureText(row) },
    {
      key: 'deadline',
      title: t.table.deadline,
      width: 120,
      render: (_, { row }) => <Due row={row} />,
    },
    {
      key: 'responsible',
      title: t.table.responsible,
      width: 180,
      render: (_, { row }) => <Answerable row={row} />,
    },
    {
      key: 'status',
      title: t.table.status,
      width: 340,
      render: (_, { statuses }) => (statuses ? <StatusTags statuses={statuses} /> : null),
    },
  ];
  return (
    <div className="proposal">
      <div className="page-head">
        <Link to="/proposals">{t.back}</Link>
        <h1>
          {[proposal.session, proposal.body === null ? null : body[proposal.body], t.one(proposal.number)]
            .filter(Boolean)
            .join(' ')}
        </h1>
        <span className="quiet">{t.summary(open.length, counted.length - open.length, overdue.length)}</span>
      </div>
      {proposal.title === null ? null : <p>{proposal.title}</p>}
      {proposal.registration ? (
        <p className="quiet">
          {(['proposers', 'lead', 'assisting'] as const)
            .flatMap((part) => {
              const names = proposal.registration?.[part] ?? [];
              return names.length > 0 ? [labelled(t.registered[part], list(names))] : [];
            })
            .join(' · ')}
        </p>
      ) : null}
      {doubtful.length > 0 ? (
        <Alert type="warning" showIcon title={t.solvedButOpen(doubtful.length)} />
      ) : null}
      <FollowUpCard id={proposal.id} followUp={followUp} />
      <section className="card">
        <h2>{t.documents}</h2>
        {documents.length === 0 ? <p className="quiet">{t.noDocuments}</p> : null}
        <ul className="proposal-documents">
          {documents.map((document) => (
            <AnswerCard key={document.id} document={document} />
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>{t.promises}</h2>
        <Table
          size="small"
          rowKey={({ row }) => row.id}
          columns={columns}
          dataSource={promises}
          pagination={promises.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 1_000 }}
          locale={{ emptyText: t.noPromises }}
        />
        {capped ? <p className="quiet">{t.capped}</p> : null}
      </section>
    </div>
  );
}
