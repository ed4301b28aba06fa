import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { changeUser, inviteUser, usersKey, usersQuery } from '../../api/people.js';
import { isProblem } from '../../api/problem.js';
import { sessionKey } from '../../api/session.js';
import type { Invited, NewPerson, Person, Role } from '../../api/types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { ProposalsSelect } from './proposals-select.js';
import { usersWords } from './users-words.js';

interface Given {
  /** Whom to change; null: somebody new. */
  readonly person: Person | null;
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}

const editable = ['name', 'role', 'units', 'proposalIds'] as const;

/** What a role is bound to is kept with that role alone. */
const bound = ({ role, units = [], proposalIds = [] }: NewPerson) => ({
  units: role === 'unit' ? units : [],
  proposalIds: role === 'deputy' ? proposalIds : [],
});

/** Adds or changes an account: who it is, what it may do and what it sees. */
export function UserForm({ person, onInvited, onClose }: Given) {
  const t = useWords(usersWords);
  const { role: roles } = useWords(terms);
  const client = useQueryClient();
  const [form] = Form.useForm<NewPerson>();
  const role = Form.useWatch('role', form) ?? person?.role;
  // The one that the change is made from: after a refusal as somebody else has left them.
  const [current, setCurrent] = useState(person);
  /** Takes over what somebody else changed and was not touched here; what was typed stays. */
  const refresh = async () => {
    const users = await client.fetchQuery({ ...usersQuery, staleTime: 0 }).catch(() => null);
    const now = users?.users.find(({ id }) => id === person?.id);
    if (!now) return;
    const untouched = editable.filter((name) => !form.isFieldTouched(name));
    form.setFieldsValue(Object.fromEntries(untouched.map((name) => [name, now[name]])));
    setCurrent(now);
  };
  const save = useMutation({
    mutationFn: async (given: NewPerson): Promise<Invited | null> => {
      if (current === null) return inviteUser({ ...given, ...bound(given) });
      await changeUser(current, { name: given.name, role: given.role, ...bound(given) });
      return null;
    },
    onSuccess: (invited) => {
      if (invited) return onInvited(invited);
      // Who changes their own role sees another page.
      void client.invalidateQueries({ queryKey: sessionKey });
      onClose();
    },
    onError: (thrown) => (isProblem(thrown, 412) ? refresh() : undefined),
    onSettled: () => (person === null ? undefined : client.invalidateQueries({ queryKey: usersKey })),
  });
  return (
    <Modal
      open
      title={person === null ? t.add : t.change}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <Form<NewPerson>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={person ?? { role: 'viewer' }}
        onFinish={(given) => save.mutate(given)}
      >
        <Form.Item
          name="login"
          label={t.login}
          rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, message: t.needLogin }]}
        >
          <Input autoComplete="off" maxLength={64} disabled={person !== null} />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.needName }]}>
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        <Form.Item name="role" label={t.role}>
          <Select options={(Object.keys(roles) as Role[]).map((value) => ({ value, label: roles[value] }))} />
        </Form.Item>
        {role === 'unit' ? (
          <Form.Item
            name="units"
            label={t.units}
            extra={t.unitsHelp}
            rules={[{ required: true, type: 'array', min: 1, message: t.needUnits }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        ) : null}
        {role === 'deputy' ? (
          <Form.Item name="proposalIds" label={t.proposals} extra={t.proposalsHelp}>
            <ProposalsSelect />
          </Form.Item>
        ) : null}
      </Form>
      {save.error ? <ProblemNotice thrown={save.error} /> : null}
      {isProblem(save.error, 412) ? <p role="status">{t.refreshed}</p> : null}
    </Modal>
  );
}
