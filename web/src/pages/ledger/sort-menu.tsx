import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import type { Sort } from './filters.js';
import { ledgerWords } from './words.js';

interface Given {
  readonly sort: Sort;
  readonly sorts: readonly Sort[];
  readonly onSort: (sort: Sort) => void;
}

/** The order of the rows. */
export function SortMenu({ sort, sorts, onSort }: Given) {
  const t = useWords(ledgerWords);
  const { labelled } = useWords(joins);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: sorts.map((key) => ({ key, label: t.sorts[key], onClick: () => onSort(key) })),
        selectable: true,
        selectedKeys: [sort],
      }}
    >
      <Button aria-label={labelled(t.sortBy, t.sorts[sort])}>
        {t.sorts[sort]} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
