import { Result } from 'antd';
import { Link } from 'react-router';
import { useWords, words } from '../../i18n/words.js';

const texts = words(
  { title: '没有这个页面', home: '回到首页' },
  { title: 'There is no such page', home: 'To the first page' },
);

export function NotFoundPage() {
  const t = useWords(texts);
  return <Result status="404" title={<h1>{t.title}</h1>} extra={<Link to="/">{t.home}</Link>} />;
}
