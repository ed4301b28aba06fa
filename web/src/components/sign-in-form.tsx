import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { signIn } from '../api/session.js';
import { useWords, words } from '../i18n/words.js';
import { ProblemNotice } from './problem-notice.js';
import './sign-in-form.css';

const texts = words(
  {
    login: '用户名',
    password: '密码',
    submit: '登录',
    needLogin: '请填写用户名',
    needPassword: '请填写密码',
    help: '忘记密码，或还没有账号：请管理员在“管理”里发一个设置密码的链接。',
  },
  {
    login: 'User name',
    password: 'Password',
    submit: 'Sign in',
    needLogin: 'Enter your user name',
    needPassword: 'Enter your password',
    help: 'No password or no account yet: ask an administrator for a link to set one.',
  },
);

/** Name and password; `onDone` once they are taken. */
export function SignInForm({ onDone }: { readonly onDone: () => Promise<unknown> }) {
  const t = useWords(texts);
  const attempt = useMutation({
    mutationFn: ({ login, password }: { login: string; password: string }) => signIn(login, password),
    onSuccess: onDone,
  });
  return (
    <div className="sign-in-form">
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
  );
}
