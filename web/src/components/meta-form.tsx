import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type MetaFields, useCorrectMeta } from '../api/meta.js';
import { useReadAnew } from '../api/one-document.js';
import { isProblem } from '../api/problem.js';
import type { StoredDocument } from '../api/types.js';
import { standingTerms } from '../i18n/standing-terms.js';
import { useWords, words } from '../i18n/words.js';
import { dropDraft, keepDraft, readDraft } from './drafts.js';
import { useProblemText } from './problem-notice.js';
import './form-notice.css';
import './meta-form.css';

const metaWords = words(
  {
    title: '更正文件信息',
    fields: {
      title: '标题',
      docNumber: '文号',
      proposalNumber: '建议提案编号',
      body: '建议提案类别',
      session: '届次',
      issuer: '单位',
      date: '成文日期（年-月-日）',
    },
    asRead: (value: string | null) => `读出的是：${value ?? '没有'}`,
    noBody: '没有',
    reason: '理由',
    usualReason: '与原件核对后更正',
    needReason: '请写理由',
    badDay: '请写成 2026-12-31 这样',
    nothing: '没有改动任何一项',
    kept: '这是您上次填了没有保存的内容，请核对后再保存。',
    conflict:
      '别人刚刚更正过这份文件，您的更正没有保存。您没动过的各项已换成现在的内容；动过的请与旁边核对后再保存。',
    asNow: (value: string | null) => `现在是：${value ?? '没有'}`,
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
      body: 'Kind of proposal',
      session: 'Session',
      issuer: 'Office',
      date: 'Dated (year-month-day)',
    },
    asRead: (value: string | null) => `It was read as: ${value ?? 'none'}`,
    noBody: 'None',
    reason: 'Reason',
    usualReason: 'Checked against the original',
    needReason: 'Give a reason',
    badDay: 'Write it as 2026-12-31',
    nothing: 'Nothing is changed',
    kept: 'This is what you typed last time and did not save: check it before you save.',
    conflict:
      'Somebody else has just corrected this document, and yours was not saved. What you had not touched is as it is now; check the rest against what stands beside it before you save.',
    asNow: (value: string | null) => `It is now: ${value ?? 'none'}`,
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The document is corrected',
  },
);

const names = ['title', 'docNumber', 'proposalNumber', 'body', 'session', 'issuer', 'date'] as const;
type Values = Record<(typeof names)[number] | 'reason', string>;

interface Given {
  readonly document: StoredDocument;
  readonly onClose: () => void;
  /** With the document as it is once it was saved, or once it turned out that somebody else has corrected it. */
  readonly onNews: (now: StoredDocument) => void;
}

const valuesOf = ({ meta }: StoredDocument) =>
  Object.fromEntries(names.map((name) => [name, meta?.[name] ?? '']));

/** Only what is otherwise than in the document that the form was filled from. */
const changesOf = ({ meta }: StoredDocument, values: Omit<Values, 'reason'>): MetaFields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name].trim() || null;
      return value === (meta?.[name] ?? null) ? [] : [[name, value]];
    }),
  );

interface BesideGiven {
  readonly name: (typeof names)[number];
  readonly meta: StoredDocument['meta'];
  /** Somebody else has set it since the form was opened. */
  readonly isNow: boolean;
}

/** What a field was read as, and what it is now where that may be another than what stands in it. */
function Beside({ name, meta, isNow }: BesideGiven) {
  const t = useWords(metaWords);
  const { body } = useWords(standingTerms);
  const told = (value: string | null) => (value === 'npc' || value === 'cppcc' ? body[value] : value);
  const read = meta?.asRead?.[name];
  return (
    <>
      {isNow ? <div>{t.asNow(told(meta?.[name] ?? null))}</div> : null}
      {read === undefined ? null : <div>{t.asRead(told(read))}</div>}
    </>
  );
}

/** What was recognised of a document as a whole, to be set right, with the reason why. */
export function MetaForm({ document, onClose, onNews }: Given) {
  const t = useWords(metaWords);
  const { body } = useWords(standingTerms);
  const bodies = Object.entries({ '': t.noBody, ...body }).map(([value, label]) => ({ value, label }));
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [form] = Form.useForm<Values>();
  const { mutate, isPending } = useCorrectMeta();
  const { id } = document;
  const readAnew = useReadAnew(id);
  const draft = `meta ${id}`;
  // What the form was filled from: the document may be read again while somebody writes.
  const filled = useRef(document);
  const [isKept, setKept] = useState(false);
  const [theirs, setTheirs] = useState<StoredDocument | null>(null);
  const fill = useEffectEvent(() => {
    const kept = readDraft(draft);
    form.setFieldsValue({ ...valuesOf(document), reason: t.usualReason, ...kept });
    setKept(Object.keys(kept).length > 0);
  });
  useEffect(() => fill(), []);
  /** What was not touched is as it is now; what was stays, beside what it is now. */
  const refused = async (thrown: unknown) => {
    const now = isProblem(thrown, 409, 412) ? await readAnew().catch(() => null) : null;
    if (now === null) return void message.error(textOf(thrown));
    const typed = changesOf(filled.current, form.getFieldsValue());
    const untouched = Object.entries(valuesOf(now)).filter(([name]) => !(name in typed));
    form.setFieldsValue(Object.fromEntries(untouched));
    filled.current = now;
    setTheirs(now);
    onNews(now);
  };
  const save = ({ reason, ...values }: Values) => {
    const fields = changesOf(filled.current, values);
    if (Object.keys(fields).length === 0) {
      form.setFields([{ name: 'reason', errors: [t.nothing] }]);
      return;
    }
    mutate(
      { document: filled.current, fields, reason: reason.trim() },
      {
        onSuccess: (saved) => {
          dropDraft(draft);
          void message.success(t.saved);
          onNews(saved);
          onClose();
        },
        onError: (thrown) => void refused(thrown),
      },
    );
  };
  const cancel = () => {
    dropDraft(draft);
    onClose();
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
      {isKept ? <Alert className="form-notice" type="info" showIcon title={t.kept} /> : null}
      {theirs ? (
        <Alert className="form-notice" type="warning" showIcon role="alert" title={t.conflict} />
      ) : null}
      <Form<Values>
        className="meta-form"
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
            {...(name === 'title' ? { className: 'meta-form-wide' } : {})}
            extra={
              theirs !== null || document.meta?.asRead?.[name] !== undefined ? (
                <Beside name={name} meta={(theirs ?? document).meta} isNow={theirs !== null} />
              ) : undefined
            }
            rules={name === 'date' ? [{ pattern: /^\s*(\d{4}-\d{2}-\d{2})?\s*$/, message: t.badDay }] : []}
          >
            {name === 'body' ? (
              <Select options={bodies} />
            ) : (
              <Input maxLength={name === 'title' ? 500 : 200} />
            )}
          </Form.Item>
        ))}
        <Form.Item
          name="reason"
          className="meta-form-wide"
          label={t.reason}
          rules={[{ required: true, whitespace: true, message: t.needReason }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
