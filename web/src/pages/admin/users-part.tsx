import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Space, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { changeUser, linkFor, usersKey, useUsers } from '../../api/people.js';
import type { Invited, Person } from '../../api/types.js';
import { useMe } from '../../app/me.js';
import { ShownOnce } from '../../components/shown-once.js';
import { Time } from '../../components/time.js';
import { joins } from '../../i18n/joins.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { UserForm } from './user-form.js';
import { usersWords } from './users-words.js';

export function UsersPart() {
  const { list } = useWords(joins);
  const t = useWords(usersWords);
  const { role: roles } = useWords(terms);
  const me = useMe();
  const client = useQueryClient();
  const { data, error, isPending } = useUsers();
  /** Whose form is open; `new`: somebody's who is not there yet. */
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
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
    { key: 'units', title: t.units, render: (_, { units }) => list(units) },
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
          <Button size="small" onClick={() => setEdited(person)}>
            {t.change}
          </Button>
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
      {me.via === 'local' ? (
        <p className="admin-add">
          {t.first} <Link to="/welcome">{t.toWelcome}</Link>
        </p>
      ) : (
        <Button type="primary" className="admin-add" onClick={() => setEdited('new')}>
          {t.add}
        </Button>
      )}
      <AdminTable
        failed={failed}
        columns={columns}
        rows={data?.users}
        isPending={isPending}
        width={900}
        none={t.none}
      />
      {edited ? (
        <UserForm
          person={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onInvited={(given) => {
            setEdited(null);
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
        }}
      />
    </>
  );
}
