import { App } from 'antd';
import { useAmend } from '../../api/amend.js';
import { useProblemText } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { markWords } from './mark-words.js';

/** Takes back a promise that was added by hand. */
export function useTakeBack(documentId: string): (itemId: string) => void {
  const t = useWords(markWords);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const { takeBack } = useAmend(documentId);
  return (itemId) =>
    takeBack.mutate(itemId, {
      onSuccess: () => void message.success(t.takenBack),
      onError: (thrown) => void message.error(textOf(thrown)),
    });
}
