import { Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import type { DecisionKind, NewDecision, Standing } from '../../api/standing-types.js';
import type { Role } from '../../api/types.js';
import { keepDraft, readDraft } from '../../components/drafts.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

/** Decisions that a person makes by this form, those that only some may make apart: src/api/access/rights.ts. */
export function decisionsFor(
  role: Role,
  { closed, vague, doubleOf, review }: Standing,
): readonly DecisionKind[] {
  const audits = role === 'auditor' || role === 'administrator';
  if (!audits && role !== 'editor') return [];
  return [
    ...(audits ? ([closed ? 'reopen' : 'close', 'extend', 'adjust'] as const) : []),
    ...(review === 'accepted' ? [] : (['accept'] as const)),
    'correct',
    ...(review === 'rejected' ? [] : (['reject', vague ? 'clear' : 'vague'] as const)),
    doubleOf === null ? 'merge' : 'unmerge',
  ];
}

interface Values {
  readonly reason: string;
  readonly due?: string;
  readonly into?: string;
}

interface Given {
  /** null: closed. Fields are adjusted and corrected by a form of their own. */
  readonly kind: DecisionKind | null;
  /** Whose reason for which row it is: what is typed is kept under it until it was sent. */
  readonly draft: string;
  readonly busy: boolean;
  readonly onDecide: (decision: NewDecision) => void;
  readonly onCancel: () => void;
}

/** One decision, with the reason that it needs. */
export function DecideForm({ kind, draft, busy, onDecide, onCancel }: Given) {
  const t = useWords(commitmentWords);
  const { decision } = useWords(standingTerms);
  const [form] = Form.useForm<Values>();
  useEffect(() => {
    if (kind === null) return;
    form.resetFields();
    form.setFieldsValue(readDraft(`decide ${kind} ${draft}`));
  }, [kind, draft, form]);
  return (
    <Modal
      open={kind !== null}
      title={kind === null ? '' : decision[kind]}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onValuesChange={(_, values) => keepDraft(`decide ${kind} ${draft}`, values)}
        onFinish={({ reason, due, into }) => {
          if (kind === null) return;
          onDecide({
            kind,
            reason: reason.trim(),
            ...(due !== undefined && { due: due.trim() }),
            ...(into !== undefined && { into: into.trim() }),
          });
        }}
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
        {kind === 'merge' ? (
          <Form.Item
            name="into"
            label={t.into}
            rules={[{ required: true, whitespace: true, message: t.needOther }]}
          >
            <Input />
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
