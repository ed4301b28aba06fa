import { App, Button, Dropdown } from 'antd';
import { lazy, useState } from 'react';
import { address, type Query } from '../../api/client.js';
import { type ManyDecision, mostChosen, rowsToChoose, useDecideMany } from '../../api/many.js';
import { may, useMe } from '../../app/me.js';
import { dropDraft } from '../../components/drafts.js';
import { OnceOpened } from '../../components/once-opened.js';
import { useProblemText } from '../../components/problem-notice.js';
import { useLanguage, useWords } from '../../i18n/words.js';
import type { BulkKind } from './bulk-form.js';
import { bulkWords } from './bulk-words.js';
import { type ColumnKey, columnOf } from './columns.js';
import type { NotDone, Told } from './outcomes.js';
import type { Chosen } from './use-chosen.js';
import { ledgerWords } from './words.js';

const BulkForm = lazy(async () => ({ default: (await import('./bulk-form.js')).BulkForm }));

interface Given {
  readonly chosen: Chosen;
  readonly filter: Query;
  readonly sort: string;
  readonly shown: readonly ColumnKey[];
}

const Outcomes = lazy(async () => ({ default: (await import('./outcomes.js')).Outcomes }));

/** What may be done with the rows that are chosen. It lies over the table's end and moves nothing. */
export function BulkBar({ chosen, filter, sort, shown }: Given) {
  const t = useWords(bulkWords);
  const { exports } = useWords(ledgerWords);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const textOf = useProblemText();
  const me = useMe();
  const { mutate, isPending } = useDecideMany();
  const [kind, setKind] = useState<BulkKind | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const draft = `bulk ${kind} ${me.name}`;
  const audits = may(me, 'auditor', 'administrator');
  const kinds: readonly BulkKind[] = [
    ...(may(me, 'editor', 'auditor', 'administrator') ? (['accept', 'reject', 'assign'] as const) : []),
    ...(audits ? (['close', 'extend'] as const) : []),
  ];
  const chooseAll = async () => {
    try {
      const { rows, nextCursor } = await rowsToChoose(filter, sort);
      chosen.set(rows);
      void message.info(t.allChosen(rows.length, nextCursor !== null, mostChosen));
    } catch (thrown) {
      void message.error(textOf(thrown));
    }
  };
  const decide = (decision: ManyDecision) => {
    const unfit = chosen.rows.flatMap((row): NotDone[] => {
      if (row.stance !== 'commitment') return [{ row, why: t.notPromise }];
      return row.state ? [] : [{ row, why: t.untracked }];
    });
    const fit = chosen.rows.filter((row) => !unfit.some((one) => one.row === row));
    const tell = (left: readonly NotDone[], done: number) => {
      dropDraft(draft);
      setKind(null);
      chosen.set(left.map(({ row }) => row));
      setTold({ done, left });
    };
    if (fit.length === 0) return tell(unfit, 0);
    mutate(
      {
        input: { decision, rows: fit.map(({ id, state }) => ({ id, version: state?.version ?? 0 })) },
        documentIds: fit.map(({ documentId }) => documentId),
      },
      {
        onSuccess: ({ outcomes }) => {
          const refused = outcomes.flatMap(({ id, fault }): NotDone[] => {
            const row = fit.find((one) => one.id === id);
            return fault && row ? [{ row, why: fault.message }] : [];
          });
          tell([...refused, ...unfit], outcomes.length - refused.length);
        },
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  const file = (format: string) => {
    const columns = [...new Set(shown.flatMap((key) => columnOf(key).exported)), 'source'].join(',');
    const ids = chosen.ids.join(',');
    return address('/commitments/export', {
      ids,
      format,
      lang: language,
      ...(format !== 'docx' && { columns }),
    });
  };
  const link = (format: 'xlsx' | 'csv' | 'docx') => ({
    key: format,
    label: (
      <a href={file(format)} download>
        {exports[format]}
      </a>
    ),
  });
  return (
    <>
      {chosen.ids.length > 0 ? (
        <section className="bulk-bar" aria-label={t.actions}>
          <strong role="status">{t.chosen(chosen.ids.length)}</strong>
          {kinds.map((each) => (
            <Button key={each} size="small" onClick={() => setKind(each)}>
              {t.kinds[each]}
            </Button>
          ))}
          <Dropdown trigger={['click']} menu={{ items: [link('xlsx'), link('csv'), link('docx')] }}>
            <Button size="small">{t.export}</Button>
          </Dropdown>
          <Button size="small" onClick={() => void chooseAll()}>
            {t.all(mostChosen)}
          </Button>
          <Button size="small" type="text" onClick={() => chosen.set([])}>
            {t.clear}
          </Button>
        </section>
      ) : null}
      <OnceOpened open={kind !== null}>
        <BulkForm
          kind={kind}
          draft={draft}
          count={chosen.ids.length}
          busy={isPending}
          onDecide={decide}
          onCancel={() => setKind(null)}
        />
      </OnceOpened>
      <OnceOpened open={told !== null}>
        <Outcomes told={told} onClose={() => setTold(null)} />
      </OnceOpened>
    </>
  );
}
