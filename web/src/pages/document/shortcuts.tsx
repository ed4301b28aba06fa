import { Modal } from 'antd';
import { KeyCap } from '../../components/key-cap.js';
import { useWords } from '../../i18n/words.js';
import { documentWords } from './words.js';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['A', 'accept'],
  ['E', 'correct'],
  ['R', 'reject'],
  ['N', 'add'],
  ['T', 'switch'],
  ['Enter', 'open'],
  ['?', 'help'],
] as const;

export function Shortcuts({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(documentWords);
  return (
    <Modal open={open} title={t.help} footer={null} onCancel={onClose} width={360}>
      <dl className="shortcuts">
        {keys.map(([key, action]) => (
          <div key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{t.keys[action]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
