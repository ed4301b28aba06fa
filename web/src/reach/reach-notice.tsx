import { useWords, words } from '../i18n/words.js';
import { useReach } from './reach.js';
import './reach-notice.css';

const texts = words(
  {
    away: '与服务的连接断了，正在自动重连。已经记下的都在；请不要关闭页面，没有送出的会在恢复后自动送出。',
    waiting: (count: number) => `有 ${count} 项操作等着送出。`,
    back: '已重新连上，继续工作。',
  },
  {
    away: 'The service is out of reach and is being tried again. What was noted is safe; leave the page open: the rest is sent once it is back.',
    waiting: (count: number) => ` ${count} to be sent.`,
    back: 'Connected again.',
  },
);

/** Says so while the service is not reached, and when it is again. */
export function ReachNotice() {
  const t = useWords(texts);
  const { service, waiting } = useReach();
  return (
    <div role="status" className={`reach-notice reach-${service}`}>
      {service === 'away' ? `${t.away}${waiting > 0 ? t.waiting(waiting) : ''}` : null}
      {service === 'back' ? t.back : null}
    </div>
  );
}
