import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { base } from '../../api/client.js';
import { useClaims, useDecisions } from '../../api/promises.js';
import type { Claims, Decisions, PromiseEvidence } from '../../api/standing-types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Time } from '../../components/time.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

type Decision = Decisions['decisions'][number];
type Claim = Claims['claims'][number];

interface Happened {
  readonly key: string;
  /** ISO day or instant: what it is sorted by. */
  readonly at: string;
  readonly color: string;
  readonly content: ReactNode;
}

function DecisionLine({
  decision: { body, madeAt, madeBy, reason, carried },
}: {
  readonly decision: Decision;
}) {
  const t = useWords(commitmentWords);
  const { decision } = useWords(standingTerms);
  const joined = useWords(joins);
  return (
    <>
      <strong>{decision[body.kind]}</strong>
      {body.kind === 'extend' ? joined.inBrackets(t.extended(body.due)) : ''} · {madeBy} ·{' '}
      <Time at={madeAt} />
      <div className="quiet">
        {reason}
        {carried ? '' : t.lost}
      </div>
    </>
  );
}

function ClaimLine({
  id,
  claim: { state, text, unit, files, madeBy, madeAt },
}: {
  readonly id: string;
  readonly claim: Claim;
}) {
  const { claimed, status } = useWords(terms);
  const { labelled } = useWords(joins);
  return (
    <>
      <strong>{labelled(status.claimed, claimed[state])}</strong> · {unit ?? madeBy} · <Time at={madeAt} />
      <div className="quiet">{text}</div>
      {files.map(({ name, sha256 }) => (
        <a
          key={sha256}
          className="claim-file"
          href={`${base}/commitments/${encodeURIComponent(id)}/files/${sha256}`}
          download={name}
        >
          {name}
        </a>
      ))}
    </>
  );
}

/** All that happened to a promise, oldest first: it was made, reports spoke of it, units claimed, people decided. */
export function History({ shown: { row, evidence } }: { readonly shown: PromiseEvidence }) {
  const t = useWords(commitmentWords);
  const asked = [useDecisions(row.id), useClaims(row.id)] as const;
  const [{ data: { decisions } = { decisions: [] } }, { data: { claims } = { claims: [] } }] = asked;
  const failed = asked.find(({ error }) => error !== null);
  const retry = () => {
    for (const { error, refetch } of asked) if (error) void refetch();
  };
  const happened: Happened[] = [
    {
      key: 'made',
      at: row.document.date ?? '',
      color: 'gray',
      content: (
        <>
          <strong>{t.received}</strong> {row.document.date === null ? '' : `· ${row.document.date}`}
          <div className="quiet">{row.document.title ?? row.document.name}</div>
        </>
      ),
    },
    ...evidence.map((each) => ({
      key: each.id,
      at: each.asOf ?? '',
      color: each.reach === 'yes' ? 'green' : 'blue',
      content: (
        <>
          <strong>{t.reported}</strong> {each.valueText ?? ''}{' '}
          {each.asOf === null ? '' : `· ${t.asOf(each.asOf)}`}
          <div className="quiet">{each.title ?? each.file}</div>
        </>
      ),
    })),
    ...decisions.map((decision) => ({
      key: decision.id,
      at: decision.madeAt,
      color: 'orange',
      content: <DecisionLine decision={decision} />,
    })),
    ...claims.map((claim) => ({
      key: claim.id,
      at: claim.madeAt,
      color: 'purple',
      content: <ClaimLine id={row.id} claim={claim} />,
    })),
  ];
  const sorted = happened.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <>
      {failed ? <ProblemNotice thrown={failed.error} onRetry={retry} /> : null}
      <Timeline items={sorted.map(({ key, color, content }) => ({ key, color, content }))} />
    </>
  );
}
