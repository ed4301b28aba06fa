import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { sessionKey, useSession } from '../../api/session.js';
import icon from '../../app/icon.svg';
import { Opening } from '../../app/layout.js';
import { SignInForm } from '../../components/sign-in-form.js';
import { useWords, words } from '../../i18n/words.js';
import './sign-in.css';

const texts = words({ title: '登录践诺' }, { title: 'Sign in to Jiannuo' });

/** Only an address of this page: a link from elsewhere may not lead away. */
const backTo = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/');

export function SignInPage() {
  const t = useWords(texts);
  const [search] = useSearchParams();
  const client = useQueryClient();
  const session = useSession();
  const enter = () => {
    // What somebody else was shown in this tab is not this person's to see.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    return client.invalidateQueries({ queryKey: sessionKey });
  };
  if (session.isPending) return <Opening />;
  if (session.data) return <Navigate to={backTo(search.get('to'))} replace />;
  return (
    <main className="narrow">
      <div className="card sign-in">
        <h1>
          <img src={icon} alt="" width={32} height={32} /> {t.title}
        </h1>
        <SignInForm onDone={enter} />
      </div>
    </main>
  );
}
