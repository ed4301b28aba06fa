import { Table, type TableColumnsType } from 'antd';
import type { Practice } from '../../api/administration.js';
import { Light } from '../../components/light.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { practiceWords } from './practice-words.js';

type Line = Practice['profile']['lights'][number];
const statuses = ['verified', 'schedule', 'claimed'] as const;

/** How a promise's light follows from its three statuses, line by line. */
export function LightsTable({ lines }: { readonly lines: readonly Line[] }) {
  const t = useWords(practiceWords);
  const told = useWords(terms);
  const condition = (line: Line): string => {
    const parts = statuses.flatMap((name) => {
      const named: Readonly<Record<string, string>> = told[name];
      const values = line[name]?.map((value) => named[value] ?? value);
      return values ? [`${told.status[name]}${t.colon}${values.join(t.or)}`] : [];
    });
    return parts.join(t.and) || t.otherwise;
  };
  const columns: TableColumnsType<Line & { readonly key: number }> = [
    {
      key: 'light',
      title: t.light,
      width: 120,
      render: (_, { light }) => (
        <>
          <Light of={light} /> {told.light[light]}
        </>
      ),
    },
    { key: 'when', title: t.when, render: (_, line) => condition(line) },
  ];
  return (
    <>
      <h2>{t.lights}</h2>
      <p className="quiet">{t.lightsHelp}</p>
      <Table
        size="small"
        columns={columns}
        dataSource={lines.map((line, key) => ({ ...line, key }))}
        pagination={false}
      />
    </>
  );
}
