import { Button, Form, Input, Modal, Popconfirm, Spin } from 'antd';
import { useState } from 'react';
import { useCalendars, useNewCalendar, useRevokeCalendar } from '../../api/calendars.js';
import { useMe } from '../../app/me.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ShownOnce } from '../../components/shown-once.js';
import { Time } from '../../components/time.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { subscribeWords } from './subscribe-words.js';

function NewAddress({ onMade }: { readonly onMade: (url: string) => void }) {
  const t = useWords(subscribeWords);
  const [form] = Form.useForm<{ name: string }>();
  const { mutate, isPending, error } = useNewCalendar();
  const make = ({ name }: { name: string }) =>
    mutate(name.trim(), {
      onSuccess: ({ url }) => {
        form.resetFields();
        onMade(url);
      },
    });
  return (
    <>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={make}>
        <Form.Item
          name="name"
          label={t.name}
          rules={[{ required: true, whitespace: true, message: t.needName }]}
        >
          <Input autoComplete="off" maxLength={64} placeholder={t.example} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t.make}
        </Button>
      </Form>
      {error ? <ProblemNotice thrown={error} /> : null}
    </>
  );
}

function Addresses() {
  const t = useWords(subscribeWords);
  const { labelled } = useWords(joins);
  const { data, error, isPending, refetch } = useCalendars(true);
  const revoke = useRevokeCalendar();
  if (isPending) return <Spin />;
  const failed = error ?? revoke.error;
  return (
    <>
      {failed ? (
        <ProblemNotice thrown={failed} {...(error ? { onRetry: () => void refetch() } : {})} />
      ) : null}
      {data?.calendars.length === 0 ? <p className="quiet">{t.none}</p> : null}
      <ul className="calendar-addresses">
        {data?.calendars.map(({ id, name, createdAt }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="quiet">
              {labelled(t.made, '')}
              <Time at={createdAt} />
            </span>
            <Popconfirm title={t.revokeSure} okText={t.revoke} onConfirm={() => revoke.mutate(id)}>
              <Button size="small" danger>
                {t.revoke}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Addresses by which one's own calendar programs keep themselves current: made, listed, taken back. */
export function Subscribe({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(subscribeWords);
  const { via } = useMe();
  const [url, setUrl] = useState<string | null>(null);
  return (
    <>
      <Modal open={open} title={t.title} footer={null} onCancel={onClose}>
        <p>{t.help}</p>
        {via === 'session' ? (
          <>
            <Addresses />
            <NewAddress onMade={setUrl} />
          </>
        ) : (
          <p role="status">{t.noAccount}</p>
        )}
      </Modal>
      <ShownOnce title={t.valueTitle} help={t.valueHelp} value={url} onClose={() => setUrl(null)} />
    </>
  );
}
