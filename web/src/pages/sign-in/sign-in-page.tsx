import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { sessionKey, signIn, useSession } from '../../api/session.js';
import icon from '../../app/icon.svg';
import { Opening } from '../../app/layout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords, words } from '../../i18n/words.js';
import './sign-in.css';

const texts = words(
  {
    title: '登录践诺',
    login: '用户名',
    password: '密码',
    submit: '登录',
    needLogin: '请填写用户名',
    needPassword: '请填写密码',
    help: '忘记密码，或还没有账号：请管理员在“管理”里发一个设置密码的链接。',
  },
  {
    title: 'Sign in to Jiannuo',
    login: 'User name',
    password: 'Password',
    submit: 'Sign in',
    needLogin: 'Enter your user name',
    needPassword: 'Enter your password',
    help: 'No password or no account yet: ask an administrator for a link to set one.',
  },
);

/** Only an address of this page: a link from elsewhere may not lead away. */
const backTo = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/');

export function SignInPage() {
  const t = useWords(texts);
  const [search] = useSearchParams();
  const client = useQueryClient();
  const session = useSession();
  const attempt = useMutation({
    mutationFn: ({ login, password }: { login: string; password: string }) => signIn(login, password),
    onSuccess: () => {
      // What somebody else was shown in this tab is not this person's to see.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
      return client.invalidateQueries({ queryKey: sessionKey });
    },
  });
  if (session.isPending) return <Opening />;
  if (session.data) return <Navigate to={backTo(search.get('to'))} replace />;
  return (
    <main className="narrow">
      <div className="card sign-in">
        <h1>
          <img src={icon} alt="" width={32} height={32} /> {t.title}
        </h1>
        <Form layout="vertical" requiredMark={false} onFinish={attempt.mutate} disabled={attempt.isPending}>
          <Form.Item name="login" label={t.login} rules={[{ required: true, message: t.needLogin }]}>
            <Input autoComplete="username" autoFocus maxLength={200} />
          </Form.Item>
          <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.needPassword }]}>
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          {attempt.error ? <ProblemNotice thrown={attempt.error} /> : null}
          <Button type="primary" htmlType="submit" block loading={attempt.isPending}>
            {t.submit}
          </Button>
        </Form>
        <p className="quiet">{t.help}</p>
      </div>
    </main>
  );
}
