import { EditOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import { lazy, useState } from 'react';
import { type Practice, useSetPractice } from '../../api/administration.js';
import { OnceOpened } from '../../components/once-opened.js';
import { useProblemText } from '../../components/problem-notice.js';
import { Time } from '../../components/time.js';
import { useWords } from '../../i18n/words.js';
import { practiceFormWords } from './practice-form-words.js';

const PracticeForm = lazy(async () => ({ default: (await import('./practice-form.js')).PracticeForm }));

/** Who set the practice and when; setting it otherwise, or as it was before the office set it. */
export function PracticeChange({ practice }: { readonly practice: Practice }) {
  const t = useWords(practiceFormWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [open, setOpen] = useState(false);
  const { mutate, isPending } = useSetPractice();
  const { from, version, setBy, setAt } = practice;
  const undo = () =>
    mutate(
      { profile: null, version },
      {
        onSuccess: () => void message.success(t.undone),
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  return (
    <div className="practice-change">
      <Button icon={<EditOutlined />} onClick={() => setOpen(true)}>
        {t.change}
      </Button>
      {from === 'office' ? (
        <Popconfirm title={t.sureToUndo} okText={t.undo} cancelText={t.cancel} onConfirm={undo}>
          <Button loading={isPending}>{t.undo}</Button>
        </Popconfirm>
      ) : null}
      {setBy !== null && setAt !== null ? (
        <span className="quiet">
          {t.setBy(setBy)} · <Time at={setAt} />
        </span>
      ) : null}
      <OnceOpened open={open}>
        <PracticeForm practice={practice} open={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </div>
  );
}
