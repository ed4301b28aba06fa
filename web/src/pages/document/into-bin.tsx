import { DeleteOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useBinning } from '../../api/bin.js';
import { useProblemText } from '../../components/problem-notice.js';
import { useWords, words } from '../../i18n/words.js';

const texts = words(
  {
    put: '放进回收站',
    sure: '台账、统计和佐证里都不再有它；做过的决定留着，可以从“管理”的回收站恢复。确定？',
    done: '已放进回收站',
    undo: '撤回',
    undone: '已恢复',
  },
  {
    put: 'Into the bin',
    sure: 'It is no part of ledger, figures and evidence any more; decisions are kept, and it can be restored under Administration. Go on?',
    done: 'Put into the bin',
    undo: 'Undo',
    undone: 'Restored',
  },
);

/** Takes a document out of the ledger, to be restored as long as it lies in the bin. */
export function IntoBin({ id }: { readonly id: string }) {
  const t = useWords(texts);
  const { message } = App.useApp();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const { put, restore } = useBinning();
  const onError = (thrown: unknown) => void message.error(textOf(thrown));
  const undo = () => {
    message.destroy(id);
    restore.mutate(id, { onSuccess: () => void message.success(t.undone), onError });
  };
  const binned = () => {
    void message.success({
      key: id,
      duration: 12,
      content: (
        <>
          {t.done}{' '}
          <Button size="small" onClick={undo}>
            {t.undo}
          </Button>
        </>
      ),
    });
    void navigate('/documents');
  };
  return (
    <Popconfirm title={t.sure} onConfirm={() => put.mutate(id, { onSuccess: binned, onError })}>
      <Button icon={<DeleteOutlined />} aria-label={t.put} title={t.put} loading={put.isPending} />
    </Popconfirm>
  );
}
