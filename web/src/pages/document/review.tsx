import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useDecide } from '../../api/promises.js';
import type { NewDecision, PlacedItem, Standing } from '../../api/standing-types.js';
import { useProblemText } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { documentWords } from './words.js';

/** Long enough to be reached by keyboard. */
const undoSeconds = 12;

/** Where a promise stands since it was decided on here; the list is not asked for anew. */
const since = (item: PlacedItem, standing: Standing): PlacedItem => {
  const { claimed, verified, schedule, light, version, review, closed, vague, doubleOf } = standing;
  const { state } = item.row;
  const { review: _, ...before } = state ?? {};
  const now = state && {
    ...(before as typeof state),
    version,
    closed,
    vague,
    doubleOf,
    ...(review && { review }),
  };
  return { ...item, statuses: { claimed, verified, schedule, light }, row: { ...item.row, state: now } };
};

/** The list may have been read again since. */
const isNewer = ({ version }: Standing, { row }: PlacedItem): boolean => version >= (row.state?.version ?? 0);

const whose = ({ row: { id, documentId } }: PlacedItem) => ({ id, documentId });

/** Decisions of a review, one after another: `decide` says what was noted or why not. */
export function useReview(loaded: readonly PlacedItem[]) {
  const t = useWords(documentWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [decided, setDecided] = useState<ReadonlyMap<string, Standing>>(new Map());
  const onDecided = useCallback(
    (id: string, standing: Standing) => setDecided((all) => new Map(all).set(id, standing)),
    [],
  );
  const { mutate, isPending } = useDecide(onDecided);
  const items =
    decided.size === 0
      ? loaded
      : loaded.map((item) => {
          const standing = decided.get(item.row.id);
          return standing && isNewer(standing, item) ? since(item, standing) : item;
        });
  const takeBack = (item: PlacedItem, version: number) => {
    message.destroy(item.row.id);
    // What was accepted before is so again.
    const kind = item.row.state?.review === 'accepted' ? 'accept' : 'unreview';
    mutate(
      { ...whose(item), decision: { kind, reason: t.undoReason }, version },
      {
        onSuccess: () => void message.success(t.undone),
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  const offerUndo = (item: PlacedItem, version: number, noted: string) =>
    void message.success({
      key: item.row.id,
      duration: undoSeconds,
      content: (
        <>
          {noted}{' '}
          <Button size="small" onClick={() => takeBack(item, version)}>
            {t.undo}
          </Button>
        </>
      ),
    });
  const decide = (
    item: PlacedItem,
    decision: NewDecision,
    noted: string,
    then: () => void = () => undefined,
  ) => {
    if (isPending) return;
    if (item.row.stance !== 'commitment') return void message.info(t.onlyPromises);
    if (!item.row.state) return void message.info(t.notTracked);
    mutate(
      { ...whose(item), decision, version: item.row.state.version },
      {
        onSuccess: ({ standing }) => {
          if (decision.kind === 'reject') offerUndo(item, standing.version, noted);
          else void message.success(noted);
          then();
        },
        onError: (thrown) => void message.error(textOf(thrown)),
      },
    );
  };
  return { items, decide, busy: isPending };
}
