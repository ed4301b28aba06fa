import { App, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useImport } from '../../api/proposals.js';
import type { ListImport } from '../../api/standing-types.js';
import { ImportSheet } from '../../components/import-sheet.js';
import { PickSheet } from '../../components/pick-sheet.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { importWords } from './import-words.js';

type Line = ListImport['lines'][number];

const outcomeColors: Readonly<Record<Line['outcome'], string>> = {
  new: 'success',
  changed: 'processing',
  same: 'default',
  refused: 'error',
};

/** Takes in an office's list of proposals. */
export function ImportList() {
  const { list } = useWords(joins);
  const t = useWords(importWords);
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const columns: TableColumnsType<Line> = [
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
        outcomes={t.outcomes}
        outcomeColors={outcomeColors}
        worth={['new', 'changed']}
        columns={columns}
        sum={(count) => t.sum(count('new'), count('changed'), count('same'), count('refused'))}
        confirm={t.confirm}
        onDone={(_, taken) => void message.success(t.done(taken))}
      />
    </>
  );
}
