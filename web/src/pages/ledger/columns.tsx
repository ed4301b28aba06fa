import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ListedRow } from '../../api/types.js';
import { Answerable, Due } from '../../components/counting.js';
import { Light } from '../../components/light.js';
import { Marked } from '../../components/marked.js';
import { StatusTag } from '../../components/status-tag.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import type { ledgerWords } from './words.js';

export type ColumnKey = keyof typeof ledgerWords.zh.columns;

interface Column {
  readonly key: ColumnKey;
  readonly width: number;
  /** Columns of an export that hold what it shows. */
  readonly exported: readonly string[];
  readonly cell: (row: ListedRow) => ReactNode;
}

function Value({ row: { valueText, kind } }: { readonly row: ListedRow }) {
  const words = useWords(terms);
  return valueText ?? <span className="quiet">{words.kind[kind]}</span>;
}

function Word({ of, value }: { readonly of: 'stance' | 'strength' | 'kind'; readonly value: string }) {
  return (useWords(terms)[of] as Readonly<Record<string, string>>)[value];
}

function Missing({ row }: { readonly row: ListedRow }) {
  const { missing } = useWords(terms);
  return row.missing.map((element) => <Tag key={element}>{missing[element]}</Tag>);
}

const statuses = (kind: 'schedule' | 'verified' | 'claimed') => (row: ListedRow) =>
  row.statuses && <StatusTag kind={kind} of={row.statuses[kind]} />;

/** Every column that the ledger can show, in the order that it shows them in at first. */
export const columns: readonly Column[] = [
  {
    key: 'light',
    width: 64,
    exported: [],
    cell: ({ statuses: on }) => (on ? <Light of={on.light} /> : null),
  },
  {
    key: 'stance',
    width: 112,
    exported: ['stance'],
    cell: ({ stance }) => <Word of="stance" value={stance} />,
  },
  {
    key: 'indicator',
    width: 220,
    exported: ['indicator'],
    cell: ({ indicator, marks }) => <Marked text={indicator} spans={marks?.indicator} />,
  },
  { key: 'value', width: 130, exported: ['valueText'], cell: (row) => <Value row={row} /> },
  {
    key: 'deadline',
    width: 110,
    exported: ['deadline'],
    cell: (row) => <Due row={row} />,
  },
  {
    key: 'responsible',
    width: 170,
    exported: ['responsible'],
    cell: (row) => <Answerable row={row} />,
  },
  { key: 'schedule', width: 108, exported: ['schedule'], cell: statuses('schedule') },
  { key: 'verified', width: 124, exported: ['verified'], cell: statuses('verified') },
  { key: 'claimed', width: 128, exported: ['claimed'], cell: statuses('claimed') },
  {
    key: 'quote',
    width: 320,
    exported: ['quote'],
    cell: ({ quote, marks }) => <Marked text={quote} spans={marks?.quote} />,
  },
  {
    key: 'document',
    width: 220,
    exported: ['documentTitle'],
    cell: ({ document: { title, name } }) => title ?? name,
  },
  {
    key: 'strength',
    width: 100,
    exported: ['strength'],
    cell: ({ strength }) => <Word of="strength" value={strength} />,
  },
  { key: 'missing', width: 170, exported: ['missing'], cell: (row) => <Missing row={row} /> },
  {
    key: 'proposal',
    width: 120,
    exported: ['proposalNumber'],
    cell: ({ document: { proposalNumber } }) => proposalNumber,
  },
  { key: 'issuer', width: 150, exported: ['issuer'], cell: ({ document: { issuer } }) => issuer },
  { key: 'kind', width: 108, exported: ['kind'], cell: ({ kind }) => <Word of="kind" value={kind} /> },
  { key: 'section', width: 200, exported: ['section'], cell: ({ section }) => section.join(' / ') },
];

export const columnOf = (key: ColumnKey): Column => {
  const found = columns.find((column) => column.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};
