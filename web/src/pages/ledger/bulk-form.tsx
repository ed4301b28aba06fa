import { Alert, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ManyDecision } from '../../api/many.js';
import { keepDraft, readDraft } from '../../components/drafts.js';
import { useWords } from '../../i18n/words.js';
import { bulkWords } from './bulk-words.js';
import '../../components/form-notice.css';

export type BulkKind = keyof typeof bulkWords.zh.kinds;

interface Values {
  readonly reason: string;
  readonly due?: string;
  readonly units?: string;
}

interface Given {
  /** null: closed. */
  readonly kind: BulkKind | null;
  /** Under which what is typed is kept until it was sent. */
  readonly draft: string;
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
export function BulkForm({ kind, draft, count, busy, onDecide, onCancel }: Given) {
  const t = useWords(bulkWords);
  const [form] = Form.useForm<Values>();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (kind === null) return;
    const kept = readDraft(draft);
    form.resetFields();
    form.setFieldsValue(kept);
    setKept(Object.keys(kept).length > 0);
  }, [kind, draft, form]);
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
      {isKept ? <Alert className="form-notice" type="info" showIcon title={t.kept} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        onValuesChange={(_, values) => keepDraft(draft, values)}
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
