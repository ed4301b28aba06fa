import { Tag } from 'antd';
import type { Standing, Statuses } from '../api/standing-types.js';
import { standingTerms } from '../i18n/standing-terms.js';
import { useWords } from '../i18n/words.js';
import './statuses.css';

/** The light as a dot with its word for those who see no colour. */
export function StandingLight({ light }: { readonly light: Statuses['light'] }) {
  const t = useWords(standingTerms);
  return (
    <span
      className={`standing-light standing-light-${light}`}
      role="img"
      aria-label={t.light[light]}
      title={t.light[light]}
    />
  );
}

const verifiedColor = {
  none: 'default',
  met: 'success',
  not_met: 'error',
  in_progress: 'processing',
  changed: 'warning',
  disputed: 'warning',
} as const;
const scheduleColor = {
  no_deadline: 'default',
  not_due: 'default',
  due_soon: 'warning',
  overdue: 'error',
} as const;
const claimedColor = {
  none: 'default',
  not_started: 'default',
  under_way: 'processing',
  done: 'success',
  cannot: 'error',
} as const;

/** antd's blue on its own ground is too faint in the dark (WCAG 2.2, 1.4.3). */
const readable = { color: 'var(--ant-color-link)' } as const;

function Status({ color, children }: { readonly color: string; readonly children: string }) {
  return (
    <Tag color={color} {...(color === 'processing' ? { style: readable } : {})}>
      {children}
    </Tag>
  );
}

/** Three answers to three questions, side by side and never as one, after the light. */
export function StatusTags({ statuses }: { readonly statuses: Statuses }) {
  const t = useWords(standingTerms);
  const { claimed, verified, schedule, light } = statuses;
  return (
    <span className="status-tags">
      <StandingLight light={light} />
      <Status color={verifiedColor[verified]}>{`${t.labels.verified}：${t.verified[verified]}`}</Status>
      <Status color={scheduleColor[schedule]}>{`${t.labels.schedule}：${t.schedule[schedule]}`}</Status>
      <Status color={claimedColor[claimed]}>{`${t.labels.claimed}：${t.claimed[claimed]}`}</Status>
    </span>
  );
}

type Said = Pick<Standing, 'closed' | 'vague' | 'doubleOf' | 'review'>;

/** What people said of a promise as a whole. */
export function SaidTags({ said: { closed, vague, doubleOf, review } }: { readonly said: Said }) {
  const t = useWords(standingTerms);
  return (
    <>
      {review === 'accepted' ? <Tag color="success">{t.accepted}</Tag> : null}
      {review === 'rejected' ? <Tag>{t.rejected}</Tag> : null}
      {vague && review !== 'rejected' ? <Tag color="warning">{t.vague}</Tag> : null}
      {closed ? <Tag color="success">{t.closed}</Tag> : null}
      {doubleOf === null ? null : <Tag>{t.doubled}</Tag>}
    </>
  );
}
