import { Table, type TableColumnsType } from 'antd';
import { ProblemNotice } from '../../components/problem-notice.js';

/** What went wrong last, and all rows of a part of the administration at once. */
export function AdminTable<Row extends object>({
  idKey = 'id',
  failed,
  columns,
  rows,
  isPending,
  width,
  none,
}: {
  /** The field that a row is told by. */
  readonly idKey?: string;
  readonly failed: unknown;
  readonly columns: TableColumnsType<Row>;
  /** Undefined until they are there. */
  readonly rows: readonly Row[] | undefined;
  readonly isPending: boolean;
  /** Pixels below which it is scrolled. */
  readonly width: number;
  /** Said where there are none. */
  readonly none: string;
}) {
  return (
    <>
      {failed ? <ProblemNotice thrown={failed} /> : null}
      <Table
        size="small"
        rowKey={idKey}
        columns={columns}
        dataSource={rows ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: width }}
        locale={{ emptyText: none }}
      />
    </>
  );
}
