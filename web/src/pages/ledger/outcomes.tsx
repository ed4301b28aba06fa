import { Button, Modal } from 'antd';
import type { ListedRow } from '../../api/types.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { bulkWords } from './bulk-words.js';

export interface NotDone {
  readonly row: ListedRow;
  readonly why: string;
}
export interface Told {
  readonly done: number;
  readonly left: readonly NotDone[];
}

const nameOf = ({ indicator, quote }: ListedRow): string => indicator || quote.slice(0, 40);

/** What became of the rows that something was done with. */
export function Outcomes({ told, onClose }: { readonly told: Told | null; readonly onClose: () => void }) {
  const { labelled } = useWords(joins);
  const t = useWords(bulkWords);
  return (
    <Modal
      open={told !== null}
      title={t.title}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <p role="status">{told ? t.done(told.done) : ''}</p>
      {told && told.left.length > 0 ? (
        <>
          <p>{t.notDone(told.left.length)}</p>
          <ul className="bulk-left">
            {told.left.map(({ row, why }) => (
              <li key={row.id}>
                <strong>{labelled(nameOf(row), '')}</strong>
                {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Modal>
  );
}
