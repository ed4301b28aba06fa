import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isProblem } from '../../api/problem.js';
import { useDecide, usePromise } from '../../api/promises.js';
import type { DecisionKind, NewDecision, PromiseEvidence } from '../../api/standing-types.js';
import { may, useMe } from '../../app/me.js';
import { dropDraft } from '../../components/drafts.js';
import { asDecided, FieldForm } from '../../components/field-form.js';
import { ProblemNotice, useProblemText } from '../../components/problem-notice.js';
import { Quoted } from '../../components/quoted.js';
import { SaidTags, StatusTags } from '../../components/statuses.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { ClaimForm } from './claim-form.js';
import { DecideForm, decisionsFor } from './decide-form.js';
import { EvidenceList } from './evidence-list.js';
import { Facts } from './facts.js';
import { Series } from './series.js';
import { History } from './timeline.js';
import { commitmentWords } from './words.js';
import './commitment.css';

function useDeciding({ row, standing }: PromiseEvidence) {
  const t = useWords(commitmentWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { mutate, isPending } = useDecide();
  const decide = (decision: NewDecision, then: () => void = () => undefined) =>
    mutate(
      { id: row.id, documentId: row.documentId, decision, version: standing?.version ?? null },
      {
        onSuccess: () => {
          void message.success(t.noted);
          then();
        },
        onError: (thrown) => void message.error(isProblem(thrown, 409) ? t.conflict : textOf(thrown)),
      },
    );
  return { decide, busy: isPending };
}

/** One promise: what was said, where it stands, what it rests on, what people do about it. */
function Shown({ shown }: { readonly shown: PromiseEvidence }) {
  const t = useWords(commitmentWords);
  const terms = useWords(standingTerms);
  const me = useMe();
  const { row, passage, standing } = shown;
  const { decide, busy } = useDeciding(shown);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const isFields = kind === 'correct' || kind === 'adjust';
  const kinds = standing ? decisionsFor(me.role, standing) : [];
  const mayReview = may(me, 'editor', 'auditor', 'administrator');
  const isStaff = mayReview || may(me, 'viewer');
  const draft = `${me.name} ${row.id}`;
  const done = () => setKind(null);
  const over = () => {
    dropDraft(`decide ${kind} ${draft}`);
    done();
  };
  return (
    <div className="commitment">
      <div className="page-head">
        <h1>{row.indicator || row.quote}</h1>
        {isStaff ? (
          <Link to={`/documents/${encodeURIComponent(row.documentId)}?item=${encodeURIComponent(row.id)}`}>
            {t.openSource}
          </Link>
        ) : null}
      </div>
      <div className="commitment-columns">
        <div className="commitment-main">
          <section className="card">
            <h2>{t.said}</h2>
            <Quoted passage={passage} quote={row.quote} figure={row.valueText} />
            <Facts row={row} standing={standing} />
          </section>
          {row.stance === 'commitment' ? (
            <section className="card">
              <h2>{t.evidence}</h2>
              <EvidenceList
                {...shown}
                mayReview={mayReview}
                busy={busy}
                onLink={(link, evidence) => decide({ kind: link, evidence, reason: terms.decision[link] })}
              />
            </section>
          ) : null}
          {isStaff && row.indicator !== '' ? (
            <section className="card">
              <h2>{t.chart}</h2>
              <Series indicator={row.indicator} unit={row.unit} />
            </section>
          ) : null}
        </div>
        <div className="commitment-side">
          <section className="card">
            <h2>{t.standing}</h2>
            {standing ? (
              <>
                <StatusTags statuses={standing} /> <SaidTags said={standing} />
                <h3>{t.reasons}</h3>
                <ul className="reasons">
                  {standing.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
                <div className="decision-buttons">
                  {kinds.map((each) => (
                    <Button
                      key={each}
                      size="small"
                      type={each === 'close' ? 'primary' : 'default'}
                      disabled={busy}
                      onClick={() => setKind(each)}
                    >
                      {terms.decision[each]}
                    </Button>
                  ))}
                </div>
              </>
            ) : (
              <p className="quiet">{row.stance === 'commitment' ? terms.untracked : t.result}</p>
            )}
          </section>
          {standing && may(me, 'unit', 'editor', 'auditor', 'administrator') ? (
            <section className="card">
              <h2>{t.claim}</h2>
              <ClaimForm row={row} draft={`claim ${draft}`} />
            </section>
          ) : null}
          {standing ? (
            <section className="card">
              <h2>{t.timeline}</h2>
              <History shown={shown} />
            </section>
          ) : null}
        </div>
      </div>
      <DecideForm
        kind={isFields ? null : kind}
        draft={draft}
        busy={busy}
        onDecide={(decision) => decide(decision, over)}
        onCancel={over}
      />
      <FieldForm
        row={asDecided(row, standing?.fields)}
        draft={`${kind} ${row.id}`}
        open={isFields}
        title={kind === 'adjust' ? t.adjust : t.correct}
        reason=""
        busy={busy}
        onSave={(fields, reason, onSaved) =>
          decide({ kind: kind === 'adjust' ? 'adjust' : 'correct', fields, reason }, () => {
            onSaved();
            done();
          })
        }
        onCancel={done}
      />
    </div>
  );
}

export function CommitmentPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = usePromise(id);
  const notice = error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null;
  if (isPending) return <Spin className="commitment-opening" />;
  return (
    <>
      {notice}
      {data ? <Shown key={id} shown={data} /> : null}
    </>
  );
}
