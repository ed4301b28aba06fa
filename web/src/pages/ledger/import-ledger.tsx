import { App, type TableColumnsType, Tag } from 'antd';
import { useNavigate } from 'react-router';
import { useImportLedger } from '../../api/ledger-import.js';
import type { LedgerImport } from '../../api/standing-types.js';
import { ImportSheet } from '../../components/import-sheet.js';
import { useWords } from '../../i18n/words.js';
import { importLedgerWords } from './import-ledger-words.js';

type Line = LedgerImport['lines'][number];
type Outcome = Line['outcome'];

const outcomeColor: Readonly<Record<Outcome, string>> = {
  taken: 'success',
  doubled: 'default',
  refused: 'error',
};
const count = (lines: readonly Line[], of: Outcome): number =>
  lines.filter(({ outcome }) => outcome === of).length;
const worth = (lines: readonly Line[]): number => count(lines, 'taken');

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
    {
      key: 'outcome',
      title: t.outcome,
      width: 100,
      render: (_, { outcome }) => <Tag color={outcomeColor[outcome]}>{t.outcomes[outcome]}</Tag>,
    },
    { key: 'words', title: t.words, width: 300, render: (_, { words }) => words },
    { key: 'problem', title: t.problem, render: (_, { problem }) => problem },
  ];
  const onDone = ({ done, lines, documentId }: LedgerImport) => {
    if (done) void message.success(t.done(worth(lines)));
    else void message.info(t.known);
    if (documentId !== null) void navigate(`/ledger?documentId=${encodeURIComponent(documentId)}`);
  };
  return (
    <ImportSheet
      file={file}
      onClose={onClose}
      heading={t.heading}
      sending={useImportLedger()}
      columns={columns}
      sum={(lines) => t.sum(count(lines, 'taken'), count(lines, 'doubled'), count(lines, 'refused'))}
      worth={worth}
      confirm={t.confirm}
      onDone={onDone}
    />
  );
}
