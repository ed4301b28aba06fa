import { Modal } from 'antd';
import { useWords } from '../../i18n/words.js';
import { bulkWords } from './bulk-words.js';
import { ledgerWords } from './words.js';

/** The keys of the ledger. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(ledgerWords);
  const bulk = useWords(bulkWords);
  const keys = [
    ['↑ ↓', t.shortcuts.move],
    ['Enter', t.shortcuts.open],
    ['X', bulk.keys.choose],
    ['Esc', bulk.keys.clear],
    ['/', t.shortcuts.search],
    ['Esc', t.shortcuts.close],
    ['?', t.shortcuts.help],
  ] as const;
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t.help} width={360}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={`${key} ${does}`}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
