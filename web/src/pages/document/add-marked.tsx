import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Radio, Spin } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Proposed, type Span, useAmend, useProposed } from '../../api/amend.js';
import { FieldForm } from '../../components/field-form.js';
import { useProblemText } from '../../components/problem-notice.js';
import { useKeys } from '../../components/use-keys.js';
import { useWords } from '../../i18n/words.js';
import { markWords } from './mark-words.js';
import { useMarkedWords } from './marked-text.js';

interface Given {
  readonly documentId: string;
  /** What holds the text. */
  readonly root: RefObject<HTMLElement | null>;
  readonly text: string | undefined;
  readonly onSelect: (id: string) => void;
}

type Item = Proposed['proposed'][number]['item'];

function Choice({
  proposed,
  chosen,
  onChoose,
}: {
  readonly proposed: Proposed['proposed'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const t = useWords(markWords);
  const told = ({ kind, valueText, indicator }: Item) =>
    kind === 'milestone' ? t.milestone : `${indicator} ${valueText ?? ''}`;
  if (proposed.length < 2) return null;
  return (
    <Radio.Group
      className="mark-choice"
      aria-label={t.choice}
      value={chosen}
      onChange={({ target }) => onChoose(target.value as string)}
      options={proposed.map(({ item, existing }) => ({
        value: item.id,
        label: existing === null ? told(item) : t.existing(told(item)),
        disabled: existing !== null,
      }))}
    />
  );
}

/** Words that were marked, as a promise to be added: what the engine reads in them, to be set right. */
function Marked({
  documentId,
  span,
  onDone,
  onCancel,
}: {
  readonly documentId: string;
  readonly span: Span;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(markWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { data, error } = useProposed(documentId, span);
  const { add, takeBack } = useAmend(documentId);
  const [wanted, setWanted] = useState<string | null>(null);
  const free = data?.proposed.filter(({ existing }) => existing === null) ?? [];
  const chosen = free.find(({ item }) => item.id === wanted) ?? free[0];
  const existing = data && !chosen ? (data.proposed[0]?.existing ?? null) : null;
  const leave = useRef({ onDone, onCancel });
  leave.current = { onDone, onCancel };
  useEffect(() => {
    if (error) void message.error(textOf(error));
    else if (existing !== null) void message.info(t.isThere);
    else return;
    if (existing === null || existing === undefined) leave.current.onCancel();
    else leave.current.onDone(existing);
  }, [error, existing, message, t, textOf]);
  if (!data) return <Spin fullscreen description={t.reading} />;
  if (!chosen) return null;
  const undo = (id: string) => {
    message.destroy(id);
    takeBack.mutate(id, {
      onSuccess: () => void message.success(t.takenBack),
      onError: (thrown) => void message.error(textOf(thrown)),
    });
  };
  const added = (id: string) => {
    void message.success({
      key: id,
      duration: 12,
      content: (
        <>
          {t.added}{' '}
          <Button size="small" onClick={() => undo(id)}>
            {t.undo}
          </Button>
        </>
      ),
    });
    onDone(id);
  };
  const save = (fields: object, reason: string, onSaved: () => void) => {
    const set = Object.keys(fields).length > 0 ? { fields } : {};
    add.mutate(
      { ...data.span, quote: data.quote, item: chosen.item.id, reason, ...set },
      {
        onSuccess: ({ id }) => {
          onSaved();
          added(id);
        },
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  return (
    <FieldForm
      key={chosen.item.id}
      row={chosen.item}
      draft={`add ${documentId} ${chosen.item.id}`}
      open
      title={t.title}
      head={
        <>
          <blockquote className="passage">
            <mark>{data.quote}</mark>
          </blockquote>
          <Choice proposed={data.proposed} chosen={chosen.item.id} onChoose={setWanted} />
        </>
      }
      reason={t.reason}
      mayBeSame
      busy={add.isPending}
      onSave={save}
      onCancel={onCancel}
    />
  );
}

/** Offers to add what is marked in the text: a button beside the marked words, or N. */
export function AddMarked({ documentId, root, text, onSelect }: Given) {
  const t = useWords(markWords);
  const [marked, forget] = useMarkedWords(root, text);
  const [span, setSpan] = useState<Span | null>(null);
  const begin = () => {
    if (marked) setSpan({ start: marked.start, end: marked.end });
  };
  useKeys({ n: begin });
  const close = () => {
    setSpan(null);
    forget();
  };
  return (
    <>
      {marked && !span
        ? createPortal(
            <Button
              type="primary"
              size="small"
              className="mark-add"
              icon={<PlusOutlined />}
              style={{
                left: Math.max(8, Math.min(marked.left, innerWidth - 150)),
                top: Math.max(8, Math.min(marked.bottom + 6, innerHeight - 40)),
              }}
              // Else the selection is gone before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={begin}
            >
              {t.add}
            </Button>,
            document.body,
          )
        : null}
      {span ? (
        <Marked
          documentId={documentId}
          span={span}
          onDone={(id) => {
            close();
            onSelect(id);
          }}
          onCancel={close}
        />
      ) : null}
    </>
  );
}
