import { App, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useImport } from '../../api/proposals.js';
import type { ListImport } from '../../api/standing-types.js';
import { ImportSheet } from '../../components/import-sheet.js';
import { PickSheet } from '../../components/pick-sheet.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { importWords } from './import-words.js';

type Line = ListImport['lines'][number];
type Outcome = Line['outcome'];

const outcomeColor: Readonly<Record<Outcome, string>> = {
  new: 'success',
  changed: 'processing',
  same: 'default',
  refused: 'error',
};

const count = (lines: readonly Line[], ...outcomes: readonly Outcome[]): number =>
  lines.filter(({ outcome }) => outcomes.includes(outcome)).length;
const worth = (lines: readonly Line[]): number => count(lines, 'new', 'changed');

/** Takes in an office's list of proposals. */
export function ImportList() {
  const { list } = useWords(joins);
  const t = useWords(importWords);
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const columns: TableColumnsType<Line> = [
    {
      key: 'outcome',
      title: t.outcome,
      width: 100,
      render: (_, { outcome }) => <Tag color={outcomeColor[outcome]}>{t.outcomes[outcome]}</Tag>,
    },
    { key: 'number', title: t.number, width: 90, render: (_, { number }) => number },
    { key: 'title', title: t.title, render: (_, { title }) => title },
    {
      key: 'what',
      title: t.what,
      render: (_, { problem, outcome, changes }) =>
        problem ??
        (outcome === 'changed'
          ? list(changes.map((change) => t.fields[change as keyof typeof t.fields]))
          : ''),
    },
  ];
  return (
    <>
      <PickSheet label={t.open} onPick={setFile} />
      <ImportSheet
        file={file}
        onClose={() => setFile(null)}
        heading={t.heading}
        sending={useImport()}
        columns={columns}
        sum={(lines) =>
          t.sum(count(lines, 'new'), count(lines, 'changed'), count(lines, 'same'), count(lines, 'refused'))
        }
        worth={worth}
        confirm={t.confirm}
        onDone={({ lines }) => void message.success(t.done(worth(lines)))}
      />
    </>
  );
}
