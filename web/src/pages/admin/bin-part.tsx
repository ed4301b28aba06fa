import { App, Button, Popconfirm, type TableColumnsType } from 'antd';
import { type Binned, useBin, useBinning } from '../../api/bin.js';
import { may, useMe } from '../../app/me.js';
import { Time } from '../../components/time.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { binWords } from './bin-words.js';
import { trailWords } from './trail-words.js';

/** Documents that were put into the bin: taken out again, or, once their time is over, removed for good. */
export function BinPart() {
  const t = useWords(binWords);
  const { actors: named } = useWords(trailWords);
  const actors: Readonly<Record<string, string>> = named;
  const me = useMe();
  const { message } = App.useApp();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useBin();
  const { restore, empty } = useBinning();
  const columns: TableColumnsType<Binned> = [
    { key: 'name', title: t.name, render: (_, { document }) => document.meta?.title ?? document.name },
    { key: 'by', title: t.by, width: 120, render: (_, { binnedBy }) => actors[binnedBy] ?? binnedBy },
    { key: 'at', title: t.at, width: 150, render: (_, { binnedAt }) => <Time at={binnedAt} /> },
    {
      key: 'removable',
      title: t.removable,
      width: 170,
      render: (_, { removableFrom }) => <Time at={removableFrom} />,
    },
    {
      key: 'do',
      title: t.actions,
      width: 100,
      render: (_, { document: { id } }) => (
        <Button
          size="small"
          loading={restore.isPending && restore.variables === id}
          onClick={() => restore.mutate(id, { onSuccess: () => void message.success(t.restored) })}
        >
          {t.restore}
        </Button>
      ),
    },
  ];
  const rows = data?.pages.flatMap(({ documents }) => documents);
  return (
    <>
      <p className="quiet">{t.help}</p>
      {may(me, 'administrator') ? (
        <Popconfirm
          title={t.emptySure}
          onConfirm={() =>
            empty.mutate(undefined, {
              onSuccess: ({ removed, days }) => void message.success(t.emptied(removed, days)),
            })
          }
        >
          <Button danger className="admin-add" loading={empty.isPending}>
            {t.empty}
          </Button>
        </Popconfirm>
      ) : null}
      <AdminTable
        failed={error ?? restore.error ?? empty.error}
        columns={columns}
        rows={rows?.map((row) => ({ ...row, id: row.document.id }))}
        isPending={isPending}
        width={800}
        none={t.none}
      />
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}
