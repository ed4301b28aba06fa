import type { UseMutationResult } from '@tanstack/react-query';
import { Checkbox, Modal, Table, type TableColumnsType, Tag } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SheetToSend } from '../api/sheet-import.js';
import { joins } from '../i18n/joins.js';
import { useWords } from '../i18n/words.js';
import { sheetWords } from './import-sheet-words.js';
import { ProblemNotice } from './problem-notice.js';

interface Line {
  readonly sheet: string | null;
  readonly line: number;
  readonly outcome: string;
  readonly problem: string | null;
}
/** What would become of a sheet, line by line, or became of it. */
interface Report<Row> {
  readonly headings: readonly { readonly words: string; readonly field: string | null }[];
  readonly lines: readonly Row[];
}

interface Given<Row extends Line, Told extends Report<Row>> {
  /** null: none is to be taken in, and nothing is open. */
  readonly file: File | null;
  readonly onClose: () => void;
  readonly heading: (file: string) => string;
  readonly sending: UseMutationResult<Told, Error, SheetToSend>;
  readonly outcomes: Readonly<Record<Row['outcome'], string>>;
  readonly outcomeColors: Readonly<Record<Row['outcome'], string>>;
  /** Outcomes of lines that are taken in. */
  readonly worth: readonly Row['outcome'][];
  /** Beside the line's number and its outcome. */
  readonly columns: TableColumnsType<Row>;
  readonly sum: (count: (outcome: Row['outcome']) => number) => string;
  readonly confirm: (count: number) => string;
  /** @param taken how many lines were taken in */
  readonly onDone: (report: Told, taken: number) => void;
}

const perPage = 20;

/** Takes in a table that an office keeps: what would become of each line is shown before anything is done. */
export function ImportSheet<Row extends Line, Told extends Report<Row>>(given: Given<Row, Told>) {
  const { file, onClose, heading, sending, outcomes, outcomeColors, worth, columns, sum, confirm, onDone } =
    given;
  const { list: listed } = useWords(joins);
  const t = useWords(sheetWords);
  // It closes under the name that it was opened with.
  const [name, setName] = useState(file?.name ?? '');
  if (file && file.name !== name) setName(file.name);
  const [plan, setPlan] = useState<Told | null>(null);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const { mutate, isPending, error, reset } = sending;
  const look = (list: File) => {
    setPlan(null);
    setOnlyProblems(false);
    mutate({ list, dryRun: true }, { onSuccess: setPlan });
  };
  const begin = useEffectEvent(look);
  useEffect(() => {
    if (file) begin(file);
  }, [file]);
  const taken = (all: readonly Row[]): number => all.filter(({ outcome }) => worth.includes(outcome)).length;
  const close = () => {
    reset();
    onClose();
  };
  const lines = plan?.lines ?? [];
  const withProblems = lines.filter(({ problem }) => problem !== null);
  const shown = onlyProblems ? withProblems : lines;
  const leftOut = plan?.headings.filter(({ field }) => field === null).map(({ words }) => words) ?? [];
  const count = taken(lines);
  return (
    <Modal
      open={file !== null}
      title={heading(name)}
      width={960}
      okText={plan ? confirm(count) : t.looking}
      cancelText={t.cancel}
      okButtonProps={{ disabled: count === 0, loading: isPending }}
      onOk={() => {
        if (!file) return;
        const onSuccess = (report: Told) => {
          onDone(report, taken(report.lines));
          close();
        };
        mutate({ list: file, dryRun: false }, { onSuccess });
      }}
      onCancel={close}
    >
      {error ? (
        <ProblemNotice thrown={error} {...(file && !plan ? { onRetry: () => look(file) } : {})} />
      ) : null}
      {plan ? (
        <>
          <p role="status">
            {sum((of) => lines.filter(({ outcome }) => outcome === of).length)}
            {leftOut.length > 0 ? <span className="quiet"> {t.leftOut(listed(leftOut))}</span> : null}
          </p>
          {withProblems.length > 0 && withProblems.length < lines.length ? (
            <p>
              <Checkbox checked={onlyProblems} onChange={({ target }) => setOnlyProblems(target.checked)}>
                {t.onlyProblems(withProblems.length)}
              </Checkbox>
            </p>
          ) : null}
        </>
      ) : null}
      {plan || !error ? (
        <Table
          size="small"
          rowKey={({ sheet, line }) => `${sheet ?? ''}:${line}`}
          columns={[
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
              render: (_, { outcome }: Row) => {
                const of: Row['outcome'] = outcome;
                return <Tag color={outcomeColors[of]}>{outcomes[of]}</Tag>;
              },
            },
            ...columns,
          ]}
          dataSource={[...shown]}
          loading={isPending && !plan}
          scroll={{ x: 640 }}
          pagination={shown.length > perPage ? { pageSize: perPage, showSizeChanger: false } : false}
        />
      ) : null}
    </Modal>
  );
}
