import { LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { SeriesPoint } from '../../api/standing-types.js';
import { useScheme } from '../../app/theme-provider.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

use([LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Targets as a dashed line, what was reached as a solid one, over the days that they are for. */
export function SeriesChart({ points }: { readonly points: readonly SeriesPoint[] }) {
  const t = useWords(commitmentWords);
  const { isDark } = useScheme();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const chart = init(element.current, isDark ? 'dark' : null, { renderer: 'svg' });
    const of = (what: SeriesPoint['what']) =>
      points.flatMap((point) => (point.what === what && point.at !== null ? [[point.at, point.value]] : []));
    const unit = points[0]?.unit ?? '';
    chart.setOption({
      backgroundColor: 'transparent',
      animation: false,
      aria: { enabled: true },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        valueFormatter: (value: unknown) => `${value}${unit}`,
      },
      legend: { top: 0 },
      grid: { left: 56, right: 24, top: 32, bottom: 28 },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', scale: true, axisLabel: { formatter: `{value}${unit}` } },
      // What has no value is not in the legend either.
      series: [
        { name: t.series.baseline, type: 'scatter', data: of('baseline'), itemStyle: { color: '#8c8c8c' } },
        {
          name: t.series.target,
          type: 'line',
          symbol: 'diamond',
          symbolSize: 9,
          data: of('target'),
          itemStyle: { color: '#d46b08' },
          lineStyle: { type: 'dashed' },
        },
        {
          name: t.series.result,
          type: 'line',
          symbolSize: 8,
          data: of('result'),
          itemStyle: { color: isDark ? '#5b97ee' : '#1554a8' },
        },
      ].filter(({ data }) => data.length > 0),
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [points, isDark, t]);
  return <div ref={element} className="series-chart" />;
}
