import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Select } from 'antd';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useClaim } from '../../api/promises.js';
import type { LedgerRow, Statuses } from '../../api/types.js';
import { useMe } from '../../app/me.js';
import { dropDraft, keepDraft, readDraft } from '../../components/drafts.js';
import { useProblemText } from '../../components/problem-notice.js';
import { joins } from '../../i18n/joins.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

interface Values {
  readonly state: Exclude<Statuses['claimed'], 'none'>;
  readonly text: string;
  readonly unit?: string;
}

const states = ['not_started', 'under_way', 'done', 'cannot'] as const;

const isState = (state: string | undefined): state is Values['state'] =>
  states.some((each) => each === state);

type Row = Pick<LedgerRow, 'id' | 'documentId'>;

/** What a unit says of its own promise, with files. */
export function ClaimForm({ row, draft }: { readonly row: Row; readonly draft: string }) {
  const { list } = useWords(joins);
  const t = useWords(commitmentWords);
  const { claimed } = useWords(terms);
  const me = useMe();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [form] = Form.useForm<Values>();
  const files = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const { mutate, isPending } = useClaim(row.id, row.documentId);
  useEffect(() => {
    const { state, ...kept } = readDraft(draft);
    form.setFieldsValue({ ...kept, ...(isState(state) && { state }) });
  }, [draft, form]);
  const send = ({ state, text, unit }: Values) => {
    const body = new FormData();
    body.set('state', state);
    body.set('text', text.trim());
    if (unit?.trim()) body.set('unit', unit.trim());
    for (const file of files.current?.files ?? []) body.append('files', file);
    mutate(body, {
      onSuccess: () => {
        void message.success(t.claimed);
        dropDraft(draft);
        form.resetFields();
        if (files.current) files.current.value = '';
        setNames([]);
      },
      onError: (thrown) => void message.error(textOf(thrown)),
    });
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onFinish={send}
      onValuesChange={(_, values) => keepDraft(draft, values)}
      initialValues={{ state: 'under_way', ...(me.units.length === 1 && { unit: me.units[0] }) }}
    >
      <div className="claim-row">
        <Form.Item name="state" label={t.claimState}>
          <Select options={states.map((value) => ({ value, label: claimed[value] }))} />
        </Form.Item>
        <Form.Item
          name="unit"
          label={t.claimUnit}
          rules={[{ required: me.role === 'unit', message: t.needUnit }]}
        >
          {me.role === 'unit' ? (
            <Select options={me.units.map((value) => ({ value, label: value }))} placeholder={t.needUnit} />
          ) : (
            <Input maxLength={200} />
          )}
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label={t.claimText}
        rules={[{ required: true, whitespace: true, message: t.needText }]}
      >
        <Input.TextArea rows={2} maxLength={10_000} />
      </Form.Item>
      <div className="claim-row claim-send">
        <div className="claim-files">
          <Button icon={<PaperClipOutlined />} onClick={() => files.current?.click()}>
            {t.claimFiles}
          </Button>
          <input
            ref={files}
            className="visually-hidden"
            type="file"
            multiple
            tabIndex={-1}
            aria-label={t.claimFiles}
            onChange={({ target }: ChangeEvent<HTMLInputElement>) =>
              setNames([...(target.files ?? [])].map(({ name }) => name))
            }
          />
          <span className="quiet">{list(names)}</span>
        </div>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t.claim}
        </Button>
      </div>
    </Form>
  );
}
