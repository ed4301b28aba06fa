import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  PushpinFilled,
  PushpinOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useWords } from '../../i18n/words.js';
import type { useColumnChoice } from './column-choice.js';
import { ledgerWords } from './words.js';

type Choice = ReturnType<typeof useColumnChoice>;

function List({ chosen, change, move, reset }: Choice) {
  const t = useWords(ledgerWords);
  return (
    <div className="ledger-columns">
      <ul>
        {chosen.map(({ key, shown, pinned }, at) => (
          <li key={key}>
            <Checkbox checked={shown} onChange={({ target }) => change(key, { shown: target.checked })}>
              {t.columns[key]}
            </Checkbox>
            <Button
              size="small"
              type="text"
              icon={pinned ? <PushpinFilled /> : <PushpinOutlined />}
              aria-label={t.pin(t.columns[key])}
              aria-pressed={pinned}
              onClick={() => change(key, { pinned: !pinned })}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t.up(t.columns[key])}
              disabled={at === 0}
              onClick={() => move(key, -1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t.down(t.columns[key])}
              disabled={at === chosen.length - 1}
              onClick={() => move(key, 1)}
            />
          </li>
        ))}
      </ul>
      <Button size="small" onClick={reset}>
        {t.reset}
      </Button>
    </div>
  );
}

/** Which columns, in which order, which of them stay in sight. */
export function ColumnSettings(choice: Choice) {
  const t = useWords(ledgerWords);
  return (
    <Popover trigger="click" placement="bottomRight" title={t.settingsTitle} content={<List {...choice} />}>
      <Button icon={<SettingOutlined />}>{t.settings}</Button>
    </Popover>
  );
}
