import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { inviteUser } from '../../api/people.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { welcomeWords } from './words.js';

/** The first account: from then on everybody signs in. Its password is set on the page of the one-time link. */
export function AdministratorCard() {
  const { account: t } = useWords(welcomeWords);
  const invited = useMutation({
    mutationFn: (given: { login: string; name: string }) => inviteUser({ ...given, role: 'administrator' }),
    onSuccess: ({ link }) => {
      const { pathname, search } = new URL(link);
      location.assign(pathname + search);
    },
  });
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <Form layout="vertical" requiredMark={false} onFinish={invited.mutate} disabled={invited.isPending}>
        <Form.Item
          name="login"
          label={t.login}
          rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, message: t.needLogin }]}
        >
          <Input autoComplete="username" maxLength={64} />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.needName }]}>
          <Input autoComplete="name" maxLength={64} />
        </Form.Item>
        {invited.error ? <ProblemNotice thrown={invited.error} /> : null}
        <Button htmlType="submit" loading={invited.isPending}>
          {t.action}
        </Button>
      </Form>
    </section>
  );
}
