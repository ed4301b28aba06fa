import { Modal } from 'antd';
import { useWords } from '../../i18n/words.js';
import { ledgerWords } from './words.js';

/** The keys of the ledger. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(ledgerWords);
  const keys = [
    ['↑ ↓', t.shortcuts.move],
    ['Enter', t.shortcuts.open],
    ['/', t.shortcuts.search],
    ['Esc', t.shortcuts.close],
    ['?', t.shortcuts.help],
  ] as const;
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t.help} width={360}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
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
