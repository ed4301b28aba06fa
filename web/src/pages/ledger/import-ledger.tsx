import { App, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { useImportLedger } from '../../api/ledger-import.js';
import type { LedgerImport } from '../../api/standing-types.js';
import { ImportSheet } from '../../components/import-sheet.js';
import { useWords } from '../../i18n/words.js';
import { importLedgerWords } from './import-ledger-words.js';

type Line = LedgerImport['lines'][number];

const outcomeColors: Readonly<Record<Line['outcome'], string>> = {
  taken: 'success',
  doubled: 'default',
  refused: 'error',
};

interface Given {
  readonly file: File | null;
  readonly onClose: () => void;
}

/** Takes in a ledger that the office kept before, and shows the rows that it made. */
export function ImportLedger({ file, onClose }: Given) {
  const t = useWords(importLedgerWords);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const columns: TableColumnsType<Line> = [
    { key: 'words', title: t.words, width: 300, render: (_, { words }) => words },
    { key: 'problem', title: t.problem, render: (_, { problem }) => problem },
  ];
  const onDone = ({ done, documentId }: LedgerImport, taken: number) => {
    if (done) void message.success(t.done(taken));
    else void message.info(t.known);
    if (documentId !== null) void navigate(`/ledger?documentId=${encodeURIComponent(documentId)}`);
  };
  return (
    <ImportSheet
      file={file}
      onClose={onClose}
      heading={t.heading}
      sending={useImportLedger()}
      outcomes={t.outcomes}
      outcomeColors={outcomeColors}
      worth={['taken']}
      columns={columns}
      sum={(count) => t.sum(count('taken'), count('doubled'), count('refused'))}
      confirm={t.confirm}
      onDone={onDone}
    />
  );
}
