import { Spin } from 'antd';
import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { useWords } from '../i18n/words.js';
import { useLiveUpdates } from '../live/use-live-updates.js';
import { DropZone } from '../uploads/drop-zone.js';
import { may, staff } from './me.js';
import { TopBar } from './top-bar.js';
import { useTitle } from './use-title.js';
import { appWords } from './words.js';

export function Opening() {
  const t = useWords(appWords);
  return (
    <div className="opening" role="status">
      <Spin /> <span>{t.loading}</span>
    </div>
  );
}

/** The frame of every page that needs somebody signed in; others are led to sign in, and back. */
export function Layout() {
  const t = useWords(appWords);
  const { data: me, error, isPending, refetch } = useSession();
  const { pathname, search } = useLocation();
  useTitle(me, pathname);
  useLiveUpdates(me !== null && me !== undefined && may(me, ...staff));
  if (isPending) return <Opening />;
  // A session that was known stays until the service itself says otherwise: what is being typed is not lost.
  if (error && !me)
    return (
      <main className="narrow">
        <ProblemNotice thrown={error} onRetry={() => void refetch()} />
      </main>
    );
  if (!me) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <TopBar me={me} />
      <DropZone mayUpload={may(me, 'editor', 'administrator')} />
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Opening />}>
          <Outlet context={me} />
        </Suspense>
      </main>
    </>
  );
}
