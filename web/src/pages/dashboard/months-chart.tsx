import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { StatisticsGroup } from '../../api/types.js';
import { Chart } from '../../components/chart.js';
import { useWords } from '../../i18n/words.js';
import { dashboardWords } from './words.js';

const colors = ['#2b8a3e', '#d9480f', '#4c7fc0'];

/** How many promises fall due in each month, and how they stand; a bar opens its rows. */
export function MonthsChart({ months }: { readonly months: readonly StatisticsGroup[] }) {
  const t = useWords(dashboardWords);
  const navigate = useNavigate();
  const onChoose = useCallback((month: string) => void navigate(`/ledger?month=${month}`), [navigate]);
  const options = useMemo(() => {
    const dated = months.filter(({ value }) => value !== null);
    const bar = (name: string, of: (group: StatisticsGroup) => number) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 36,
      data: dated.map(of),
    });
    return {
      color: colors,
      aria: { enabled: true },
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: dated.map(({ value }) => value) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        bar(t.monthsSeries.met, ({ metOfPastDue }) => metOfPastDue),
        bar(t.monthsSeries.open, ({ pastDue, metOfPastDue }) => pastDue - metOfPastDue),
        bar(t.monthsSeries.ahead, ({ promises, pastDue }) => promises - pastDue),
      ],
    };
  }, [months, t]);
  return <Chart options={options} height={260} label={t.months} onChoose={onChoose} />;
}
