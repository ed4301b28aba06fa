import { Alert, Button, type TableColumnsType } from 'antd';
import { type Backup, isUnderWay, useBackup, useBackups } from '../../api/administration.js';
import { Time } from '../../components/time.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { backupsWords } from './backups-words.js';

const dayMs = 86_400_000;
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function sizeOf(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power]}`;
}

const daysSince = (at: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(at)) / dayMs));

/** Backups of everything: made here, listed, and restored where the service runs. */
export function BackupsPart() {
  const t = useWords(backupsWords);
  const { data, error, isPending } = useBackups();
  const make = useBackup();
  const columns: TableColumnsType<Backup> = [
    { key: 'name', title: t.name, dataIndex: 'name' },
    { key: 'size', title: t.size, width: 110, align: 'right', render: (_, { bytes }) => sizeOf(bytes) },
    { key: 'made', title: t.made, width: 170, render: (_, { madeAt }) => <Time at={madeAt} /> },
    { key: 'age', title: t.age, width: 100, render: (_, { madeAt }) => t.ago(daysSince(madeAt)) },
  ];
  const busy = isUnderWay(data?.job);
  const why = data?.job?.status === 'dead' ? data.job.fault?.message : undefined;
  return (
    <>
      <p className="quiet">{t.help}</p>
      {data?.folder === null ? (
        <Alert className="admin-add" type="info" showIcon title={t.unset} />
      ) : (
        <p>
          <Button type="primary" loading={make.isPending || busy} onClick={() => make.mutate()}>
            {t.make}
          </Button>{' '}
          <span role="status">{busy ? t.making : ''}</span>
        </p>
      )}
      {why === undefined ? null : <Alert className="admin-add" type="error" showIcon title={t.failed(why)} />}
      <AdminTable
        idKey="name"
        failed={error ?? make.error}
        columns={columns}
        rows={data?.backups}
        isPending={isPending}
        width={700}
        none={t.none}
      />
      {data?.folder ? (
        <p>
          {t.folder(data.freeBytes === null ? null : sizeOf(data.freeBytes))}
          <code>{data.folder}</code>
        </p>
      ) : null}
      <h2>{t.restoring}</h2>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
