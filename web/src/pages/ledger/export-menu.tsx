import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { address, type Query } from '../../api/client.js';
import { useLanguage, useWords } from '../../i18n/words.js';
import { type ColumnKey, columnOf } from './columns.js';
import { ledgerWords } from './words.js';

interface Given {
  readonly filter: Query;
  readonly sort: string;
  readonly shown: readonly ColumnKey[];
}

/** Exactly what is shown, as a file: these rows in this order, these columns. Word notices have a form of their own. */
export function ExportMenu({ filter, sort, shown }: Given) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const columns = [...new Set(shown.flatMap((key) => columnOf(key).exported)), 'source'].join(',');
  const table = (format: string) =>
    address('/commitments/export', { ...filter, sort, format, columns, lang: language });
  const notice = (kind: string) =>
    address('/commitments/export', { ...filter, sort, format: 'docx', notice: kind, lang: language });
  const link = (href: string, label: string) => (
    <a href={href} download>
      {label}
    </a>
  );
  const items = [
    { key: 'xlsx', label: link(table('xlsx'), t.exports.xlsx) },
    { key: 'csv', label: link(table('csv'), t.exports.csv) },
    { type: 'divider' as const },
    { key: 'urge', label: link(notice('urge'), t.exports.docx) },
    { key: 'circular', label: link(notice('circular'), t.exports.circular) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined />}>{t.export}</Button>
    </Dropdown>
  );
}
