import { Button, Tag } from 'antd';
import type { DeniedEvidence, Evidence, PromiseEvidence } from '../../api/standing-types.js';
import { DocumentLink } from '../../components/document-link.js';
import { Quoted } from '../../components/quoted.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

interface Deciding {
  readonly mayReview: boolean;
  readonly busy: boolean;
  readonly onLink: (kind: 'confirm' | 'deny', id: string) => void;
}

const reachColor = { yes: 'success', no: 'warning', unclear: 'default' } as const;

function One({
  of,
  compared,
  mayReview,
  busy,
  onLink,
}: Deciding & { readonly of: Evidence; readonly compared: boolean }) {
  const t = useWords(commitmentWords);
  const { reach } = useWords(standingTerms);
  return (
    <li className="evidence">
      <div className="evidence-head">
        <strong>{of.valueText ?? ''}</strong>
        {compared ? <Tag color={reachColor[of.reach]}>{reach[of.reach]}</Tag> : null}
        {of.said === 'confirm' ? <Tag color="success">{t.confirmed}</Tag> : null}
        {of.asOf === null ? null : <span className="quiet">{t.asOf(of.asOf)}</span>}
        {compared ? <span className="quiet">{t.score(of.score.toFixed(2))}</span> : null}
        <span className="evidence-actions">
          {of.said === 'confirm' ? null : (
            <Button size="small" disabled={!mayReview || busy} onClick={() => onLink('confirm', of.id)}>
              {t.confirm}
            </Button>
          )}
          <Button size="small" disabled={!mayReview || busy} onClick={() => onLink('deny', of.id)}>
            {t.deny}
          </Button>
        </span>
      </div>
      <Quoted passage={of.passage} quote={of.quote} figure={of.valueText} />
      {of.documentId === null ? (
        of.file
      ) : (
        <DocumentLink documentId={of.documentId} itemId={of.itemId}>
          {of.title ?? of.file}
        </DocumentLink>
      )}
    </li>
  );
}

function Denied({ of, mayReview, busy, onLink }: Deciding & { readonly of: DeniedEvidence }) {
  const t = useWords(commitmentWords);
  return (
    <li className="evidence evidence-denied">
      <div className="evidence-head">
        <Tag>{t.denied}</Tag>
        <span className="evidence-actions">
          <Button size="small" disabled={!mayReview || busy} onClick={() => onLink('confirm', of.id)}>
            {t.confirm}
          </Button>
        </span>
      </div>
      <Quoted passage={of.passage} quote={of.quote} />
    </li>
  );
}

/** What reports say of a promise: what counts, what does not compare, what somebody denied. */
export function EvidenceList({
  evidence,
  related,
  denied,
  ...deciding
}: Pick<PromiseEvidence, 'evidence' | 'related' | 'denied'> & Deciding) {
  const t = useWords(commitmentWords);
  if (evidence.length + related.length + denied.length === 0) return <p className="quiet">{t.noEvidence}</p>;
  return (
    <>
      <ul className="evidence-list">
        {evidence.map((of) => (
          <One key={of.id} of={of} compared {...deciding} />
        ))}
        {denied.map((of) => (
          <Denied key={of.id} of={of} {...deciding} />
        ))}
      </ul>
      {related.length > 0 ? (
        <>
          <h3>{t.related}</h3>
          <ul className="evidence-list">
            {related.map((of) => (
              <One key={of.id} of={of} compared={false} {...deciding} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
