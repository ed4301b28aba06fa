import type { LedgerRow } from '../api/types.js';
import { joins } from '../i18n/joins.js';
import { useWords, words } from '../i18n/words.js';

const texts = words({ none: '无', said: '原文：' }, { none: 'None', said: 'As said: ' });

type Said = Pick<LedgerRow, 'deadline' | 'responsible' | 'state'>;

function SetAnew({ said, now }: { readonly said: string; readonly now: string }) {
  const t = useWords(texts);
  if (said === now) return <>{now}</>;
  return (
    <>
      <ins className="set-anew">{now === '' ? t.none : now}</ins>
      {said === '' ? null : (
        <>
          {' '}
          <del className="said-before" title={`${t.said}${said}`}>
            {said}
          </del>
        </>
      )}
    </>
  );
}

/** The deadline that counts; where a decision has set it, the one that was said beside it, struck through. */
export function Due({ row: { deadline, state } }: { readonly row: Said }) {
  const said = deadline?.date ?? null;
  const due = state ? state.due : said;
  const words = deadline?.text ?? '';
  return due === said ? (
    deadline && <span title={words}>{said ?? words}</span>
  ) : (
    <SetAnew said={said ?? words} now={due ?? ''} />
  );
}

/** Who answers for it; where a decision has set it, who was said beside them, struck through. */
export function Answerable({ row: { responsible, state } }: { readonly row: Said }) {
  const { list } = useWords(joins);
  return <SetAnew said={list(responsible)} now={list(state?.responsible ?? responsible)} />;
}
