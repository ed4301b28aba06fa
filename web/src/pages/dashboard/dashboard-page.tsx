import { PrinterOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { useStatistics } from '../../api/statistics.js';
import type { Statistics } from '../../api/types.js';
import { Opening } from '../../app/layout.js';
import { Light } from '../../components/light.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { percent, UnitsTable } from './units-table.js';
import { dashboardWords } from './words.js';
import './dashboard.css';

const MonthsChart = lazy(async () => ({ default: (await import('./months-chart.js')).MonthsChart }));

interface FigureGiven {
  readonly name: string;
  readonly value: ReactNode;
  readonly to?: string;
  readonly more?: string;
}

function Figure({ name, value, to, more }: FigureGiven) {
  return (
    <div className="card figure">
      <div className="quiet">{name}</div>
      <div className="figure-value">{to ? <Link to={to}>{value}</Link> : value}</div>
      <div className="quiet figure-more">{more}</div>
    </div>
  );
}

function Figures({ totals, today }: Pick<Statistics, 'totals' | 'today'>) {
  const t = useWords(dashboardWords);
  const { figures: names } = t;
  const due = totals.pastDue === 0 ? t.noneDue : t.metOf(totals.metOfPastDue, totals.pastDue);
  return (
    <div className="figures">
      <Figure name={names.promises} value={totals.promises} to="/ledger" />
      <Figure
        name={names.dueThisMonth}
        value={totals.dueThisMonth}
        to={`/ledger?month=${today.slice(0, 7)}`}
      />
      <Figure name={names.dueSoon} value={totals.dueSoon} to="/ledger?schedule=due_soon" />
      <Figure name={names.overdue} value={totals.overdue} to="/ledger?schedule=overdue" />
      <Figure name={names.metRate} value={percent(totals.metRate)} more={due} />
      <Figure name={names.vague} value={totals.vague} more={t.vagueHelp} />
    </div>
  );
}

function Shares({ byStatus, byStrength }: Pick<Statistics, 'byStatus' | 'byStrength'>) {
  const t = useWords(dashboardWords);
  const { light, strength } = useWords(terms);
  const lights = ['red', 'yellow', 'green', 'none'] as const;
  const strengths: Readonly<Record<string, string>> = strength;
  return (
    <div className="card">
      <h2>{t.lights}</h2>
      <ul className="shares">
        {lights.map((each) => (
          <li key={each}>
            <Light of={each} />
            <Link to={`/ledger?light=${each}`}>
              {light[each]} {byStatus.light[each]}
            </Link>
          </li>
        ))}
      </ul>
      {byStatus.untracked > 0 ? <p className="quiet">{t.untracked(byStatus.untracked)}</p> : null}
      <h2>{t.strength}</h2>
      <ul className="shares">
        {byStrength.map(({ value, promises }) => (
          <li key={value}>
            <Link to={`/ledger?strength=${value}`}>
              {strengths[value ?? ''] ?? value} {promises}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The office's promises in figures; each opens its rows in the ledger. */
export function DashboardPage() {
  const t = useWords(dashboardWords);
  const { data, error, isPending, refetch } = useStatistics();
  if (isPending) return <Opening />;
  if (error) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="quiet">{t.asOf(data.today)}</span>
        <Button className="page-head-more no-print" icon={<PrinterOutlined />} onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      {data.totals.promises === 0 ? (
        <Empty description={t.empty}>
          <Link to="/welcome">{t.toWelcome}</Link>
        </Empty>
      ) : (
        <>
          <Figures totals={data.totals} today={data.today} />
          <div className="dashboard-row">
            <div className="card dashboard-months">
              <h2>{t.months}</h2>
              <Suspense fallback={<div className="dashboard-chart" />}>
                <MonthsChart months={data.byMonth} />
              </Suspense>
            </div>
            <Shares byStatus={data.byStatus} byStrength={data.byStrength} />
          </div>
          <div className="card">
            <h2>{t.units}</h2>
            <UnitsTable units={data.byUnit} />
          </div>
        </>
      )}
    </>
  );
}
