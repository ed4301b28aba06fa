import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { StatisticsGroup } from '../../api/types.js';
import { useWords } from '../../i18n/words.js';
import { dashboardWords } from './words.js';

export const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`);

/** Units side by side; each number opens its rows. */
export function UnitsTable({ units }: { readonly units: readonly StatisticsGroup[] }) {
  const t = useWords(dashboardWords);
  const linked = ({ value }: StatisticsGroup, count: number, more = '') =>
    value === null || count === 0 ? count : <Link to={`/ledger?unitId=${value}${more}`}>{count}</Link>;
  const number = (
    key: 'promises' | 'dueSoon' | 'overdue' | 'vague',
    title: string,
    more = '',
  ): TableColumnsType<StatisticsGroup>[number] => ({
    key,
    title,
    width: 110,
    align: 'right',
    sorter: (a, b) => a[key] - b[key],
    render: (_, group) => (key === 'vague' ? group.vague : linked(group, group[key], more)),
  });
  const columns: TableColumnsType<StatisticsGroup> = [
    { key: 'unit', title: t.unit, render: (_, { label, value }) => label ?? value ?? t.noUnit },
    number('promises', t.total),
    number('dueSoon', t.figures.dueSoon, '&schedule=due_soon'),
    number('overdue', t.figures.overdue, '&schedule=overdue'),
    {
      key: 'rate',
      title: t.figures.metRate,
      width: 130,
      align: 'right',
      sorter: (a, b) => (a.metRate ?? -1) - (b.metRate ?? -1),
      render: (_, { metRate, metOfPastDue, pastDue }) => (
        <span title={t.metOf(metOfPastDue, pastDue)}>{percent(metRate)}</span>
      ),
    },
    number('vague', t.figures.vague),
  ];
  return (
    <Table
      size="small"
      rowKey={({ value }) => value ?? ''}
      columns={columns}
      dataSource={units}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 760 }}
    />
  );
}
