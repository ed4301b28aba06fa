import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useScheme } from '../app/theme-provider.js';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Given {
  readonly options: EChartsCoreOption;
  readonly height: number;
  /** What it shows, for those who do not see it; the figures stand in a table or in links besides. */
  readonly label: string;
  readonly onChoose?: (name: string) => void;
}

/** A chart as SVG in the page's colours. Loaded late: import it lazily. */
export function Chart({ options, height, label, onChoose }: Given) {
  const box = useRef<HTMLDivElement>(null);
  const { isDark } = useScheme();
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, isDark ? 'dark' : null, { renderer: 'svg' });
    chart.setOption({ backgroundColor: 'transparent', animation: false, ...options });
    if (onChoose) chart.on('click', ({ name }) => onChoose(name));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [options, isDark, onChoose]);
  return (
    <figure className="chart" aria-label={label}>
      <div ref={box} style={{ height }} aria-hidden="true" />
    </figure>
  );
}
