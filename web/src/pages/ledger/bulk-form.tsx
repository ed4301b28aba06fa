import { Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import type { ManyDecision } from '../../api/many.js';
import { useWords } from '../../i18n/words.js';
import { bulkWords } from './bulk-words.js';

export type BulkKind = keyof typeof bulkWords.zh.kinds;

interface Values {
  readonly reason: string;
  readonly due?: string;
  readonly units?: string;
}

interface Given {
  /** null: closed. */
  readonly kind: BulkKind | null;
  readonly count: number;
  readonly busy: boolean;
  readonly onDecide: (decision: ManyDecision) => void;
  readonly onCancel: () => void;
}

function decisionOf(kind: BulkKind, { reason, due = '', units = '' }: Values): ManyDecision {
  const said = { reason: reason.trim() };
  if (kind === 'extend') return { kind, due: due.trim(), ...said };
  if (kind !== 'assign') return { kind, ...said };
  const responsible = units.split(/[、,，]/u).map((unit) => unit.trim());
  return { kind: 'correct', fields: { responsible: responsible.filter(Boolean) }, ...said };
}

/** One decision on all that are chosen, with the reason that it needs. */
export function BulkForm({ kind, count, busy, onDecide, onCancel }: Given) {
  const t = useWords(bulkWords);
  const [form] = Form.useForm<Values>();
  useEffect(() => {
    if (kind !== null) form.resetFields();
  }, [kind, form]);
  return (
    <Modal
      open={kind !== null}
      title={kind === null ? '' : t.kinds[kind]}
      okText={t.confirm(count)}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={(values) => kind !== null && onDecide(decisionOf(kind, values))}
      >
        {kind === 'extend' ? (
          <Form.Item
            name="due"
            label={t.due}
            rules={[{ required: true, pattern: /^\s*\d{4}-\d{2}-\d{2}\s*$/, message: t.needDay }]}
          >
            <Input placeholder="2026-12-31" />
          </Form.Item>
        ) : null}
        {kind === 'assign' ? (
          <Form.Item
            name="units"
            label={t.units}
            rules={[{ required: true, pattern: /[^、,，\s]/, message: t.needUnits }]}
          >
            <Input maxLength={1000} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="reason"
          label={t.reason}
          rules={[{ required: true, whitespace: true, message: t.needReason }]}
        >
          <Input.TextArea rows={3} maxLength={2000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
