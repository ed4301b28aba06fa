import { Button, Input, Table, type TableColumnsType, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useProposals } from '../../api/proposals.js';
import type { Proposals } from '../../api/standing-types.js';
import { may, staff, useMe } from '../../app/me.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { followUpWords, replyColor } from './follow-up-words.js';
import { ImportList } from './import-list.js';
import { proposalsWords } from './words.js';
import './proposals.css';

type Proposal = Proposals['proposals'][number];

/** Every proposal that a reply or the office's list names. What is looked for stands in the address. */
export function ProposalsPage() {
  const { labelled } = useWords(joins);
  const t = useWords(proposalsWords);
  const f = useWords(followUpWords);
  const me = useMe();
  const { body, satisfaction } = useWords(standingTerms);
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useProposals(text);
  const columns: TableColumnsType<Proposal> = [
    {
      key: 'number',
      title: t.columns.number,
      width: 90,
      render: (_, { id, number }) => <Link to={`/proposals/${encodeURIComponent(id)}`}>{t.one(number)}</Link>,
    },
    {
      key: 'body',
      title: t.columns.body,
      width: 90,
      render: (_, proposal) => (proposal.body === null ? '' : body[proposal.body]),
    },
    { key: 'session', title: t.columns.session, width: 150, render: (_, { session }) => session },
    { key: 'title', title: t.columns.title, render: (_, { title }) => title },
    {
      key: 'proposers',
      title: t.columns.proposers,
      width: 110,
      render: (_, { registration }) => (registration ? t.some(registration.proposers) : null),
    },
    {
      key: 'lead',
      title: t.columns.lead,
      width: 140,
      render: (_, { registration }) => (registration ? t.some(registration.lead) : null),
    },
    {
      key: 'reply',
      title: f.title,
      width: 150,
      render: (_, { followUp: { reply, replyBy, redo } }) => (
        <>
          <Tag color={replyColor[reply]}>{f.reply[reply]}</Tag>
          {reply === 'done' || replyBy === null ? null : <span className="quiet">{replyBy}</span>}
          {redo && redo.answeredOn === null ? <div>{f.redo(redo.by, redo.overdue)}</div> : null}
        </>
      ),
    },
    {
      key: 'class',
      title: f.class,
      width: 90,
      render: (_, { followUp: { resultClass } }) => resultClass && <Tag color="blue">{resultClass}</Tag>,
    },
    {
      key: 'satisfaction',
      title: t.satisfaction,
      width: 160,
      render: (_, { followUp: { ratings } }) =>
        ratings.map(({ by, at, process, result }) => (
          <div key={`${at} ${by}`}>{labelled(by, `${satisfaction[process]} / ${satisfaction[result]}`)}</div>
        )),
    },
    {
      key: 'documents',
      title: t.columns.documents,
      width: 64,
      align: 'right',
      render: (_, { documentIds }) => documentIds.length,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Input.Search
          className="proposals-search"
          aria-label={t.search}
          placeholder={t.search}
          allowClear
          defaultValue={text}
          onSearch={(words) => setSearch(words.trim() === '' ? {} : { text: words.trim() })}
        />
        {may(me, ...staff) ? <Link to="/proposals/audit">{f.audit}</Link> : null}
        {may(me, 'editor', 'administrator') ? <ImportList /> : null}
        {data ? <span className="quiet">{t.count(data.pages[0]?.total ?? 0)}</span> : null}
      </div>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.pages.flatMap(({ proposals }) => proposals) ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 1_230 }}
        locale={{ emptyText: text === '' ? t.empty : t.noneFound }}
      />
      {hasNextPage ? (
        <Button className="proposals-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}
