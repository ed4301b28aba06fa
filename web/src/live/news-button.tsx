import { SyncOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useWords, words } from '../i18n/words.js';
import { useLive } from './live-state.js';
import { refresh } from './use-live-updates.js';

const newsWords = words({ news: '有更新，点此刷新' }, { news: 'There are changes: refresh' });

/** Says that what the page shows has changed. It is put in place when the reader wants it. */
export function NewsButton() {
  const t = useWords(newsWords);
  const client = useQueryClient();
  const { isOutdated } = useLive();
  return (
    <span role="status" className="news">
      {isOutdated ? (
        <Button size="small" icon={<SyncOutlined />} onClick={() => refresh(client)}>
          {t.news}
        </Button>
      ) : null}
    </span>
  );
}
