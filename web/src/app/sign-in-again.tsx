import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { sessionKey } from '../api/session.js';
import { SignInForm } from '../components/sign-in-form.js';
import { useWords, words } from '../i18n/words.js';
import './sign-in-again.css';

const texts = words(
  {
    title: '请重新登录',
    why: (name: string) =>
      `“${name}”的登录已经结束。这一页原样留着，没有保存的内容也在：登录后接着做。换别人登录，则从头打开。`,
  },
  {
    title: 'Sign in again',
    why: (name: string) =>
      `The session of ${name} has ended. The page is kept as it is, with what was not saved: sign in and go on. Somebody else begins anew.`,
  },
);

/** Covers a page whose session has ended, so that nobody reads it, and leaves it standing with all that was typed. */
export function SignInAgain({ name }: { readonly name: string }) {
  const t = useWords(texts);
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sign-in-again"
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
      // A second Escape closes it whatever the page says.
      onClose={() => dialog.current?.showModal()}
    >
      <h1 id="sign-in-again">{t.title}</h1>
      <p>{t.why(name)}</p>
      <SignInForm onDone={() => client.invalidateQueries({ queryKey: sessionKey })} />
    </dialog>
  );
}
