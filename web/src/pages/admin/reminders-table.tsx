import type { TableColumnsType } from 'antd';
import type { Practice } from '../../api/administration.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { practiceWords } from './practice-words.js';

type Target = NonNullable<Practice['reminders']>['targets'][number];

/** Who is reminded of what, as it is set on the machine of the service. */
export function RemindersTable({ reminders }: { readonly reminders: Practice['reminders'] }) {
  const t = useWords(practiceWords);
  const listed = (days: readonly number[]) => days.join(t.between) || t.none;
  const columns: TableColumnsType<Target> = [
    { key: 'id', title: t.target, dataIndex: 'id' },
    { key: 'kind', title: t.kind, render: (_, { kind }) => t.kinds[kind] },
    { key: 'whose', title: t.whose, render: (_, { login }) => login ?? t.wholeOffice },
    { key: 'before', title: t.before, render: (_, { days }) => listed(days) },
    { key: 'after', title: t.after, render: (_, { overdueDays }) => listed(overdueDays) },
    { key: 'replies', title: t.replies, render: (_, { replyWorkdays }) => listed(replyWorkdays) },
  ];
  return (
    <>
      <h2>{t.reminders}</h2>
      <p className="quiet">{reminders ? t.remindersAt(reminders.at) : t.noReminders}</p>
      {reminders ? (
        <AdminTable
          failed={null}
          columns={columns}
          rows={reminders.targets}
          isPending={false}
          width={800}
          none={t.none}
        />
      ) : null}
    </>
  );
}
