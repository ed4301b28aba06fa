import { Drawer, Spin } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import type { ListedRow } from '../../api/types.js';
import { whenIdle } from '../../app/when-idle.js';
import { useWords } from '../../i18n/words.js';
import { ledgerWords } from './words.js';

const rowDetail = async () => ({ default: (await import('./row-detail.js')).RowDetail });
const RowDetail = lazy(rowDetail);

/** A row with its passage, beside the table. */
export function RowDrawer({
  row,
  onClose,
}: {
  readonly row: ListedRow | null;
  readonly onClose: () => void;
}) {
  const t = useWords(ledgerWords);
  useEffect(() => {
    // Not of the first load, and there before a row is opened.
    return whenIdle(() => void rowDetail().catch(() => {}));
  }, []);
  return (
    <Drawer
      open={row !== null}
      onClose={onClose}
      title={row?.indicator ?? t.detail}
      size={520}
      rootClassName="row-drawer"
      destroyOnHidden
    >
      {row ? (
        <Suspense fallback={<Spin />}>
          <RowDetail row={row} />
        </Suspense>
      ) : null}
    </Drawer>
  );
}
