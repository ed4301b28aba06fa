import { Checkbox, Table, type TableColumnsType } from 'antd';
import type { TableRef } from 'antd/es/table';
import { type ReactNode, type UIEvent, useEffect, useRef } from 'react';
import type { ListedRow } from '../../api/types.js';
import { useWords } from '../../i18n/words.js';
import { bulkWords } from './bulk-words.js';
import type { ChosenColumn } from './column-choice.js';
import { columnOf } from './columns.js';
import type { Chosen } from './use-chosen.js';
import { ledgerWords } from './words.js';

interface Given {
  readonly rows: readonly ListedRow[];
  readonly active: number;
  readonly height: number;
  readonly loading: boolean;
  readonly empty: ReactNode;
  readonly chosen: readonly ChosenColumn[];
  readonly marked: Chosen;
  readonly onOpen: (index: number) => void;
  readonly onNearEnd: () => void;
}

/** Rows so far from the end have the next page asked for. */
const nearEnd = 1_500;
const selectionWidth = 40;

/** The table itself: a few rows are drawn at a time, however many there are. */
export function LedgerTable({
  rows,
  chosen,
  marked,
  active,
  height,
  loading,
  empty,
  onOpen,
  onNearEnd,
}: Given) {
  const bulk = useWords(bulkWords);
  const t = useWords(ledgerWords);
  const table = useRef<TableRef>(null);
  const shown = chosen
    .filter((column) => column.shown)
    .toSorted((a, b) => Number(b.pinned) - Number(a.pinned));
  const columns: TableColumnsType<ListedRow> = shown.map(({ key, pinned }) => {
    const { width, cell } = columnOf(key);
    return {
      key,
      title: t.columns[key],
      width,
      ellipsis: true,
      ...(pinned ? { fixed: 'left' as const } : {}),
      render: (_: unknown, row: ListedRow) => cell(row),
    };
  });
  const isAll = rows.length > 0 && rows.every(({ id }) => marked.has(id));
  const width = shown.reduce((sum, { key }) => sum + columnOf(key).width, selectionWidth);
  useEffect(() => {
    if (active >= 0) table.current?.scrollTo({ index: active });
  }, [active]);
  const onScroll = ({
    currentTarget: { scrollTop, scrollHeight, clientHeight },
  }: UIEvent<HTMLDivElement>) => {
    if (scrollHeight - scrollTop - clientHeight < nearEnd) onNearEnd();
  };
  return (
    <Table<ListedRow>
      virtual
      ref={table}
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      loading={loading}
      rowSelection={{
        columnWidth: selectionWidth,
        fixed: true,
        preserveSelectedRowKeys: true,
        selectedRowKeys: [...marked.ids],
        onChange: (_, next) => marked.set(next),
        getCheckboxProps: ({ indicator, quote }) => ({
          'aria-label': bulk.choose(indicator || quote.slice(0, 40)),
        }),
        columnTitle: (
          <Checkbox
            aria-label={bulk.chooseShown}
            checked={isAll}
            indeterminate={!isAll && marked.ids.length > 0}
            onChange={() => marked.set(isAll ? [] : rows)}
          />
        ),
      }}
      scroll={{ x: width, y: height }}
      onScroll={onScroll}
      rowClassName={(_, index) => (index === active ? 'ledger-row ledger-active' : 'ledger-row')}
      onRow={(_, index = -1) => ({ onClick: () => onOpen(index) })}
      locale={{ emptyText: empty }}
    />
  );
}
