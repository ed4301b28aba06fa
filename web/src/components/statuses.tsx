import { Tag } from 'antd';
import type { Standing } from '../api/standing-types.js';
import type { Statuses } from '../api/types.js';
import { standingTerms } from '../i18n/standing-terms.js';
import { useWords } from '../i18n/words.js';
import { Light } from './light.js';
import { StatusTag } from './status-tag.js';
import './statuses.css';

/** Three answers to three questions, side by side and never as one, after the light. */
export function StatusTags({ statuses }: { readonly statuses: Statuses }) {
  return (
    <span className="status-tags">
      <Light of={statuses.light} />
      {(['verified', 'schedule', 'claimed'] as const).map((kind) => (
        <StatusTag key={kind} kind={kind} of={statuses[kind]} named />
      ))}
    </span>
  );
}

type Said = Pick<Standing, 'closed' | 'vague' | 'doubleOf' | 'review' | 'added'>;

/** What people said of a promise as a whole. */
export function SaidTags({ said: { closed, vague, doubleOf, review, added } }: { readonly said: Said }) {
  const t = useWords(standingTerms);
  return (
    <>
      {added ? <Tag>{t.added}</Tag> : null}
      {review === 'accepted' ? <Tag color="success">{t.accepted}</Tag> : null}
      {review === 'rejected' ? <Tag>{t.rejected}</Tag> : null}
      {vague && review !== 'rejected' ? <Tag color="warning">{t.vague}</Tag> : null}
      {closed ? <Tag color="success">{t.closed}</Tag> : null}
      {doubleOf === null ? null : <Tag>{t.doubled}</Tag>}
    </>
  );
}
