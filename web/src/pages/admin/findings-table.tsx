import { Button, type TableColumnsType, Tag } from 'antd';
import { type Finding, useFindings } from '../../api/administration.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { healthWords } from './health-words.js';

const colors = { ok: 'success', warn: 'warning', missing: 'error', unused: 'default' } as const;

/** What the doctor finds on the machine that answers, each with what is to be done. */
export function FindingsTable() {
  const t = useWords(healthWords);
  const { data, error, isPending, isFetching, refetch } = useFindings();
  const columns: TableColumnsType<Finding> = [
    { key: 'part', title: t.part, dataIndex: 'name', width: 130 },
    {
      key: 'state',
      title: t.state,
      width: 90,
      render: (_, { state }) => <Tag color={colors[state]}>{t.states[state]}</Tag>,
    },
    { key: 'what', title: t.what, dataIndex: 'message' },
  ];
  return (
    <section>
      <h2>{t.findings}</h2>
      <p className="quiet">{t.findingsHelp}</p>
      <Button className="admin-add" loading={isFetching} onClick={() => void refetch()}>
        {t.again}
      </Button>
      <AdminTable
        idKey="check"
        failed={error}
        columns={columns}
        rows={data?.findings}
        isPending={isPending}
        width={700}
        none={t.none}
      />
    </section>
  );
}
