import { ImportOutlined } from '@ant-design/icons';
import { App, Button, Modal, Table, type TableColumnsType, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useImport } from '../../api/proposals.js';
import type { ListImport } from '../../api/standing-types.js';
import { useProblemText } from '../../components/problem-notice.js';
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
const taken: readonly string[] = ['.xlsx', '.csv', '.docx', '.doc', '.pdf', '.ofd', '.html', '.htm'];

/** Takes in an office's list of proposals: what would become of each line is shown before anything is done. */
export function ImportList() {
  const { list } = useWords(joins);
  const t = useWords(importWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<ListImport | null>(null);
  const { mutate, isPending } = useImport();
  const count = (outcome: Outcome) => plan?.lines.filter((line) => line.outcome === outcome).length ?? 0;
  const send = (list: File, dryRun: boolean, then: (report: ListImport) => void) =>
    mutate({ list, dryRun }, { onSuccess: then, onError: (thrown) => void message.error(textOf(thrown)) });
  const look = (list: File) => {
    setFile(list);
    send(list, true, setPlan);
  };
  const columns: TableColumnsType<Line> = [
    {
      key: 'line',
      title: t.line,
      width: 90,
      render: (_, { sheet, line }) => (sheet ? `${sheet} ${line}` : line),
    },
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
  const leftOut = plan?.headings.filter(({ field }) => field === null).map(({ words }) => words) ?? [];
  const worth = count('new') + count('changed');
  return (
    <>
      <Button
        icon={<ImportOutlined />}
        loading={isPending && plan === null}
        onClick={() => input.current?.click()}
      >
        {t.open}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.open}
        accept={taken.join(',')}
        onChange={({ target }) => {
          const [list] = target.files ?? [];
          target.value = '';
          if (list) look(list);
        }}
      />
      <Modal
        open={plan !== null}
        title={t.heading(file?.name ?? '')}
        width={960}
        okText={t.confirm(worth)}
        cancelText={t.cancel}
        okButtonProps={{ disabled: worth === 0, loading: isPending }}
        onOk={() => {
          if (!file) return;
          send(file, false, () => {
            void message.success(t.done(worth));
            setPlan(null);
          });
        }}
        onCancel={() => setPlan(null)}
      >
        <p>
          {t.sum(count('new'), count('changed'), count('same'), count('refused'))}
          {leftOut.length > 0 ? <span className="quiet"> {t.leftOut(list(leftOut))}</span> : null}
        </p>
        <Table
          size="small"
          rowKey={({ sheet, line }) => `${sheet ?? ''}:${line}`}
          columns={columns}
          dataSource={plan?.lines ?? []}
          pagination={(plan?.lines.length ?? 0) > 20 ? { pageSize: 20 } : false}
        />
      </Modal>
    </>
  );
}
