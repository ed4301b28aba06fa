import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { lazy, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMonth } from '../../api/statistics.js';
import type { ListedRow } from '../../api/types.js';
import { Light } from '../../components/light.js';
import { OnceOpened } from '../../components/once-opened.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords, words } from '../../i18n/words.js';
import { monthAfter, monthOf, todayInChina, weeksOf } from './months.js';
import './calendar.css';

const Subscribe = lazy(async () => ({ default: (await import('./subscribe.js')).Subscribe }));

const texts = words(
  {
    title: '日历',
    month: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
    before: '上个月',
    after: '下个月',
    today: '本月',
    total: (count: number) => `本月到期 ${count} 条`,
    more: (count: number) => `另有 ${count} 条`,
    capped: '到期的太多，只列出前 500 条',
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as readonly string[],
    asTable: '在台账中查看',
    asFile: '下载日历文件（.ics）',
    subscribe: '订阅日历',
    wasDue: (day: string) => `原定 ${day}`,
  },
  {
    title: 'Calendar',
    month: (month: string) => month,
    before: 'Previous month',
    after: 'Next month',
    today: 'This month',
    total: (count: number) => `${count} fall due this month`,
    more: (count: number) => `${count} more`,
    capped: 'Too many: the first 500 are shown',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    asTable: 'In the ledger',
    asFile: 'Calendar file (.ics)',
    subscribe: 'Subscribe',
    wasDue: (day: string) => `Was due ${day}`,
  },
);

const shownOfADay = 4;

const dueOf = ({ state, deadline }: ListedRow) => (state ? state.due : (deadline?.date ?? null));

interface OneDay {
  readonly day: string;
  readonly weekday: string;
  readonly rows: readonly ListedRow[];
  readonly isToday: boolean;
}

function Day({ day, weekday, rows, isToday }: OneDay) {
  const t = useWords(texts);
  const ofDay = `/ledger?deadlineFrom=${day}&deadlineTo=${day}`;
  return (
    <>
      <time dateTime={day} className={isToday ? 'calendar-day calendar-today' : 'calendar-day'}>
        {Number(day.slice(8))}
      </time>
      <span className="calendar-weekday">{weekday}</span>
      <ul>
        {rows.slice(0, shownOfADay).map((row) => (
          <li key={row.id}>
            {row.statuses ? <Light of={row.statuses.light} /> : null}
            <Link to={`/commitments/${encodeURIComponent(row.id)}`} title={row.quote}>
              {row.indicator}
            </Link>
            {row.deadline?.date && row.deadline.date !== day ? (
              <>
                {' '}
                <del className="said-before" title={t.wasDue(row.deadline.date)}>
                  {row.deadline.date}
                </del>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length > shownOfADay ? (
        <Link to={ofDay} className="calendar-more">
          {t.more(rows.length - shownOfADay)}
        </Link>
      ) : null}
    </>
  );
}

/** What falls due on which day; the month stands in the address. */
export function CalendarPage() {
  const t = useWords(texts);
  const [search, setSearch] = useSearchParams();
  const [subscribes, setSubscribes] = useState(false);
  const today = todayInChina();
  const wanted = search.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) ? wanted : monthOf(today);
  const weeks = weeksOf(month);
  const { data, error, isPending, refetch } = useMonth(
    month,
    weeks.flat().findLast((day) => day !== null) ?? '',
  );
  const dueOn = (day: string) => (data?.rows ?? []).filter((row) => dueOf(row) === day);
  const go = (to: string) => setSearch(to === monthOf(today) ? {} : { month: to });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Button icon={<LeftOutlined />} aria-label={t.before} onClick={() => go(monthAfter(month, -1))} />
        <h2 className="calendar-month">{t.month(month)}</h2>
        <Button icon={<RightOutlined />} aria-label={t.after} onClick={() => go(monthAfter(month, 1))} />
        <Button onClick={() => go(monthOf(today))}>{t.today}</Button>
        <span className="quiet" role="status">
          {isPending ? <Spin size="small" /> : t.total(data?.total?.count ?? 0)}
        </span>
        <Link to={`/ledger?month=${month}`}>{t.asTable}</Link>
        <a href="/api/v1/calendar.ics" download>
          {t.asFile}
        </a>
        <Button icon={<CalendarOutlined />} onClick={() => setSubscribes(true)}>
          {t.subscribe}
        </Button>
      </div>
      <OnceOpened open={subscribes}>
        <Subscribe open={subscribes} onClose={() => setSubscribes(false)} />
      </OnceOpened>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {data?.nextCursor ? <p>{t.capped}</p> : null}
      <div className="calendar-scroll">
        <table className="calendar">
          <thead>
            <tr>
              {t.days.map((day) => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((day, at) => {
                  const rows = day === null ? [] : dueOn(day);
                  return (
                    <td
                      key={day ?? `empty-${at}`}
                      className={rows.length === 0 ? 'calendar-nothing' : undefined}
                    >
                      {day === null ? null : (
                        <Day day={day} weekday={t.days[at] ?? ''} rows={rows} isToday={day === today} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
