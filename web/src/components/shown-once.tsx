import { Button, Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { useWords, words } from '../i18n/words.js';

const texts = words(
  { close: '关闭', copy: '复制', copied: '已复制', notCopied: '没能复制，已选中，请按 Ctrl+C' },
  { close: 'Close', copy: 'Copy', copied: 'Copied', notCopied: 'Not copied: it is selected, press Ctrl+C' },
);

interface Given {
  readonly title: string;
  readonly help: string;
  readonly value: string | null;
  readonly onClose: () => void;
}

/** Copies; false where the browser refuses. Pages without TLS have no clipboard interface, but may copy what is selected. */
async function copied(value: string, field: HTMLTextAreaElement | undefined): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    field?.select();
    return document.execCommand('copy');
  }
}

/** Something that is shown once and kept nowhere. It does not close by a click beside it. */
export function ShownOnce({ title, help, value, onClose }: Given) {
  const t = useWords(texts);
  const field = useRef<TextAreaRef>(null);
  /** What was copied, and whether it was. */
  const [done, setDone] = useState<{ readonly value: string; readonly ok: boolean } | null>(null);
  const copy = async () => {
    if (value === null) return;
    setDone({ value, ok: await copied(value, field.current?.resizableTextArea?.textArea) });
  };
  return (
    <Modal
      open={value !== null}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      footer={[
        <Button key="close" onClick={onClose}>
          {t.close}
        </Button>,
        <Button key="copy" type="primary" onClick={() => void copy()}>
          {t.copy}
        </Button>,
      ]}
    >
      <p>{help}</p>
      <Input.TextArea ref={field} value={value ?? ''} readOnly rows={3} aria-label={title} />
      <p role="status">{done !== null && done.value === value ? (done.ok ? t.copied : t.notCopied) : ''}</p>
    </Modal>
  );
}
