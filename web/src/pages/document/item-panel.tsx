import { Button, Collapse, Tag } from 'antd';
import { Link } from 'react-router';
import { usePromise } from '../../api/promises.js';
import type { PlacedItem, PromiseEvidence } from '../../api/standing-types.js';
import { KeyCap } from '../../components/key-cap.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SaidTags, StatusTags } from '../../components/statuses.js';
import { joins } from '../../i18n/joins.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { ItemFields } from './item-fields.js';
import { markWords } from './mark-words.js';
import { documentWords } from './words.js';

interface Given {
  readonly item: PlacedItem;
  readonly mayReview: boolean;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onCorrect: () => void;
  readonly onReject: () => void;
  readonly onTakeBack: () => void;
}

function Why({ explained }: Pick<PromiseEvidence, 'explained'>) {
  const t = useWords(documentWords);
  const joined = useWords(joins);
  return (
    <dl className="item-why">
      {explained.map(({ field, reasons }) => (
        <div key={field}>
          <dt>{t.fields[field] ?? field}</dt>
          {reasons.map(({ rule, says, words }) => (
            <dd key={`${rule} ${words ?? ''}`}>
              {says}
              {words !== null && !says.includes(words) ? joined.inBrackets(words) : ''} <code>{rule}</code>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What was read of the chosen item, why, where it stands, and what a person says of it. */
export function ItemPanel({ item, mayReview, busy, onAccept, onCorrect, onReject, onTakeBack }: Given) {
  const t = useWords(documentWords);
  const marking = useWords(markWords);
  const { stance, kind } = useWords(terms);
  const { row } = item;
  const { data, error, refetch } = usePromise(row.id);
  const isPromise = row.stance === 'commitment';
  const standing = data?.standing ?? null;
  return (
    <section className="item-panel" aria-label={t.choose}>
      <div className="item-panel-head">
        <Tag color={isPromise ? 'blue' : 'green'}>{stance[row.stance]}</Tag>
        <Tag>{kind[row.kind]}</Tag>
        {item.statuses ? <StatusTags statuses={standing ?? item.statuses} /> : null}
        {standing ? <SaidTags said={standing} /> : null}
      </div>
      {isPromise ? (
        <div className="item-panel-actions">
          <Button size="small" type="primary" disabled={!mayReview || busy} onClick={onAccept}>
            {t.accept} <KeyCap>A</KeyCap>
          </Button>
          <Button size="small" disabled={!mayReview || busy} onClick={onCorrect}>
            {t.correct} <KeyCap>E</KeyCap>
          </Button>
          <Button size="small" disabled={!mayReview || busy} onClick={onReject}>
            {t.reject} <KeyCap>R</KeyCap>
          </Button>
          {item.row.state?.added ? (
            <Button size="small" disabled={!mayReview || busy} onClick={onTakeBack}>
              {marking.takeBack}
            </Button>
          ) : null}
          <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{t.openPromise}</Link>
        </div>
      ) : null}
      <ItemFields row={row} set={standing?.fields ?? {}} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {data && data.explained.length > 0 ? (
        <Collapse
          size="small"
          ghost
          items={[{ key: 'why', label: t.why, children: <Why explained={data.explained} /> }]}
        />
      ) : null}
    </section>
  );
}
