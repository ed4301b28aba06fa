import { Input, Modal, Typography } from 'antd';
import { useWords } from '../../i18n/words.js';
import { adminWords } from './words.js';

interface Given {
  readonly title: string;
  readonly help: string;
  readonly value: string | null;
  readonly onClose: () => void;
}

/** Something that is shown once and kept nowhere. It does not close by a click beside it. */
export function ShownOnce({ title, help, value, onClose }: Given) {
  const t = useWords(adminWords);
  return (
    <Modal
      open={value !== null}
      title={title}
      onOk={onClose}
      onCancel={onClose}
      okText={t.close}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
    >
      <p>{help}</p>
      <Input.TextArea value={value ?? ''} readOnly rows={2} aria-label={title} />
      {navigator.clipboard ? <Typography.Text copyable={{ text: value ?? '', tooltips: t.copy }} /> : null}
    </Modal>
  );
}
