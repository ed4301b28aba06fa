import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Popconfirm, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { issueToken, removeToken, tokensKey, useTokens } from '../../api/people.js';
import type { IssuedToken, NewToken, Token } from '../../api/types.js';
import { staff } from '../../app/me.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ShownOnce } from '../../components/shown-once.js';
import { Time } from '../../components/time.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { tokensWords } from './tokens-words.js';

interface FormGiven {
  readonly onIssued: (issued: IssuedToken) => void;
  readonly onClose: () => void;
}

function NewTokenForm({ onIssued, onClose }: FormGiven) {
  const t = useWords(tokensWords);
  const { role: roles } = useWords(terms);
  const [form] = Form.useForm<NewToken>();
  const issue = useMutation({ mutationFn: issueToken, onSuccess: onIssued });
  return (
    <Modal open title={t.add} onCancel={onClose} onOk={() => form.submit()} confirmLoading={issue.isPending}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'viewer', days: 365 }}
        onFinish={(given) => issue.mutate(given)}
      >
        <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.needName }]}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="role" label={t.role}>
          <Select options={staff.map((value) => ({ value, label: roles[value] }))} />
        </Form.Item>
        <Form.Item name="days" label={t.days}>
          <InputNumber min={1} max={3_650} precision={0} />
        </Form.Item>
      </Form>
      {issue.error ? <ProblemNotice thrown={issue.error} /> : null}
    </Modal>
  );
}

export function TokensPart() {
  const t = useWords(tokensWords);
  const { role: roles } = useWords(terms);
  const client = useQueryClient();
  const { data, error, isPending } = useTokens();
  const [isAdding, setAdding] = useState(false);
  const [issued, setIssued] = useState<IssuedToken | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: tokensKey });
  const remove = useMutation({ mutationFn: removeToken, onSettled: changed });
  const columns: TableColumnsType<Token> = [
    { key: 'name', title: t.name, dataIndex: 'name' },
    { key: 'role', title: t.role, render: (_, { role }) => roles[role] },
    { key: 'created', title: t.created, render: (_, { createdAt }) => <Time at={createdAt} /> },
    {
      key: 'expires',
      title: t.expires,
      render: (_, { expiresAt }) => (expiresAt === null ? t.never : <Time at={expiresAt} />),
    },
    {
      key: 'do',
      title: t.actions,
      render: (_, { id }) => (
        <Popconfirm title={t.removeSure} onConfirm={() => remove.mutate(id)}>
          <Button size="small" danger>
            {t.remove}
          </Button>
        </Popconfirm>
      ),
    },
  ];
  const failed = error ?? remove.error;
  return (
    <>
      <Button type="primary" className="admin-add" onClick={() => setAdding(true)}>
        {t.add}
      </Button>
      <AdminTable
        failed={failed}
        columns={columns}
        rows={data?.tokens}
        isPending={isPending}
        width={700}
        none={t.none}
      />
      {isAdding ? (
        <NewTokenForm
          onClose={() => setAdding(false)}
          onIssued={(given) => {
            setAdding(false);
            setIssued(given);
            void changed();
          }}
        />
      ) : null}
      <ShownOnce
        title={t.valueTitle}
        help={t.valueHelp}
        value={issued?.value ?? null}
        onClose={() => setIssued(null)}
      />
    </>
  );
}
