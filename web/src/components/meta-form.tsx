import { App, Form, Input, Modal } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { type MetaFields, useCorrectMeta } from '../api/meta.js';
import type { StoredDocument } from '../api/types.js';
import { useWords, words } from '../i18n/words.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';
import { useProblemText } from './problem-notice.js';

const metaWords = words(
  {
    title: '更正文件信息',
    fields: {
      title: '标题',
      docNumber: '文号',
      proposalNumber: '建议提案编号',
      issuer: '单位',
      date: '成文日期（年-月-日）',
    },
    asRead: (value: string | null) => `读出的是：${value ?? '没有'}`,
    reason: '理由',
    usualReason: '与原件核对后更正',
    needReason: '请写理由',
    badDay: '请写成 2026-12-31 这样',
    nothing: '没有改动任何一项',
    save: '保存',
    cancel: '取消',
    saved: '已更正文件信息',
  },
  {
    title: 'Correct what the document says of itself',
    fields: {
      title: 'Title',
      docNumber: 'Number',
      proposalNumber: 'Proposal',
      issuer: 'Office',
      date: 'Dated (year-month-day)',
    },
    asRead: (value: string | null) => `It was read as: ${value ?? 'none'}`,
    reason: 'Reason',
    usualReason: 'Checked against the original',
    needReason: 'Give a reason',
    badDay: 'Write it as 2026-12-31',
    nothing: 'Nothing is changed',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The document is corrected',
  },
);

const names = ['title', 'docNumber', 'proposalNumber', 'issuer', 'date'] as const;
type Values = Record<(typeof names)[number] | 'reason', string>;

interface Given {
  readonly document: StoredDocument;
  /** With the document as it is then, or with none where nothing was changed. */
  readonly onClose: (saved: StoredDocument | null) => void;
}

/** What was recognised of a document as a whole, to be set right, with the reason why. */
export function MetaForm({ document, onClose }: Given) {
  const t = useWords(metaWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [form] = Form.useForm<Values>();
  const { mutate, isPending } = useCorrectMeta();
  const { id, meta } = document;
  const draft = `meta ${id}`;
  const fill = useEffectEvent(() => {
    const now = Object.fromEntries(names.map((name) => [name, meta?.[name] ?? '']));
    form.setFieldsValue({ ...now, reason: t.usualReason, ...readDraft(draft) });
  });
  useEffect(() => fill(), []);
  const save = ({ reason, ...values }: Values) => {
    const fields: MetaFields = Object.fromEntries(
      names.flatMap((name) => {
        const value = values[name].trim() || null;
        return value === (meta?.[name] ?? null) ? [] : [[name, value]];
      }),
    );
    if (Object.keys(fields).length === 0) {
      form.setFields([{ name: 'reason', errors: [t.nothing] }]);
      return;
    }
    mutate(
      { document, fields, reason: reason.trim() },
      {
        onSuccess: (saved) => {
          dropDraft(draft);
          void message.success(t.saved);
          onClose(saved);
        },
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  const cancel = () => {
    dropDraft(draft);
    onClose(null);
  };
  return (
    <Modal
      open
      title={t.title}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={cancel}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={save}
        onValuesChange={(changed: Partial<Values>) => keepDraft(draft, { ...readDraft(draft), ...changed })}
      >
        {names.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t.fields[name]}
            extra={meta?.asRead?.[name] === undefined ? undefined : t.asRead(meta.asRead[name])}
            rules={name === 'date' ? [{ pattern: /^\s*(\d{4}-\d{2}-\d{2})?\s*$/, message: t.badDay }] : []}
          >
            <Input maxLength={name === 'title' ? 500 : 200} />
          </Form.Item>
        ))}
        <Form.Item
          name="reason"
          label={t.reason}
          rules={[{ required: true, whitespace: true, message: t.needReason }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
