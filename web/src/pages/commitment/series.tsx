import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useSeries } from '../../api/promises.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

const SeriesChart = lazy(async () => ({ default: (await import('./series-chart.js')).SeriesChart }));

/** All values of the indicator as a chart, and the same as a table. */
export function Series({ indicator, unit }: { readonly indicator: string; readonly unit: string | null }) {
  const t = useWords(commitmentWords);
  const { data, error, refetch } = useSeries(indicator, true);
  if (error && !data) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  // Values of other units stand on another scale: they are in the table alone.
  const drawn = data.points.filter((point) => point.unit === (unit ?? '') && point.at !== null);
  if (data.points.length < 2) return <p className="quiet">{t.noSeries}</p>;
  return (
    <>
      {drawn.length > 1 ? (
        <Suspense fallback={<Spin />}>
          <SeriesChart points={drawn} />
        </Suspense>
      ) : null}
      <table className="series-table">
        <thead>
          <tr>
            <th scope="col">{t.table.at}</th>
            <th scope="col">{t.table.what}</th>
            <th scope="col">{t.table.value}</th>
            <th scope="col">{t.table.document}</th>
          </tr>
        </thead>
        <tbody>
          {data.points.map((point) => (
            <tr key={`${point.documentId} ${point.itemId} ${point.what}`}>
              <td>{point.at ?? ''}</td>
              <td>{t.series[point.what]}</td>
              <td>{point.valueText}</td>
              <td>
                <Link
                  to={`/documents/${encodeURIComponent(point.documentId)}?item=${encodeURIComponent(point.itemId)}`}
                >
                  {point.title ?? point.file}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
