import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionKey, useSession } from '../api/session.js';
import type { Me } from '../api/types.js';
import { keepDraftsFor } from '../components/drafts.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { useWords } from '../i18n/words.js';
import { useLiveUpdates } from '../live/use-live-updates.js';
import { onReturn } from '../reach/reach.js';
import { ReachNotice } from '../reach/reach-notice.js';
import { DropZone } from '../uploads/drop-zone.js';
import { uploads } from '../uploads/upload-queue.js';
import { uploadWords } from '../uploads/words.js';
import { may, ownerOf, staff } from './me.js';
import { TopBar } from './top-bar.js';
import { useTitle } from './use-title.js';
import { whenIdle } from './when-idle.js';
import { appWords } from './words.js';

const signInAgain = async () => ({ default: (await import('./sign-in-again.js')).SignInAgain });
const SignInAgain = lazy(signInAgain);

export function Opening() {
  const t = useWords(appWords);
  return (
    <div className="opening" role="status">
      <Spin /> <span>{t.loading}</span>
    </div>
  );
}

/** Who was signed in here last, for as long as the page lives: the session's end leaves the page standing. */
function useKnown(me: Me | null | undefined): Me | null {
  const [known, setKnown] = useState<Me | null>(null);
  if (me && me !== known) setKnown(me);
  // Without an account there was no session: the first account has been made.
  return me ?? (known?.via === 'session' ? known : null);
}

/** Takes what belongs to a person along with that person, and goes on where an interruption is over. */
function useGoingOn(me: Me | null | undefined, lost: string): void {
  const client = useQueryClient();
  const owner = me ? ownerOf(me) : null;
  const [before, setBefore] = useState<string | null>(null);
  if (owner !== null && owner !== before) {
    // What somebody else was shown in this tab is not this person's to see, not even until an effect runs.
    if (before !== null) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    keepDraftsFor(owner);
    setBefore(owner);
  }
  const hasEnded = useRef(false);
  useEffect(() => {
    if (owner !== null) uploads.belongTo(owner, lost);
  }, [owner, lost]);
  useEffect(() => {
    if (owner === null) {
      hasEnded.current = me === null;
      return;
    }
    if (!hasEnded.current) return;
    hasEnded.current = false;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    uploads.resume();
  }, [client, me, owner]);
  useEffect(
    () =>
      onReturn(
        // What fails though the service was there all the time fails again.
        (wasAway) =>
          wasAway &&
          void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' }),
      ),
    [client],
  );
}

/** The frame of every page that needs somebody signed in; others are led to sign in, and back. */
export function Layout() {
  const t = useWords(appWords);
  const { lost } = useWords(uploadWords);
  const { data: me, error, isPending, refetch } = useSession();
  const { pathname, search } = useLocation();
  const known = useKnown(me);
  useTitle(me, pathname);
  useLiveUpdates(me !== null && me !== undefined && may(me, ...staff));
  useGoingOn(me, lost);
  useEffect(() => {
    // Not of the first load, and there before it is needed.
    return whenIdle(() => void signInAgain().catch(() => {}));
  }, []);
  if (isPending) return <Opening />;
  // A session that was known stays until the service itself says otherwise: what is being typed is not lost.
  if (error && !known)
    return (
      <main className="narrow">
        <ProblemNotice thrown={error} onRetry={() => void refetch()} />
        <ReachNotice />
      </main>
    );
  if (!known) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <TopBar me={known} />
      <DropZone mayUpload={may(known, 'editor', 'administrator')} />
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Opening />}>
          <Outlet key={ownerOf(known)} context={known} />
        </Suspense>
      </main>
      <ReachNotice />
      {me === null ? (
        <Suspense fallback={<div className="covered" />}>
          <SignInAgain name={known.name} />
        </Suspense>
      ) : null}
    </>
  );
}
