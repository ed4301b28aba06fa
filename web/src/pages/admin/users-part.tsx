import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Space, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { changeUser, inviteUser, linkFor, usersKey, useUsers } from '../../api/people.js';
import { sessionKey } from '../../api/session.js';
import type { Invited, NewPerson, Person, Role } from '../../api/types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Time } from '../../components/time.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { ShownOnce } from './shown-once.js';
import { adminWords } from './words.js';

interface FormGiven {
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}

function NewUser({ onInvited, onClose }: FormGiven) {
  const { users: t } = useWords(adminWords);
  const { role: roles } = useWords(terms);
  const [form] = Form.useForm<NewPerson>();
  const role = Form.useWatch('role', form);
  const invite = useMutation({ mutationFn: inviteUser, onSuccess: onInvited });
  return (
    <Modal open title={t.add} onCancel={onClose} onOk={() => form.submit()} confirmLoading={invite.isPending}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'viewer' }}
        onFinish={(given) => invite.mutate(given)}
      >
        <Form.Item
          name="login"
          label={t.login}
          rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, message: t.needLogin }]}
        >
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.needName }]}>
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        <Form.Item name="role" label={t.role}>
          <Select options={(Object.keys(roles) as Role[]).map((value) => ({ value, label: roles[value] }))} />
        </Form.Item>
        {role === 'unit' ? (
          <Form.Item name="units" label={t.units} help={t.unitsHelp}>
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        ) : null}
      </Form>
      {invite.error ? <ProblemNotice thrown={invite.error} /> : null}
    </Modal>
  );
}

export function UsersPart() {
  const { users: t } = useWords(adminWords);
  const { role: roles } = useWords(terms);
  const client = useQueryClient();
  const { data, error, isPending } = useUsers();
  const [isAdding, setAdding] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: usersKey });
  const change = useMutation({
    mutationFn: ({ person, disabled }: { person: Person; disabled: boolean }) =>
      changeUser(person, { disabled }),
    onSettled: changed,
  });
  const link = useMutation({ mutationFn: linkFor, onSuccess: setInvited });
  const columns: TableColumnsType<Person> = [
    { key: 'login', title: t.login, dataIndex: 'login' },
    { key: 'name', title: t.name, dataIndex: 'name' },
    { key: 'role', title: t.role, render: (_, { role }) => roles[role] },
    { key: 'units', title: t.units, render: (_, { units }) => units.join('、') },
    {
      key: 'state',
      title: t.state,
      render: (_, { disabled }) => (
        <Tag color={disabled ? 'default' : 'success'}>{disabled ? t.disabled : t.active}</Tag>
      ),
    },
    { key: 'created', title: t.created, render: (_, { createdAt }) => <Time at={createdAt} /> },
    {
      key: 'do',
      title: t.actions,
      render: (_, person) => (
        <Space>
          <Button size="small" onClick={() => link.mutate(person.id)}>
            {t.link}
          </Button>
          <Button size="small" onClick={() => change.mutate({ person, disabled: !person.disabled })}>
            {person.disabled ? t.enable : t.disable}
          </Button>
        </Space>
      ),
    },
  ];
  const failed = error ?? change.error ?? link.error;
  return (
    <>
      <Button type="primary" className="admin-add" onClick={() => setAdding(true)}>
        {t.add}
      </Button>
      {failed ? <ProblemNotice thrown={failed} /> : null}
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data?.users ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: t.none }}
      />
      {isAdding ? (
        <NewUser
          onClose={() => setAdding(false)}
          onInvited={(given) => {
            setAdding(false);
            setInvited(given);
          }}
        />
      ) : null}
      <ShownOnce
        title={t.linkTitle}
        help={t.linkHelp(invited?.user.name ?? '')}
        value={invited?.link ?? null}
        onClose={() => {
          setInvited(null);
          void changed();
          // The first account closes what was open: who was nobody has to sign in now.
          void client.invalidateQueries({ queryKey: sessionKey });
        }}
      />
    </>
  );
}
