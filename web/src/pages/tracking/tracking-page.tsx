import { App, Button, Empty, Spin } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useDocument, useLinks, useUnmentioned } from '../../api/one-document.js';
import { useDecide } from '../../api/promises.js';
import type { ReportLink } from '../../api/standing-types.js';
import { may, useMe } from '../../app/me.js';
import { ProblemNotice, useProblemText } from '../../components/problem-notice.js';
import { useKeys } from '../../components/use-keys.js';
import { useWords } from '../../i18n/words.js';
import { decidable, LinkCard, saidOf } from './link-card.js';
import { Unmentioned } from './unmentioned.js';
import { trackingWords } from './words.js';
import './tracking.css';

/** A report held against promises, one below the other: what was promised on the left, what is reported on the right. */
export function TrackingPage() {
  const { id = '' } = useParams();
  const t = useWords(trackingWords);
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { data: document } = useDocument(id);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useLinks(id);
  const unmentioned = useUnmentioned(id);
  const { mutate, isPending: busy } = useDecide();
  const [chosen, setChosen] = useState(0);

  const links = data?.pages.flatMap((page) => page.links) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const mayReview = may(me, 'editor', 'auditor', 'administrator');
  const step = (by: 1 | -1) => setChosen((at) => Math.min(links.length - 1, Math.max(0, at + by)));
  const decide = (link: ReportLink | undefined, kind: 'confirm' | 'deny') => {
    if (!link || busy) return;
    if (!mayReview) return void message.info(t.noRight);
    const evidence = decidable(link);
    if (!evidence) return void message.info(t.nothing);
    const { id: promise, documentId } = link.row;
    const reason = kind === 'confirm' ? t.confirmReason : t.denyReason;
    mutate(
      {
        id: promise,
        documentId,
        decision: { kind, evidence: evidence.id, reason },
        version: link.standing.version,
      },
      {
        onSuccess: () => {
          void message.success(t.noted[kind]);
          if (links[chosen] === link) step(1);
        },
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    y: () => decide(links[chosen], 'confirm'),
    n: () => decide(links[chosen], 'deny'),
    Enter: () => {
      const link = links[chosen];
      if (link) void navigate(`/commitments/${encodeURIComponent(link.row.id)}`);
    },
  });

  return (
    <div className="tracking">
      <div className="page-head">
        <Link to="/documents">{t.back}</Link>
        <h1>{t.title(document?.meta?.title ?? document?.name ?? '')}</h1>
        <Link to={`/documents/${encodeURIComponent(id)}`}>{t.view}</Link>
      </div>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Spin className="tracking-opening" /> : null}
      {data && links.length === 0 ? <Empty description={t.empty} /> : null}
      {links.length > 0 ? (
        <p className="quiet">
          {t.count(links.filter((link) => saidOf(link) !== null).length, total)}
          <span className="tracking-keys"> · {t.keys}</span>
        </p>
      ) : null}
      <div className="tracking-links">
        {links.map((link, n) => (
          <LinkCard
            key={link.row.id}
            link={link}
            isChosen={n === chosen}
            mayReview={mayReview}
            busy={busy}
            onChoose={() => setChosen(n)}
            onLink={(kind) => decide(link, kind)}
          />
        ))}
      </div>
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
      {unmentioned.error ? (
        <ProblemNotice thrown={unmentioned.error} onRetry={() => void unmentioned.refetch()} />
      ) : null}
      {links.length > 0 && unmentioned.data ? <Unmentioned found={unmentioned.data} /> : null}
    </div>
  );
}
