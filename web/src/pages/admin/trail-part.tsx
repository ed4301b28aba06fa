import { Button, type TableColumnsType } from 'antd';
import { useTrail } from '../../api/operations.js';
import type { Trail } from '../../api/types.js';
import { Time } from '../../components/time.js';
import { useWords } from '../../i18n/words.js';
import { AdminTable } from './admin-table.js';
import { trailWords } from './trail-words.js';

type Entry = Trail['entries'][number];

/** `POST /api/v1/users` in words; what has none as it is. */
const actionOf = (action: string, words: Readonly<Record<string, string>>): string => words[action] ?? action;

/** `202` in words: how the service answered. */
function outcomeOf(outcome: string, { asked, done, refused }: typeof trailWords.zh): string {
  if (outcome === 'asked') return asked;
  if (!/^\d{3}$/.test(outcome)) return outcome;
  return Number(outcome) < 400 ? done : refused(outcome);
}

/** Who did what to what, the newest first. */
export function TrailPart() {
  const t = useWords(trailWords);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useTrail();
  const columns: TableColumnsType<Entry> = [
    { key: 'number', title: t.number, dataIndex: 'number', width: 70, align: 'right' },
    { key: 'at', title: t.at, width: 160, render: (_, { at }) => <Time at={at} /> },
    {
      key: 'actor',
      title: t.actor,
      width: 200,
      render: (_, { actor, actorName }) => (
        <span title={actor}>
          {actorName ?? (t.actors as Readonly<Record<string, string>>)[actor] ?? actor}
        </span>
      ),
    },
    {
      key: 'action',
      title: t.action,
      render: (_, { action }) => <span title={action}>{actionOf(action, t.actions)}</span>,
    },
    {
      key: 'subject',
      title: t.subject,
      width: 300,
      render: (_, { subject, subjectName }) => <span title={subject ?? ''}>{subjectName ?? subject}</span>,
    },
    {
      key: 'outcome',
      title: t.outcome,
      width: 130,
      render: (_, { outcome }) => <span title={outcome}>{outcomeOf(outcome, t)}</span>,
    },
  ];
  return (
    <>
      <p className="quiet">{t.help}</p>
      <AdminTable
        idKey="number"
        failed={error}
        columns={columns}
        rows={data?.pages.flatMap(({ entries }) => entries)}
        isPending={isPending}
        width={1_000}
        none={t.none}
      />
      {hasNextPage ? (
        <Button className="admin-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}
