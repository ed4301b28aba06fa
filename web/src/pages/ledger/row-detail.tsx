import { Descriptions, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useRow } from '../../api/ledger.js';
import type { ListedRow } from '../../api/types.js';
import { DocumentLink } from '../../components/document-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { StatusTags } from '../../components/statuses.js';
import { useWords } from '../../i18n/words.js';
import { type ColumnKey, columnOf } from './columns.js';
import { ledgerWords } from './words.js';

const fields: readonly ColumnKey[] = [
  'value',
  'deadline',
  'responsible',
  'strength',
  'kind',
  'missing',
  'section',
];

function Passage({ row }: { readonly row: ListedRow }) {
  const { data, error, isPending } = useRow(row.id);
  if (error) return <ProblemNotice thrown={error} />;
  if (isPending) return <Skeleton active title={false} />;
  const { before, quote, after } = data.passage ?? { before: '', quote: row.quote, after: '' };
  return (
    <blockquote className="passage">
      {before}
      <mark>{quote}</mark>
      {after}
    </blockquote>
  );
}

/** What a row says, with its passage in the source. */
export function RowDetail({ row }: { readonly row: ListedRow }) {
  const t = useWords(ledgerWords);
  const { statuses, document } = row;
  return (
    <>
      {statuses ? (
        <p>
          <StatusTags statuses={statuses} />
        </p>
      ) : null}
      {row.stance === 'commitment' ? (
        <p>
          <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{t.openPromise}</Link>
        </p>
      ) : null}
      <h3>{t.source}</h3>
      <Passage row={row} />
      <p>
        <DocumentLink documentId={row.documentId} itemId={row.id}>
          {document.title ?? document.name}
        </DocumentLink>
        {row.page === null ? null : <span className="quiet"> · {t.page(row.page)}</span>}
      </p>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={fields
          .filter((key) => key !== 'missing' || row.missing.length > 0)
          .map((key) => ({ key, label: t.columns[key], children: columnOf(key).cell(row) }))}
      />
    </>
  );
}
