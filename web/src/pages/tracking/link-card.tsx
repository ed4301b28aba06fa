import { Button, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ReportLink } from '../../api/standing-types.js';
import { figureText } from '../../components/figures.js';
import { KeyCap } from '../../components/key-cap.js';
import { Quoted } from '../../components/quoted.js';
import { StatusTags } from '../../components/statuses.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { trackingWords } from './words.js';

interface Given {
  readonly link: ReportLink;
  readonly isChosen: boolean;
  readonly mayReview: boolean;
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onLink: (kind: 'confirm' | 'deny') => void;
}

/** Whether the last word on the link is yes, no, or there is none. */
export function saidOf({ evidence, related, denied }: ReportLink): 'confirm' | 'deny' | null {
  const said = [...evidence, ...related].find((each) => each.said !== null)?.said;
  return said ?? (denied.length > 0 ? 'deny' : null);
}

/** The evidence that a key confirms or denies. */
export const decidable = ({ evidence, related, denied }: ReportLink) =>
  evidence[0] ?? denied[0] ?? related[0] ?? null;

const reachColor = { yes: 'success', no: 'warning', unclear: 'default' } as const;

function Reported({ link }: { readonly link: ReportLink }) {
  const t = useWords(trackingWords);
  const { reach } = useWords(standingTerms);
  const { evidence, related, denied } = link;
  return (
    <>
      {evidence.map((of) => (
        <div key={of.id}>
          <span className="quiet">{t.result}</span>{' '}
          <strong className="link-figure">{of.valueText ?? ''}</strong>{' '}
          <Tag color={reachColor[of.reach]}>{reach[of.reach]}</Tag>
          <Quoted passage={of.passage} quote={of.quote} figure={of.valueText} />
        </div>
      ))}
      {denied.map((of) => (
        <div key={of.id} className="link-denied">
          <Quoted passage={of.passage} quote={of.quote} />
        </div>
      ))}
      {related.map((of) => (
        <div key={of.id}>
          <span className="quiet">{t.result}</span>{' '}
          <strong className="link-figure">{of.valueText ?? ''}</strong> <Tag>{t.notCompared}</Tag>
          <Quoted passage={of.passage} quote={of.quote} figure={of.valueText} />
        </div>
      ))}
      {evidence.length + denied.length + related.length === 0 ? <p className="quiet">{t.noFigure}</p> : null}
    </>
  );
}

/** A promise and what the report says of it, side by side. */
export function LinkCard({ link, isChosen, mayReview, busy, onChoose, onLink }: Given) {
  const t = useWords(trackingWords);
  const element = useRef<HTMLElement>(null);
  const { row, passage, standing } = link;
  const said = saidOf(link);
  const wasChosen = useRef(isChosen);
  useEffect(() => {
    // The first is chosen as the page opens: the page's head is not scrolled away for it.
    if (isChosen && !wasChosen.current) element.current?.scrollIntoView({ block: 'nearest' });
    wasChosen.current = isChosen;
  }, [isChosen]);
  return (
    <article
      ref={element}
      className={`card link-card${isChosen ? ' link-chosen' : ''}`}
      aria-current={isChosen}
      onFocusCapture={onChoose}
    >
      <header className="link-head">
        <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{row.indicator || row.quote}</Link>
        <StatusTags statuses={standing} />
        {link.changes ? <Tag color="warning">{t.changes}</Tag> : null}
        {said === 'confirm' ? <Tag color="success">{t.confirmed}</Tag> : null}
        {said === 'deny' ? <Tag>{t.denied}</Tag> : null}
        {decidable(link) ? (
          <span className="link-actions">
            <Button
              size="small"
              disabled={!mayReview || busy || said === 'confirm'}
              onClick={() => onLink('confirm')}
            >
              {t.confirm} <KeyCap>Y</KeyCap>
            </Button>
            <Button
              size="small"
              disabled={!mayReview || busy || said === 'deny'}
              onClick={() => onLink('deny')}
            >
              {t.deny} <KeyCap>N</KeyCap>
            </Button>
          </span>
        ) : null}
      </header>
      <div className="link-sides">
        <div>
          <span className="quiet">{t.target}</span> <strong className="link-figure">{figureText(row)}</strong>{' '}
          {standing.due === null ? null : <span className="quiet">{t.deadline(standing.due)}</span>}
          <Quoted passage={passage} quote={row.quote} figure={row.valueText} />
          <span className="quiet">{row.document.title ?? row.document.name}</span>
        </div>
        <div>
          <Reported link={link} />
        </div>
      </div>
      <details>
        <summary>{t.reasons}</summary>
        <ul>
          {standing.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </article>
  );
}
